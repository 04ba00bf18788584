import type { Described } from '../dialects/read';
import { defined } from '../dialects/common/codec';
import { writeJmx } from '../dialects/common/jmx';
import type { KafkaClusterRecord, NodeSet, ZookeeperNodes } from '../model/kafka-cluster';
import type { NodePoolRecord, NodeRole } from '../model/node-pool';
import type { Release } from '../model/release';
import type { FieldsPart, Part } from '../model/resource';
import { withLoginsTold } from './modernise-logins';
import { mirrorOf, type Dropped, type Restructured } from './modernise-mirror';

/**
 * Describes objects of a ZooKeeper-era cluster as a release without ZooKeeper and MirrorMaker 1 has them: a Kafka with
 * node pools, a MirrorMaker 2. It is the state to arrive at, and not the way there: a running cluster is migrated step by
 * step, as the operator's documentation says.
 * @see https://strimzi.io/docs/operators/0.45.0/deploying#assembly-kraft-mode-str
 */
export function restructured(all: readonly Described[], release: Release): Restructured {
  const taken = new Set(all.flatMap((each) => (each.noun === 'nodePool' ? [each.record.name] : [])));
  const resources = release.metadataModes.includes('zookeeper') ? new Map<string, unknown>() : resourcesOf(all);
  const changed = all.map((each): Restructured => {
    if (each.noun === 'kafkaCluster' && !release.metadataModes.includes(each.record.mode)) {
      const described = [withoutZooKeeper(inPools(each)), ...poolsOf(each.record, taken)];
      return { described, dropped: zookeeperPrograms(each) };
    }
    if (each.noun === 'mirrorMaker' && !release.mirrorEngines.includes('mirrorMaker')) return mirrorOf(each);
    return { described: [each], dropped: [] };
  });
  const inherited = changed.flatMap(({ described }) => described.map((each) => withInherited(each, resources)));
  return {
    described: withLoginsTold(inherited, release),
    dropped: changed.flatMap(({ dropped }) => dropped),
  };
}

type Cluster = Extract<Described, { noun: 'kafkaCluster' }>;

/** The cluster without its brokers. */
export function inPools({ record, ...described }: Cluster): Cluster {
  const { brokers: _, wording: __, rest, ...others } = record;
  const kept = rest && { rest: { ...rest, parts: rest.parts.map(rerooted) } };
  return { ...described, record: { ...others, ...kept, nodePools: true } };
}

function withoutZooKeeper({ record, ...described }: Cluster): Cluster {
  const { zookeeper: _, ...others } = record;
  return { ...described, record: { ...others, mode: 'kraft' } };
}

/** A part of the brokers' template, where all that was understood of the template went to the pool. */
function rerooted(part: Part): Part {
  const [spec, kafka, template, ...way] = part.at;
  if ('runs' in part || kafka !== 'kafka' || template !== 'template' || Object.keys(part.was).length > 0) return part;
  if (way.some((step) => typeof step !== 'string')) return part;
  const is = way.reduceRight<FieldsPart['is']>((value, step) => ({ [step as string]: value }), part.is);
  return { at: [spec as string, kafka], was: {}, is: { template: is } };
}

/** Controllers in the place of the ZooKeeper nodes, and the brokers. */
function poolsOf(record: KafkaClusterRecord, taken: Set<string>): readonly Described[] {
  return [...controllersOf(record, taken), ...brokersOf(record, taken)];
}

/** Controllers in the place of the ZooKeeper nodes, under a name that is not taken yet. */
export function controllersOf(record: KafkaClusterRecord, taken: Set<string>): readonly Described[] {
  const { zookeeper } = record;
  return zookeeper ? [poolOf(record, nodesOf(zookeeper), nameOf(record, 'controller', taken))] : [];
}

/** The brokers, under the name that pods and claims of a cluster without pools have: they find their data again. */
export function brokersOf(record: KafkaClusterRecord, taken: Set<string>): readonly Described[] {
  const { brokers } = record;
  return brokers ? [poolOf(record, brokers, nameOf(record, 'kafka', taken))] : [];
}

/** Variables and files are those of another program. */
function nodesOf({ replicas, storage, resources, placement, pods, claimAnnotations }: ZookeeperNodes): NodeSet {
  return defined({ replicas, storage, resources, placement, pods, claimAnnotations });
}

/** What was said of ZooKeeper's program, which is no longer there: controllers are Kafka nodes. */
function zookeeperPrograms(of: Cluster): readonly Dropped[] {
  const { zookeeper } = of.record;
  if (!zookeeper) return [];
  const { image, jvm, logging, metrics, livenessProbe, readinessProbe, tlsSidecar, env, volumes } = zookeeper;
  const said = {
    image,
    jvmOptions: jvm,
    logging,
    [metrics?.type === 'inline' ? 'metrics' : 'metricsConfig']: metrics,
    livenessProbe,
    readinessProbe,
    ...writeJmx(zookeeper),
    tlsSidecar,
    'template.podDisruptionBudget.maxUnavailable': zookeeper.maxUnavailable,
    'template.zookeeperContainer.env': env,
    'template.zookeeperContainer.volumeMounts': volumes,
  };
  return Object.entries(said).flatMap(([field, given]) =>
    given === undefined
      ? []
      : [
          {
            of,
            field: `spec.zookeeper.${field}`,
            given,
            message: 'Controllers are Kafka nodes: what is said of these holds for them.',
          },
        ],
  );
}

function nameOf({ name }: KafkaClusterRecord, usual: 'controller' | 'kafka', taken: Set<string>): PoolName {
  const free = taken.has(usual) ? `${name}-${usual}` : usual;
  taken.add(free);
  return { name: free, role: usual === 'kafka' ? 'broker' : 'controller' };
}

interface PoolName {
  readonly name: string;
  readonly role: NodeRole;
}

function poolOf({ name: cluster, namespace }: KafkaClusterRecord, nodes: NodeSet, { name, role }: PoolName): Described {
  return {
    noun: 'nodePool',
    record: { name, ...(namespace !== undefined && { namespace }), cluster, roles: [role], ...nodes },
  };
}

/** Resources that clusters with pools say for all of these: pools without any had them from there until 0.45. */
function resourcesOf(all: readonly Described[]): Map<string, unknown> {
  const pools = new Set(all.flatMap((each) => (each.noun === 'nodePool' ? [ownerOf(each.record)] : [])));
  const found = new Map<string, unknown>();
  for (const each of all) {
    if (each.noun !== 'kafkaCluster') continue;
    const owner = ownerOf({ ...each.record, cluster: each.record.name });
    const part = each.record.rest?.parts.find(saysResources);
    if (part && pools.has(owner)) found.set(owner, part.is['resources']);
  }
  return found;
}

function ownerOf({ cluster, namespace = '' }: Pick<NodePoolRecord, 'cluster' | 'namespace'>): string {
  return `${namespace}/${cluster}`;
}

function saysResources(part: Part): part is FieldsPart {
  return 'is' in part && part.at.length === 2 && part.at[1] === 'kafka' && 'resources' in part.is;
}

/** A pool with the resources of its Kafka, and the Kafka without. */
function withInherited(each: Described, resources: ReadonlyMap<string, unknown>): Described {
  if (each.noun === 'nodePool') {
    const inherited = resources.get(ownerOf(each.record)) as NodeSet['resources'];
    return inherited && !each.record.resources ? { ...each, record: { ...each.record, resources: inherited } } : each;
  }
  if (each.noun !== 'kafkaCluster' || !each.record.rest) return each;
  const { rest } = each.record;
  if (!resources.has(ownerOf({ ...each.record, cluster: each.record.name }))) return each;
  const parts = rest.parts.map((part): Part => {
    if (!saysResources(part)) return part;
    const { resources: _, ...is } = part.is;
    return { ...part, is };
  });
  return { ...each, record: { ...each.record, rest: { ...rest, parts } } };
}
