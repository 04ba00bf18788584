import type { FieldPath } from '../model/field';
import type { KafkaClusterRecord, NodeSet } from '../model/kafka-cluster';
import type { NodeRole } from '../model/node-pool';
import type { Placed, Topology } from '../model/topology';
import { topologyRule, type Breach } from './rule';

/** A node that is the only one of its role keeps what it has. */
export const loneStorage = topologyRule({
  id: 'lone-storage',
  summary: 'A node that alone has all records, or all metadata, of a cluster keeps them when it restarts.',
  remedy: 'Give it a persistent claim, or others beside it.',
  effect: 'warned',
  source:
    'The operator complains in the status of the Kafka (Strimzi 0.18.0 to 1.2.0, KafkaSpecChecker, ZooKeeperSpecChecker).',
  catalog: ['K-023', 'K-024', 'K-025', 'Z-001', 'Z-002'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      const { mode, brokers, zookeeper, nodePools } = cluster.record;
      if (nodePools) reportPools(topology, cluster, report);
      else if (brokers && isLone(brokers)) report(cluster, breach(['spec', 'kafka', 'storage'], 'broker'));
      if (mode === 'zookeeper' && zookeeper && isLone(zookeeper))
        report(cluster, breach(['spec', 'zookeeper', 'storage'], 'ZooKeeper node'));
    }
  },
});

function reportPools(
  topology: Topology,
  cluster: Placed<KafkaClusterRecord>,
  report: (placed: Placed<unknown>, breach: Breach) => void,
): void {
  if (topology.brokersOf(cluster) === undefined) return; // not all pools are seen
  const lone = (role: NodeRole): Placed<unknown> | undefined => {
    const pools = topology
      .membersOf('nodePool', cluster)
      .filter(({ record }) => record.roles.includes(role) && record.replicas > 0);
    return pools.length === 1 ? pools.find(({ record }) => isLone(record)) : undefined;
  };
  const [broker, controller] = [lone('broker'), lone('controller')];
  if (broker) report(broker, breach(['spec', 'storage'], 'broker'));
  if (controller && controller !== broker) report(controller, breach(['spec', 'storage'], 'controller'));
}

function isLone({ replicas, storage }: NodeSet): boolean {
  const volumes = storage.type === 'jbod' ? storage.volumes : [storage];
  return replicas === 1 && volumes.some(({ type }) => type === 'ephemeral');
}

function breach(field: FieldPath, node: string): Breach {
  return {
    field,
    allowed: 'a persistent claim, or more nodes',
    message: `The only ${node} of the cluster loses all that it keeps when its pod is made anew.`,
  };
}
