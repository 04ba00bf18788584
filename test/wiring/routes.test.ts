import { mirrorMaker } from '../../src/wiring/mirror-maker';
import { mirrorMaker2 } from '../../src/wiring/mirror-maker-2';
import type { MirrorSource } from '../../src/wiring/mirror';
import { Routes } from '../../src/wiring/routes';
import { clusterSeen, mirrorPlan, mirrorSource } from './harness';

const cluster = (clusterName: string) => clusterSeen({ clusterName });

function mirror(from: string, to: string, source: Partial<MirrorSource> = {}) {
  const end = mirrorSource({
    cluster: cluster(from),
    alias: from,
    replicationPolicy: 'default',
    topics: [{ prefix: '' }],
    ...source,
  });
  const target = { cluster: cluster(to), alias: to, endpoint: { bootstrapServers: to } };
  return { strategy: mirrorMaker2, plan: mirrorPlan([end], { target }) };
}

const nameAt = (mirrors: readonly ReturnType<typeof mirror>[], to: string, topicName = 'orders', from = 'a') =>
  new Routes(mirrors).nameAt({ topicName, cluster: cluster(from) }, cluster(to));

describe('a topic at another cluster', () => {
  it('is called what the mirrors of a chain make of its name', () => {
    const chain = [
      mirror('a', 'b'),
      mirror('b', 'c', { replicationPolicy: 'identity' }),
      mirror('c', 'd', { replicationPolicy: { className: 'x.Y', names: '{topic}@{source}' } }),
    ];
    expect(['a', 'b', 'c', 'd'].map((to) => nameAt(chain, to))).toEqual([
      'orders',
      'a.orders',
      'a.orders',
      'a.orders@c',
    ]);
    expect(nameAt(chain, 'a', 'orders', 'd')).toBeUndefined();
  });

  it('comes by the way with the fewest mirrors, if it is copied', () => {
    const ways = [mirror('a', 'b'), mirror('b', 'c'), mirror('a', 'c', { topics: ['orders'] })];
    expect(nameAt(ways, 'c')).toBe('a.orders');
    expect(nameAt(ways, 'c', 'bills')).toBe('b.a.bills');
  });

  it('is not there where patterns or exclusions leave it out', () => {
    expect(nameAt([mirror('a', 'b', { excludedTopics: ['orders'] })], 'b')).toBeUndefined();
    expect(nameAt([mirror('a', 'b', { topicsPattern: 'bills.*' })], 'b')).toBeUndefined();
    expect(nameAt([mirror('a', 'b', { topicsPattern: 'or.*' })], 'b')).toBe('a.orders');
  });

  it('keeps its name in a MirrorMaker 1, and in a ring', () => {
    const ring = [{ ...mirror('a', 'b'), strategy: mirrorMaker }, mirror('b', 'a')];
    expect(nameAt(ring, 'b')).toBe('orders');
    expect(nameAt(ring, 'c')).toBeUndefined();
  });

  it('is found although the topics of a mirror depend on where it is', () => {
    const self = mirror('a', 'b');
    const routes = new Routes([self]);
    const asked = { topicName: 'orders', cluster: cluster('a') };
    Object.defineProperty(self.plan.sources[0], 'topics', {
      get: () => [routes.nameAt(asked, cluster('b')) ?? 'orders'],
    });
    expect(routes.nameAt(asked, cluster('b'))).toBe('a.orders');
  });
});
