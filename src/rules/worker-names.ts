import type { FieldPath } from '../model/field';
import { map, text } from '../model/guarded';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import { othersOf } from './of-cluster';
import { placesOf, type Place } from './places';
import { topologyRule, type Breach } from './rule';

/** What workers keep at their Kafka cluster: the field that names it, the setting that did, and what follows the usual name. */
const NAMES = [
  { field: 'groupId', setting: 'group.id', suffix: '', what: 'group' },
  { field: 'configStorageTopic', setting: 'config.storage.topic', suffix: '-configs', what: 'topic' },
  { field: 'offsetStorageTopic', setting: 'offset.storage.topic', suffix: '-offsets', what: 'topic' },
  { field: 'statusStorageTopic', setting: 'status.storage.topic', suffix: '-status', what: 'topic' },
] as const;

/** Workers, and where their Kafka cluster and their settings stand. */
interface Workers {
  readonly placed: Placed<ResourceRecord>;
  readonly at: Place;
  /** The group where the manifest names none, and the beginning of the topics. */
  readonly usual: string;
}

/** A name, and the field that gives it or leaves it out. */
interface Claim {
  readonly key: string;
  readonly name: string;
  readonly field: FieldPath;
  /** Absent: it is the usual one. */
  readonly given: string | undefined;
}

/** Workers of one Connect cluster have a group and topics to themselves. */
export const workerNames = topologyRule({
  id: 'worker-names',
  summary:
    'Workers of a KafkaConnect or a MirrorMaker 2 share their group and topics with no other at one Kafka cluster.',
  remedy:
    'Give it a group and three topics of its own, such as its name and its name with -configs, -offsets, -status.',
  effect: 'fails',
  source:
    'Nobody checks it: workers of one group are one Connect cluster, and take connectors from each other; until 1.0 all have one usual group and topics (Strimzi 0.18.0 to 1.2.0, KafkaConnectConfiguration, KafkaMirrorMaker2Configuration).',
  catalog: ['M2-065', 'M2-066'],
  across: (topology, report) => {
    const first = new Map<string, Placed<ResourceRecord>>();
    for (const workers of workersOf(topology)) {
      const claims = claimsOf(topology, workers);
      const shared = claims.filter(({ key }) => first.has(key));
      for (const { key } of claims) if (!first.has(key)) first.set(key, workers.placed);
      const [one] = shared;
      const other = one && first.get(one.key);
      if (one && other) report(workers.placed, sharing(one, shared, other));
    }
  },
});

function workersOf(topology: Topology): Workers[] {
  const mirrors = topology.all('mirrorMaker2').flatMap((placed) => {
    const at = workersPlace(placed.manifest);
    return at ? [{ placed, at, usual: 'mirrormaker2-cluster' }] : [];
  });
  const connects = [...topology.all('connect'), ...othersOf(topology, 'KafkaConnectS2I')].flatMap((placed) => {
    const [at] = placesOf(placed.manifest, 'spec');
    return at ? [{ placed, at, usual: 'connect-cluster' }] : [];
  });
  return [...mirrors, ...connects];
}

/** The target, or in a list of clusters the one that the workers connect to. */
export function workersPlace(manifest: unknown): Place | undefined {
  const [target] = placesOf(manifest, 'spec.target');
  const [connect] = placesOf(manifest, 'spec.connectCluster');
  return target ?? placesOf(manifest, 'spec.clusters.*').find(({ value }) => map(value)['alias'] === connect?.value);
}

/** The names that workers take at their cluster, whichever object describes it. */
function claimsOf(topology: Topology, { placed, at, usual }: Workers): Claim[] {
  const workers = map(at.value);
  const end = topology.endOf(text(workers['bootstrapServers']) ?? '', placed);
  if (!end) return [];
  const settings = map(workers['config']);
  const { namelessWorkers } = placed.site.release.takes;
  return NAMES.flatMap(({ field, setting, suffix, what }) => {
    const given = text(workers[field]) ?? text(settings[setting]);
    if (given === undefined && !namelessWorkers) return [];
    const name = given ?? `${usual}${suffix}`;
    const isSetting = workers[field] === undefined && settings[setting] !== undefined;
    const key = `${end.key}\0${what}\0${name}`;
    return [
      { key, name: `${what} ${name}`, field: [...at.field, ...(isSetting ? ['config', setting] : [field])], given },
    ];
  });
}

function sharing({ field, given }: Claim, shared: readonly Claim[], other: Placed<ResourceRecord>): Breach {
  const names = shared.map(({ name }) => name).join(', ');
  const usual = given === undefined ? ', which are the usual ones' : '';
  return {
    field,
    ...(given !== undefined && { given }),
    allowed: 'names that no other workers have at this Kafka cluster',
    message: `${other.path} has the ${names} at the same Kafka cluster${shared.length > 1 ? usual : ''}.`,
  };
}
