import { check, StrimziRelease } from '../../src';
import { objectsOf, tellOfYaml } from './harness';

const told = (kind: string, spec: string) =>
  tellOfYaml('number-bits', `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: k}, spec: ${spec}}`);

describe('number-bits', () => {
  it.each([
    ['KafkaConnector', '{class: a.B, tasksMax: 2147483648}', 'spec.tasksMax'],
    ['KafkaConnector', '{class: a.B, autoRestart: {maxRestarts: 3000000000}}', 'spec.autoRestart.maxRestarts'],
    ['KafkaTopic', '{partitions: 3000000000}', 'spec.partitions'],
    ['KafkaUser', '{quotas: {producerByteRate: 3000000000}}', 'spec.quotas.producerByteRate'],
    ['KafkaRebalance', '{mode: add-brokers, brokers: [1, 3000000000]}', 'spec.brokers[1]'],
    [
      'KafkaMirrorMaker2',
      '{mirrors: [{sourceConnector: {tasksMax: 4e9}}]}',
      'spec.mirrors[0].sourceConnector.tasksMax',
    ],
  ])('tells of a number of %s %s that the operator cannot read', (kind, spec, field) => {
    expect(told(kind, spec)).toMatchObject([{ severity: 'error', field, allowed: 'at most 2147483647' }]);
  });

  it('tells of numbers that are too small', () => {
    expect(told('KafkaConnect', '{livenessProbe: {periodSeconds: -2147483649}}')).toMatchObject([
      { field: 'spec.livenessProbe.periodSeconds', allowed: 'at least -2147483648' },
    ]);
  });

  it.each([
    ['KafkaConnector', '{class: a.B, tasksMax: 2147483647}'],
    ['KafkaConnector', '{class: a.B, config: {flush.size: 3000000000}}'],
    ['KafkaRebalance', '{replicationThrottle: 3000000000}'],
    ['Kafka', '{kafka: {quotas: {type: kafka, producerByteRate: 3000000000}}}'],
    ['Kafka', '{kafka: {template: {pod: {securityContext: {fsGroup: 3000000000, supplementalGroups: [3000000000]}}}}}'],
    ['KafkaBridge', '{consumer: {timeoutSeconds: 3000000000}}'],
  ])('takes what has 64 bits, and settings: %s %s', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });

  it('tells of replicas of a topic once', () => {
    const kafka = 'apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {listeners: []}}';
    const topic =
      'apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: t, labels: {strimzi.io/cluster: k}}, spec: {replicas: 3000000000}';
    const pool =
      'apiVersion: kafka.strimzi.io/v1, kind: KafkaNodePool, metadata: {name: p, labels: {strimzi.io/cluster: k}}, spec: {replicas: 3, roles: [broker], storage: {type: ephemeral}}';
    const manifests = objectsOf([kafka, topic, pool].map((each) => `{${each}}`).join('\n---\n'));
    const findings = check({ release: StrimziRelease.V1_2, manifests }).filter(
      ({ field }) => field === 'spec.replicas',
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['number-bits']);
  });
});
