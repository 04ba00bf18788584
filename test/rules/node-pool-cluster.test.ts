import { StrimziRelease } from '../../src/dialects/releases';
import { nodePoolCluster } from '../../src/rules/node-pool-cluster';
import { cluster, tell, tellOfYaml } from './harness';
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
    expect(
      tell(nodePoolCluster, { kafkaCluster, nodePool: [pool('k', 'p', 3)], release: StrimziRelease.V0_45 }),
    ).toMatchObject([
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

it('says nothing of annotations that no operator looks at any more', () => {
  const kafka =
    '{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: k, annotations: {strimzi.io/kraft: migration}}, spec: {kafka: {listeners: []}}}';
  const nodes =
    '{apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaNodePool, metadata: {name: p, labels: {strimzi.io/cluster: k}}, spec: {replicas: 3, roles: [broker], storage: {type: ephemeral}}}';
  const of = (release: StrimziRelease) => tellOfYaml('node-pool-cluster', `${kafka}\n---\n${nodes}`, { release });
  expect(of(StrimziRelease.V0_45)).toHaveLength(1);
  expect(of(StrimziRelease.V0_46)).toEqual([]);
});
