import fc from 'fast-check';
import type { GrantRecord } from '../../src/model/grant';
import { mirrorMaker } from '../../src/wiring/mirror-maker';
import { mirrorMaker2 } from '../../src/wiring/mirror-maker-2';
import { Wiring, type Edges, type MirrorEdge, type UserEdges } from '../../src/wiring/wiring';
import { clusterSeen, mirrorPlan, rightsText } from './harness';

const EUROPE = clusterSeen();
const US = clusterSeen({ clusterName: 'us' });
const user = (userName: string, cluster = EUROPE, ...grants: GrantRecord[]): UserEdges => ({
  userName,
  cluster,
  asked: grants.map((grant) => ({ grant, by: { path: userName } })),
});
const mirror = (changes: Partial<MirrorEdge> = {}): MirrorEdge => ({
  strategy: mirrorMaker2,
  plan: mirrorPlan(),
  sourceUsers: [user('reader')],
  targetUser: user('writer', US),
  by: { path: 'mirror' },
  ...changes,
});
const wire = (edges: Partial<Edges>): Wiring => new Wiring({ users: [], clients: [], mirrors: [], ...edges });

describe('what a user is granted', () => {
  const produce = { intent: 'produce', topic: 'orders' } as const;
  const consume = { intent: 'consume', topic: 'orders', group: 'stock' } as const;

  it('is what was asked for it by whatever reference, and for no other user', () => {
    const wiring = wire({ users: [user('shop', EUROPE, produce), user('shop', clusterSeen(), consume)] });
    expect(wiring.grantsOf(user('shop'))).toEqual([produce, consume]);
    expect(wiring.grantsOf(user('shop', US))).toEqual([]);
    expect(wiring.grantsOf(user('till'))).toEqual([]);
  });

  it('holds what the mirrors need that the user is', () => {
    const wiring = wire({ users: [user('reader', EUROPE, produce)], mirrors: [mirror()] });
    expect(rightsText(wiring.grantsOf(user('reader')))).toEqual(['topic literal orders: Read Write DescribeConfigs']);
    expect(rightsText(wiring.grantsOf(user('writer', US)))).toContain(
      'topic literal orders: Write Create Alter AlterConfigs',
    );
  });

  it('holds what copying the offsets of other readers takes', () => {
    const wiring = wire({ users: [user('shop', EUROPE, consume)], mirrors: [mirror()] });
    expect(rightsText(wiring.grantsOf(user('writer', US)))).toContain('group literal stock: Read');
    expect(rightsText(wiring.grantsOf(user('reader')))).toContain('group literal stock: Describe');
  });

  it('does not depend on the order in which the topology was told', () => {
    const grant = fc.constantFrom<GrantRecord>(
      produce,
      consume,
      { intent: 'consume', topic: 'orders', group: 'reports' },
      { intent: 'create', topic: 'payments' },
    );
    const users = fc.array(
      fc
        .tuple(fc.constantFrom('shop', 'reader', 'writer'), fc.constantFrom(EUROPE, US), fc.array(grant))
        .map(([name, cluster, grants]) => user(name, cluster, ...grants)),
    );
    const mirrors = fc.array(
      fc.constantFrom(
        mirror(),
        mirror({ strategy: mirrorMaker }),
        mirror({ plan: mirrorPlan({ topics: ['payments'] }) }),
      ),
    );
    const twoOrders = <T>(items: fc.Arbitrary<T[]>) =>
      items.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(twoOrders(users), twoOrders(mirrors), ([users1, users2], [mirrors1, mirrors2]) => {
        const [one, other] = [wire({ users: users1, mirrors: mirrors1 }), wire({ users: users2, mirrors: mirrors2 })];
        for (const name of ['shop', 'reader', 'writer'])
          for (const cluster of [EUROPE, US]) {
            expect(rightsText(other.grantsOf(user(name, cluster)))).toEqual(
              rightsText(one.grantsOf(user(name, cluster))),
            );
          }
        expect(other.needsTopicCreation(EUROPE)).toBe(one.needsTopicCreation(EUROPE));
      }),
    );
  });
});

describe('brokers that make topics', () => {
  it('are needed where somebody may make a topic by writing to it', () => {
    const wiring = wire({ users: [user('shop', EUROPE, { intent: 'create', topic: 'orders' })] });
    expect(wiring.needsTopicCreation(EUROPE)).toBe(true);
    expect(wiring.needsTopicCreation(US)).toBe(false);
  });

  it('are needed where a client may do so that nobody asks who it is', () => {
    const producer = (createTopic: boolean) => ({
      cluster: US,
      role: { type: 'producer', topic: 'orders' } as const,
      createTopic,
    });
    expect(wire({ clients: [producer(true)] }).needsTopicCreation(US)).toBe(true);
    expect(wire({ clients: [producer(false)] }).needsTopicCreation(US)).toBe(false);
  });

  it('are needed at the target of a MirrorMaker 1, and not of a MirrorMaker 2', () => {
    expect(wire({ mirrors: [mirror({ strategy: mirrorMaker })] }).needsTopicCreation(US)).toBe(true);
    expect(wire({ mirrors: [mirror()] }).needsTopicCreation(US)).toBe(false);
  });
});
