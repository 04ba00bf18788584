import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { Placed, Topology } from '../model/topology';

/** How many replicas the brokers of a cluster can hold; with node pools, which of them are counted: others may not be seen. */
export function brokersText(topology: Topology, cluster: Placed<KafkaClusterRecord>, brokers: number): string {
  const { name, nodePools } = cluster.record;
  const range = brokers === 1 ? '1, the only broker' : `1 to ${brokers}, the brokers`;
  if (!nodePools) return `${range} of ${name}`;
  const pools = topology.membersOf('nodePool', cluster).filter(({ record }) => record.roles.includes('broker'));
  const names = pools.map(({ record }) => record.name).sort();
  return `${range} of ${name} in the node ${names.length === 1 ? 'pool' : 'pools'} ${names.join(', ')}`;
}
