import { kafkaClusterNodes } from '../../src/rules/kafka-cluster-nodes';
import { cluster, tell, tellOfSites } from './harness';
import { kraft, pool } from './mirrors';

const storage = { type: 'ephemeral' } as const;

describe('kafka-cluster-nodes', () => {
  it('takes one node and more', () => {
    expect(tell(kafkaClusterNodes, { kafkaCluster: [cluster()] })).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d nodes', (replicas) => {
    const kafkaCluster = [cluster({ brokers: { replicas, storage } })];
    expect(tell(kafkaClusterNodes, { kafkaCluster })).toMatchObject([{ path: 'europe', field: 'spec.kafka.replicas' }]);
  });

  it.each([0, 2.5])('refuses %d ZooKeeper nodes', (replicas) => {
    const kafkaCluster = [cluster({ zookeeper: { replicas, storage } })];
    expect(tell(kafkaClusterNodes, { kafkaCluster })).toMatchObject([
      { path: 'europe', field: 'spec.zookeeper.replicas', given: replicas, allowed: 'a whole number from 1' },
    ]);
  });

  it('takes an empty node pool beside others, and refuses a cluster whose pools are all empty', () => {
    const kafkaCluster = [kraft('k')];
    const nodePool = [pool('k', 'old', 0), pool('k', 'new', 3)];
    expect(tell(kafkaClusterNodes, { kafkaCluster, nodePool })).toEqual([]);
    expect(tell(kafkaClusterNodes, { kafkaCluster, nodePool: [pool('k', 'old', 0)] })).toMatchObject([
      { path: 'old', field: 'spec.replicas', given: 0 },
    ]);
    const controllers = { ...pool('k', 'controllers', 3), roles: ['controller'] as const };
    expect(tell(kafkaClusterNodes, { kafkaCluster, nodePool: [controllers] })).toMatchObject([{ path: 'k' }]);
  });

  it.each([-1, 1.5])('refuses a node pool of %d', (replicas) => {
    const given = { kafkaCluster: [kraft('k')], nodePool: [pool('k', 'p', replicas), pool('k', 'q', 3)] };
    expect(tell(kafkaClusterNodes, given)).toMatchObject([{ path: 'p', given: replicas }]);
  });

  it('says nothing of roles that are none, which the schema tells', () => {
    const nodePool = [{ ...pool('k', 'p', 3), roles: [null as never] }];
    expect(tell(kafkaClusterNodes, { kafkaCluster: [kraft('k')], nodePool })).toEqual([]);
  });

  it('says nothing of a cluster whose node pools it does not see', () => {
    expect(tell(kafkaClusterNodes, { kafkaCluster: [kraft('k')] })).toEqual([]);
  });

  it('refuses a cluster that has none of the node pools beside it', () => {
    const kafkaCluster = [kraft('k'), kraft('l')];
    expect(tell(kafkaClusterNodes, { kafkaCluster, nodePool: [pool('l', 'p', 3)] })).toMatchObject([
      { path: 'k', severity: 'error', message: 'Of the node pools in the namespace none is of k.' },
    ]);
    const stray = [pool('l', 'p', 3), pool('m', 'q', 3)];
    expect(tell(kafkaClusterNodes, { kafkaCluster, nodePool: stray })).toEqual([]);
    const twice = [kraft('k'), kraft('k'), kraft('l')];
    expect(tell(kafkaClusterNodes, { kafkaCluster: twice, nodePool: [pool('l', 'p', 3)] })).toEqual([]);
    const apart = [{ kafkaCluster: [kraft('k')] }, { kafkaCluster: [kraft('l')], nodePool: [pool('l', 'p', 3)] }];
    expect(tellOfSites(kafkaClusterNodes, apart)).toEqual([]);
  });
});
