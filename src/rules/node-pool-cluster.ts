import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { NodePoolRecord } from '../model/node-pool';
import type { Placed, Topology } from '../model/topology';
import { CLUSTER_LABEL, nearestRemedy, unnamedBreach } from './of-cluster';
import { topologyRule } from './rule';

/** A node pool is of a cluster that has node pools. */
export const nodePoolCluster = topologyRule({
  id: 'node-pool-cluster',
  summary: 'A node pool is of a Kafka cluster, in its namespace, that takes its nodes from pools.',
  remedy: 'Name the Kafka cluster in the label strimzi.io/cluster.',
  effect: 'ignored',
  source: 'The operator passes over others, and says so in its log alone (Strimzi 0.45.2, 1.2.0).',
  catalog: ['P-007', 'P-008', 'P-009'],
  across: (topology, report) => {
    const clusters = clusterNames(topology);
    for (const pool of topology.all('nodePool')) {
      const { cluster: given, name } = pool.record;
      const cluster = topology.clusterOf(pool);
      const known = clusters.get(placeOf(pool)) ?? new Set();
      if (cluster && lacksPools(cluster)) continue;
      if (cluster?.record.nodePools === false) {
        report(pool, {
          field: CLUSTER_LABEL,
          given,
          message: `Cluster ${given} describes its nodes itself: nobody looks at node pool "${name}".`,
          remedy: 'Give the Kafka resource the annotation strimzi.io/node-pools: enabled, or remove the pool.',
        });
      } else if (given === '' || (known.size > 0 && !known.has(given))) {
        const names = [...known].sort();
        const allowed = names.length > 0 ? names.join(', ') : 'the name of a Kafka cluster';
        report(
          pool,
          given === ''
            ? unnamedBreach(pool, { allowed, message: `Node pool "${name}" is of no cluster.` })
            : {
                field: CLUSTER_LABEL,
                given,
                allowed,
                message: `There is no Kafka cluster "${given}" beside the node pool.`,
                ...nearestRemedy(given, names),
              },
        );
      }
    }
  },
});

/** A cluster with KRaft has no other nodes, and is told so itself. */
function lacksPools({ record: { mode, nodePools }, site }: Placed<KafkaClusterRecord>): boolean {
  const { metadataModes } = site.release;
  if (!metadataModes.includes('zookeeper')) return true; // whatever its annotations say
  return mode === 'kraft' && !nodePools && metadataModes.includes('kraft');
}

/** The Kafka clusters of each namespace: where none is seen, they may be anywhere. */
function clusterNames(topology: Topology): ReadonlyMap<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const cluster of topology.all('kafkaCluster')) {
    const place = placeOf(cluster);
    names.set(place, (names.get(place) ?? new Set()).add(cluster.record.name));
  }
  return names;
}

function placeOf({ record, site }: Placed<Pick<NodePoolRecord, 'namespace'>>): string {
  return `${site.kubernetesCluster}\0${record.namespace ?? site.namespace}`;
}
