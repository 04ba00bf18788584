import { StrimziRelease } from '../../src/dialects/releases';
import { nodePoolCluster } from '../../src/rules/node-pool-cluster';
import { cluster, tell } from './harness';
import { kraft, pool } from './mirrors';

describe('node-pool-cluster', () => {
  it('takes a pool of a cluster that has pools', () => {
    expect(tell(nodePoolCluster, { kafkaCluster: [kraft('k')], nodePool: [pool('k', 'p', 3)] })).toEqual([]);
  });

  it('warns of a pool whose cluster is not among those beside it', () => {
    const kafkaCluster = [kraft('k'), kraft('b'), { ...kraft('x'), namespace: 'elsewhere' }];
    expect(tell(nodePoolCluster, { kafkaCluster, nodePool: [pool('x', 'p', 3)] })).toMatchObject([
      { field: 'metadata.labels["strimzi.io/cluster"]', given: 'x', allowed: 'b, k', severity: 'warning' },
    ]);
  });

  it('warns of a pool without a cluster, and of one whose cluster describes its nodes itself', () => {
    expect(tell(nodePoolCluster, { nodePool: [pool('', 'p', 3)] })).toMatchObject([{ path: 'p' }]);
    const kafkaCluster = [cluster({ name: 'k' })];
    expect(tell(nodePoolCluster, { kafkaCluster, nodePool: [pool('k', 'p', 3)] })).toMatchObject([
      {
        field: 'metadata.labels["strimzi.io/cluster"]',
        given: 'k',
        message: expect.stringContaining('describes its nodes itself'),
      },
    ]);
  });

  it('says nothing where no cluster is seen, or several claim to be it', () => {
    expect(tell(nodePoolCluster, { nodePool: [pool('k', 'p', 3)] })).toEqual([]);
    const kafkaCluster = [cluster({ name: 'k' }), kraft('k')];
    expect(tell(nodePoolCluster, { kafkaCluster, nodePool: [pool('k', 'p', 3)] })).toEqual([]);
  });

  it('leaves a cluster with KRaft and without node pools to whoever tells of it', () => {
    const kafkaCluster = [{ ...kraft('k'), nodePools: false }];
    const given = { kafkaCluster, nodePool: [pool('k', 'p', 3)], release: StrimziRelease.V0_45 };
    expect(tell(nodePoolCluster, given)).toEqual([]);
    expect(tell(nodePoolCluster, { ...given, kafkaCluster: [cluster({ name: 'k' })] })).toHaveLength(1);
  });
});
