import type { OtherRecord } from '../model/other';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import type { UserRecord } from '../model/user';
import { madeIn, placeOf, PODS, secretOf, type Made } from './made-names';
import { Owners, othersOf } from './of-cluster';
import { topologyRule, type Breach } from './rule';

/** What operators make of objects has a name of its own. */
export const madeNamesApart = topologyRule({
  id: 'made-names-apart',
  summary: 'Pods, Services, Secrets and role bindings that operators make of two objects are called differently.',
  remedy: 'Give one of the two another name.',
  effect: 'unlooked',
  source:
    'Nobody looks, and the operators overwrite what the others made (Strimzi 0.18.0 to 1.2.0, KafkaResources, StrimziPodSets, KafkaUserModel).',
  catalog: [
    'N-010',
    'P-018',
    'P-019',
    'P-020',
    'U-029',
    'U-030',
    'CC-031',
    'C-005',
    'M2-067',
    'M2-068',
    'N-011',
    'N-013',
  ],
  across: (topology, report) => {
    const first = new Map<string, Made>();
    const told = new Set<string>();
    for (const each of madeIn(topology)) {
      const { of, place, what, name } = each;
      const key = `${what}\0${place}\0${name}`;
      const other = first.get(key);
      if (!other) first.set(key, each);
      // Two objects whose names meet once meet for all that is made of them.
      const pair = `${of.path}\0${other?.of.path ?? ''}`;
      if (!other || isTwin(each, other) || told.has(pair)) continue;
      told.add(pair);
      const message = `${what} ${name} ${verbOf(what)} of ${other.of.path} too.`;
      report(of, { field: NAME, given: of.record.name, message });
    }
    const kept = new Owners(othersOf(topology, 'Secret'));
    const named = [
      ...topology.all('rebalance').map((rebalance) => [rebalance, rebalanceBreach(rebalance, first)] as const),
      ...topology.all('user').map((user) => [user, userBreach(user, topology, { first, kept })] as const),
    ];
    for (const [of, breach] of named) if (breach) report(of, { field: NAME, given: of.record.name, ...breach });
  },
});

const NAME = ['metadata', 'name'];

/** That two objects are one is told. */
function isTwin(one: Made, other: Made): boolean {
  return (
    one.kind === other.kind && one.of.record.name === other.of.record.name && placeOf(one.of) === placeOf(other.of)
  );
}

function verbOf(what: string): string {
  return what.endsWith('s of brokers') ? 'come' : 'comes';
}

/** What has a Secret of the name that a user has. */
interface Others {
  readonly first: ReadonlyMap<string, Made>;
  readonly kept: Owners<OtherRecord>;
}

type Telling = Omit<Breach, 'field'>;

function rebalanceBreach(rebalance: Placed<ResourceRecord>, first: Others['first']): Telling | undefined {
  const maker = first.get(`KafkaRebalance\0${placeOf(rebalance)}\0${rebalance.record.name}`)?.of.path;
  return maker === undefined
    ? undefined
    : { message: `${maker} makes a KafkaRebalance of this name when it rebalances by itself.` };
}

function userBreach(user: Placed<UserRecord>, topology: Topology, { first, kept }: Others): Telling | undefined {
  const secret = secretOf(user, topology);
  if (secret === undefined) return undefined;
  const ofOther = first.get(`Secret\0${placeOf(user)}\0${secret}`);
  if (ofOther) return { message: `Its Secret ${secret} comes of ${ofOther.of.path} too.` };
  const seen = kept.beside(user, secret);
  if (seen) return { message: `The user operator writes its Secret over ${seen.path}, which has the name, too.` };
  const [, pods] = /^(.*)-\d+$/.exec(secret) ?? [];
  const nodes = user.site.release.makes.nodeSecrets ? first.get(`${PODS}\0${placeOf(user)}\0${pods ?? ''}`) : undefined;
  if (!nodes) return undefined;
  return { message: `Its Secret may be that of a node of ${nodes.of.path}, which has one, too.` };
}
