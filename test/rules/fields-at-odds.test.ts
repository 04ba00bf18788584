import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string, release = StrimziRelease.V0_45) =>
  tellOfYaml(
    'fields-at-odds',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
    { release },
  );

describe('fields-at-odds', () => {
  it.each([
    ['KafkaRebalance', '{mode: add-brokers, brokers: [1]}'],
    ['KafkaRebalance', '{mode: remove-disks, moveReplicasOffVolumes: []}'],
    ['KafkaRebalance', '{rebalanceDisk: false, goals: [a]}'],
    ['KafkaUser', '{authorization: {acls: [{operations: [Read], resource: {type: cluster}}]}}'],
    ['Kafka', '{kafka: {quotas: {type: strimzi, minAvailableRatioPerVolume: 0.1}}}'],
    ['KafkaMirrorMaker2', '{mirrors: [{topicsExcludePattern: a}]}'],
    ['Kafka', '{kafka: {authorization: {type: keycloak}, listeners: [{authentication: {type: oauth}}]}}'],
    ['Kafka', '{jmxTrans: {}, kafka: {}}'],
  ])('takes %s %s', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });

  it.each([
    ['KafkaRebalance', '{brokers: [1]}', 'brokers', 'warning'],
    ['KafkaRebalance', '{mode: full, moveReplicasOffVolumes: []}', 'moveReplicasOffVolumes', 'warning'],
    ['KafkaRebalance', '{mode: add-brokers, rebalanceDisk: true}', 'rebalanceDisk', 'warning'],
    ['KafkaRebalance', '{rebalanceDisk: true, goals: [a]}', 'goals', 'error'],
    [
      'KafkaRebalance',
      '{mode: add-brokers, concurrentIntraBrokerPartitionMovements: 1}',
      'concurrentIntraBrokerPartitionMovements',
      'warning',
    ],
    ['KafkaUser', '{quotas: {producerByteRate: 0, consumerByteRate: 1}}', 'quotas.producerByteRate', 'warning'],
    [
      'KafkaUser',
      '{authorization: {acls: [{operation: Read, operations: [Read]}]}}',
      'authorization.acls[0].operation',
      'error',
    ],
    [
      'KafkaUser',
      '{authorization: {acls: [{resource: {type: cluster, name: k}}]}}',
      'authorization.acls[0].resource.name',
      'warning',
    ],
    [
      'Kafka',
      '{kafka: {quotas: {minAvailableBytesPerVolume: 1, minAvailableRatioPerVolume: 0.1}}}',
      'kafka.quotas.minAvailableRatioPerVolume',
      'error',
    ],
    ['Kafka', '{kafka: {quotas: {}, config: {client.quota.callback.class: a}}}', 'kafka.quotas', 'warning'],
    [
      'KafkaMirrorMaker2',
      '{mirrors: [{topicsExcludePattern: a, topicsBlacklistPattern: b}]}',
      'mirrors[0].topicsBlacklistPattern',
      'warning',
    ],
    [
      'KafkaMirrorMaker2',
      '{mirrors: [{groupsExcludePattern: a, groupsBlacklistPattern: b}]}',
      'mirrors[0].groupsBlacklistPattern',
      'warning',
    ],
    ['KafkaConnector', '{pause: true, state: running}', 'pause', 'warning'],
    [
      'KafkaTopic',
      '{config: {leader.replication.throttled.replicas: "*"}}',
      'config["leader.replication.throttled.replicas"]',
      'warning',
    ],
  ])('tells of %s %s', (kind, spec, field, severity) => {
    expect(told(kind, spec)).toMatchObject([{ severity, field: `spec.${field}` }]);
  });

  it('wants JMX where JmxTrans reads it', () => {
    const release = StrimziRelease.V0_34;
    const found = told('Kafka', '{jmxTrans: {}, kafka: {}}', release);
    expect(found).toMatchObject([{ effect: 'refused', field: 'spec.jmxTrans' }]);
    expect(found[0]).not.toHaveProperty('given'); // A whole part says nothing to people.
    expect(told('Kafka', '{jmxTrans: {}, kafka: {jmxOptions: {}}}', release)).toEqual([]);
  });
});
