import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import { topologyRule } from './rule';

/** What operators make of objects has a name of its own. */
export const madeNamesApart = topologyRule({
  id: 'made-names-apart',
  summary: 'Pods, Secrets and role bindings that operators make of two objects are called differently.',
  remedy: 'Give one of the two another name.',
  effect: 'unlooked',
  source:
    'Nobody looks, and the operators overwrite what the others made (Strimzi 0.18.0 to 1.2.0, KafkaResources, StrimziPodSets, KafkaUserModel).',
  catalog: ['N-010', 'P-018', 'P-019', 'P-020', 'U-030'],
  across: (topology, report) => {
    const first = new Map<string, Placed<ResourceRecord>>();
    for (const { of, place, name, what } of madeIn(topology)) {
      const key = `${place}\0${name}`;
      const other = first.get(key);
      if (!other) first.set(key, of);
      else if (!isTwin(of, other))
        report(of, { field: NAME, given: of.record.name, message: `${what} ${name} comes of ${other.path} too.` });
    }
    for (const user of topology.all('user')) {
      const [, pods] = /^(.*)-\d+$/.exec(user.record.name) ?? [];
      const nodes = user.site.release.makes.nodeSecrets ? first.get(`${placeOf(user)}\0${pods ?? ''}`) : undefined;
      if (!nodes) continue;
      const message = `Its Secret may be that of a node of ${nodes.path}, which has one, too.`;
      report(user, { field: NAME, given: user.record.name, message });
    }
  },
});

const NAME = ['metadata', 'name'];

/** That two objects are one is told. */
function isTwin(of: Placed<ResourceRecord>, other: Placed<ResourceRecord>): boolean {
  return of.record.name === other.record.name && placeOf(of) === placeOf(other);
}

/** Something that is made of an object, and the place where its name is its own. */
interface Made {
  readonly of: Placed<ResourceRecord>;
  readonly place: string;
  readonly name: string;
  readonly what: string;
}

function madeIn(topology: Topology): Made[] {
  const pods = (of: Placed<ResourceRecord>, name: string): Made => ({
    of,
    place: placeOf(of),
    name,
    what: 'The set of pods',
  });
  const pools = topology.all('nodePool').filter(({ record }) => record.cluster !== '');
  return [
    ...topology
      .all('kafkaCluster')
      .flatMap((cluster) => [
        ...setsOf(cluster.record).map((name) => pods(cluster, name)),
        { of: cluster, place: cluster.site.kubernetesCluster, name: bindingOf(cluster), what: 'ClusterRoleBinding' },
      ]),
    ...pools.map((pool) => pods(pool, `${pool.record.cluster}-${pool.record.name}`)),
  ];
}

/** Sets of pods of a cluster that describes its nodes itself. */
function setsOf({ name, nodePools, zookeeper, mode }: KafkaClusterRecord): string[] {
  const kafka = nodePools ? [] : [`${name}-kafka`];
  return zookeeper && mode === 'zookeeper' ? [...kafka, `${name}-zookeeper`] : kafka;
}

/** It joins a namespace and a cluster by what both may have in their names. */
function bindingOf({ record, site }: Placed<KafkaClusterRecord>): string {
  return `strimzi-${record.namespace ?? site.namespace}-${record.name}-kafka-init`;
}

function placeOf({ record, site }: Placed<ResourceRecord>): string {
  return `${site.kubernetesCluster}\0${record.namespace ?? site.namespace}`;
}
