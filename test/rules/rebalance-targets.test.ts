import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const CLAIM = '{type: persistent-claim, size: 1Gi}';
const JBOD =
  '{type: jbod, volumes: [{id: 2, type: persistent-claim, size: 1Gi}, {id: 1, type: persistent-claim, size: 1Gi}]}';
const kafka = '{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {}}}';
const pool = (storage = CLAIM, roles = 'controller, broker') =>
  `{apiVersion: kafka.strimzi.io/v1, kind: KafkaNodePool, metadata: {name: p, labels: {strimzi.io/cluster: k}}, spec: {replicas: 3, roles: [${roles}], storage: ${storage}}}`;
const rebalance = (spec: string, metadata = '') =>
  `{apiVersion: kafka.strimzi.io/v1, kind: KafkaRebalance, metadata: {name: a, labels: {strimzi.io/cluster: k}${metadata}}, spec: {${spec}}}`;
const told = (...objects: readonly string[]) => tellOfYaml('rebalance-targets', objects.join('\n---\n'));
const offVolumes = (broker: number, volume: number) =>
  `mode: remove-disks, moveReplicasOffVolumes: [{brokerId: ${broker}, volumeIds: [${volume}]}]`;

/** A cluster with ZooKeeper, whose brokers are numbered from 0. */
const early = (spec: string) =>
  tellOfYaml(
    'rebalance-targets',
    [
      `{kind: Kafka, metadata: {name: k}, spec: {kafka: {replicas: 3, storage: ${CLAIM}}, zookeeper: {replicas: 3, storage: ${CLAIM}}}}`,
      rebalance(spec),
    ]
      .map((object) =>
        object
          .replace('v1,', 'v1beta2,')
          .replace('{kind: Kafka,', '{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka,'),
      )
      .join('\n---\n'),
    { release: StrimziRelease.V0_45 },
  );

describe('rebalance-targets', () => {
  it.each([
    ['brokers that there are', [kafka, pool(), rebalance('mode: remove-brokers, brokers: [2]')]],
    ['volumes that there are', [kafka, pool(JBOD), rebalance(offVolumes(2, 1))]],
    ['a cluster that is not seen', [rebalance('mode: remove-brokers, brokers: [9]')]],
    ['node pools that are not all seen', [kafka, pool(JBOD, 'broker'), rebalance(offVolumes(9, 9))]],
    ['brokers that a full rebalance does not ask for', [kafka, pool(), rebalance('brokers: [9]')]],
    [
      'a template',
      [kafka, pool(), rebalance(offVolumes(9, 9), ', annotations: {strimzi.io/rebalance-template: "true"}')],
    ],
  ])('takes %s', (_, objects) => {
    expect(told(...objects)).toEqual([]);
  });

  it('tells of brokers that there are not', () => {
    expect(early('mode: add-brokers, brokers: [2, 3]')).toMatchObject([
      { severity: 'error', field: 'spec.brokers[1]', given: 3, allowed: '0 to 2' },
    ]);
    expect(told(kafka, pool(), rebalance('mode: remove-brokers, brokers: [3]'))).toMatchObject([
      { severity: 'warning', field: 'spec.brokers[0]', allowed: expect.stringContaining('unless') },
    ]);
  });

  it('tells of volumes that there are not', () => {
    expect(told(kafka, pool(JBOD), rebalance(offVolumes(3, 0)))).toMatchObject([
      { severity: 'warning', field: 'spec.moveReplicasOffVolumes[0].brokerId' },
      { severity: 'error', field: 'spec.moveReplicasOffVolumes[0].volumeIds[0]', allowed: '1, 2' },
    ]);
    expect(told(kafka, pool(), rebalance(offVolumes(0, 0)))).toMatchObject([
      { severity: 'error', message: expect.stringContaining('one volume each') },
    ]);
  });

  it('says nothing of brokers where there are none at all', () => {
    const none = pool().replace('replicas: 3', 'replicas: 0');
    expect(told(kafka, none, rebalance('mode: remove-brokers, brokers: [2]'))).toEqual([]);
  });
});
