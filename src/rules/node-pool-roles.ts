import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { NodePoolRecord } from '../model/node-pool';
import type { Placed } from '../model/topology';
import { topologyRule } from './rule';

/** The nodes of a pool do what its cluster has use for. */
export const nodePoolRoles = topologyRule({
  id: 'node-pool-roles',
  summary: 'A node pool has roles; controllers are for clusters with KRaft, which have at least one.',
  remedy: 'Give the pool the roles of its cluster: broker, and with KRaft controller too.',
  effect: 'refused',
  source: 'The operator refuses others with InvalidResource (Strimzi 0.45.2, 1.2.0, NodePoolUtils).',
  releases: { since: '0.40' }, // Before, an operator's feature gate and no manifest says who keeps the metadata.
  catalog: ['P-002', 'P-004', 'P-005'],
  across: (topology, report) => {
    for (const pool of topology.all('nodePool')) {
      const { roles, name } = pool.record;
      const isZooKeeper = keepsZooKeeper(topology.clusterOf(pool)?.record);
      if (roles.length > 0 && !(isZooKeeper && roles.includes('controller'))) continue;
      report(pool, {
        field: ['spec', 'roles'],
        given: roles,
        allowed: isZooKeeper ? 'broker' : 'broker, controller',
        message:
          roles.length === 0
            ? `Node pool "${name}" has no role.`
            : 'ZooKeeper keeps the metadata of the cluster, not controllers.',
      });
    }
    for (const cluster of topology.all('kafkaCluster').filter(({ record }) => record.mode === 'kraft')) {
      if (!lacksControllers(topology.membersOf('nodePool', cluster))) continue;
      report(cluster, {
        allowed: 'a node pool with the role controller and a node',
        message: `No node pool of ${cluster.record.name} that is seen here has controllers.`,
        remedy: 'Give one of its node pools the role controller.',
      });
    }
  },
});

/** What is said of pools is told by itself: a role that is none, a cluster of which all nodes are gone. */
function lacksControllers(pools: readonly Placed<NodePoolRecord>[]): boolean {
  const isSound = pools.every(({ record }) => hasRoles(record) && record.replicas >= 0);
  if (!isSound || pools.every(({ record }) => record.replicas === 0)) return false;
  return !pools.some(({ record }) => record.roles.includes('controller') && record.replicas > 0);
}

/** Whether a pool has roles, and each is one. */
export function hasRoles({ roles }: NodePoolRecord): boolean {
  return roles.length > 0 && roles.every((role: unknown) => role === 'broker' || role === 'controller');
}

/** A cluster that is on its way to KRaft has controllers besides; that it lacks its ZooKeeper nodes is told of itself. */
function keepsZooKeeper(cluster?: KafkaClusterRecord): boolean {
  return (
    cluster?.mode === 'zookeeper' &&
    cluster.zookeeper !== undefined &&
    cluster.annotations?.['strimzi.io/kraft'] !== 'migration'
  );
}
