import { kafkaClusterNodes } from '../../src/rules/kafka-cluster-nodes';
import { cluster, tell } from './harness';

const storage = { type: 'ephemeral' } as const;

describe('kafka-cluster-nodes', () => {
  it('takes one node and more', () => {
    expect(tell(kafkaClusterNodes, { kafkaCluster: [cluster()] })).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d nodes', (replicas) => {
    const kafkaCluster = [cluster({ brokers: { replicas, storage } })];
    expect(tell(kafkaClusterNodes, { kafkaCluster })).toMatchObject([{ path: 'europe', field: 'spec.kafka.replicas' }]);
  });
});
