import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (replicas: number, config: string, release = StrimziRelease.V0_45) =>
  tellOfYaml(
    'replication-defaults',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: a}, spec: {kafka: {replicas: ${replicas}, config: ${config}, storage: {type: ephemeral}}, zookeeper: {replicas: 3, storage: {type: ephemeral}}}}`,
    { release },
  );

describe('replication-defaults', () => {
  it('asks several brokers for both settings, and one broker for none', () => {
    expect(told(3, '{default.replication.factor: 3, min.insync.replicas: 2}')).toEqual([]);
    expect(told(1, '{}')).toEqual([]);
    expect(told(2, '{}')).toMatchObject([
      { effect: 'warned', field: 'spec.kafka.config["default.replication.factor"]' },
      { effect: 'warned', field: 'spec.kafka.config["min.insync.replicas"]' },
    ]);
    expect(told(3, '{default.replication.factor: 3}')).toMatchObject([
      { allowed: '1 to 3, the brokers of the cluster', message: expect.stringContaining('min.insync.replicas') },
    ]);
  });

  it('is silent before the operator was not', () => {
    expect(told(3, '{}', StrimziRelease.V0_26)).toEqual([]);
    expect(told(3, '{}', StrimziRelease.V0_27)).toHaveLength(2);
  });

  it('does not miss what is there with a slip, which is told of the slip', () => {
    expect(told(3, '{default.replication.facotr: 3, min.insync.replica: 2}')).toEqual([]);
  });
});
