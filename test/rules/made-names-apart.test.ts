import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const CLAIM = '{type: persistent-claim, size: 1Gi}';
const object = (kind: string, name: string, spec: string, more = '') =>
  `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: ${name}${more}}, spec: ${spec}}`;
const kafka = (name: string, namespace = 'n') => object('Kafka', name, '{kafka: {}}', `, namespace: ${namespace}`);
const pool = (cluster: string, name: string, namespace = 'n') =>
  object(
    'KafkaNodePool',
    name,
    `{replicas: 3, roles: [broker, controller], storage: ${CLAIM}}`,
    `, namespace: ${namespace}, labels: {strimzi.io/cluster: ${cluster}}`,
  );
const user = (name: string) => object('KafkaUser', name, '{authentication: {type: tls}}', ', namespace: n');
const told = (objects: readonly string[], release = StrimziRelease.V1_2) =>
  tellOfYaml(
    'made-names-apart',
    objects.join('\n---\n').replaceAll('/v1,', release === StrimziRelease.V1_2 ? '/v1,' : '/v1beta2,'),
    { release },
  );

describe('made-names-apart', () => {
  it('takes pools of one name in two clusters, or namespaces, and users beside them', () => {
    expect(told([kafka('a'), kafka('b'), pool('a', 'p'), pool('b', 'p'), user('a-p')])).toEqual([]);
    expect(told([pool('a', 'b-c'), pool('a-b', 'c', 'm')])).toEqual([]);
    expect(told([pool('a', 'p'), user('a-q-0')])).toEqual([]);
    expect(told([kafka('a'), kafka('a')])).toEqual([]); // that they are one is told
  });

  it('tells of pods of one name', () => {
    expect(told([pool('my', 'a-b'), pool('my-a', 'b')])).toMatchObject([
      {
        severity: 'warning',
        path: 'KafkaNodePool/n/b',
        message: 'The set of pods my-a-b comes of KafkaNodePool/n/a-b too.',
      },
    ]);
    const early = `{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: a, namespace: n, annotations: {strimzi.io/node-pools: enabled}}, spec: {kafka: {}, zookeeper: {replicas: 3, storage: ${CLAIM}}}}`;
    expect(told([early, pool('a', 'zookeeper')], StrimziRelease.V0_45)).toMatchObject([
      { path: 'KafkaNodePool/n/zookeeper' },
    ]);
    const whole = early
      .replace(', annotations: {strimzi.io/node-pools: enabled}', '')
      .replace('{kafka: {}', `{kafka: {replicas: 3, storage: ${CLAIM}}`);
    expect(told([whole, pool('a', 'kafka')], StrimziRelease.V0_45)).toMatchObject([{ path: 'KafkaNodePool/n/kafka' }]);
  });

  it('tells of role bindings of one name', () => {
    expect(told([kafka('c', 'a-b'), kafka('b-c', 'a')])).toMatchObject([
      { path: 'Kafka/a/b-c', message: 'ClusterRoleBinding strimzi-a-b-c-kafka-init comes of Kafka/a-b/c too.' },
    ]);
  });

  it('tells of users that are called as nodes, where nodes have Secrets', () => {
    expect(told([pool('a', 'p'), user('a-p-0')])).toMatchObject([{ path: 'KafkaUser/n/a-p-0', given: 'a-p-0' }]);
    expect(told([pool('a', 'p'), user('a-p-0')], StrimziRelease.V0_45)).toEqual([]);
  });
});
