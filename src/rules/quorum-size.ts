import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { Placed, Topology } from '../model/topology';
import { topologyRule, type Breach } from './rule';

/** Those who keep the metadata of a cluster are an odd number. */
export const quorumSize = topologyRule({
  id: 'quorum-size',
  summary: 'The controllers or the ZooKeeper nodes of a cluster are an odd number: one more brings nothing.',
  remedy: 'Run three, or another odd number.',
  effect: 'warned',
  source:
    'The operator complains in the status of the Kafka (Strimzi 0.18.0 to 0.45.2, ZooKeeperSpecChecker; 0.36.1 to 1.2.0, KafkaSpecChecker).',
  catalog: ['K-026', 'K-027', 'Z-003', 'Z-004', 'Z-005', 'Z-006'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      const { mode, zookeeper } = cluster.record;
      if (mode === 'kraft') reportControllers(topology, cluster, report);
      else if (zookeeper && isEven(zookeeper.replicas))
        report(cluster, { field: ['spec', 'zookeeper', 'replicas'], ...breach(zookeeper.replicas, 'ZooKeeper nodes') });
    }
  },
});

function reportControllers(
  topology: Topology,
  cluster: Placed<KafkaClusterRecord>,
  report: (placed: Placed<unknown>, breach: Breach) => void,
): void {
  const pools = topology.membersOf('nodePool', cluster).filter(({ record }) => record.roles.includes('controller'));
  const controllers = pools.reduce((sum, { record }) => sum + record.replicas, 0);
  if (!isEven(controllers)) return;
  const [first] = pools;
  if (first && pools.length === 1)
    report(first, { field: ['spec', 'replicas'], ...breach(controllers, 'controllers') });
  else report(cluster, breach(controllers, 'controllers'));
}

/** None at all is another matter. */
function isEven(nodes: number): boolean {
  return nodes > 0 && nodes % 2 === 0;
}

function breach(nodes: number, what: string): Omit<Breach, 'field'> {
  return {
    given: nodes,
    allowed: 'an odd number, such as 3',
    message: `More than half of the ${what} have to be up: ${nodes} can lose no more of them than ${nodes - 1} can.`,
  };
}
