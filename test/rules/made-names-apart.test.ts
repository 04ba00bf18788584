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

describe('names of Services and Secrets', () => {
  const listeners = (...names: readonly string[]) =>
    `{kafka: {listeners: [${names.map((name, at) => `{name: ${name}, port: ${name === 'external' ? 9094 : 9095 + at}, type: loadbalancer, tls: true}`).join(', ')}]}}`;
  const inN = ', namespace: n';
  const secret = (name: string) => `{apiVersion: v1, kind: Secret, metadata: {name: ${name}${inN}}, data: {a: aa==}}`;
  const messages = (objects: readonly string[]) => told(objects).map(({ path, message }) => `${path}: ${message}`);

  it('are those of one cluster where a listener of another has its name', () => {
    expect(messages([object('Kafka', 'a', listeners('other'), inN), kafka('a-kafka')])).toEqual([]);
    expect(
      messages([object('Kafka', 'a', listeners('kafka'), inN), object('Kafka', 'a-kafka', listeners('x'), inN)]),
    ).toEqual(['Kafka/n/a-kafka: Service a-kafka-kafka-bootstrap comes of Kafka/n/a too.']);
  });

  it('are those of brokers of two clusters', () => {
    const one = [object('Kafka', 'a', listeners('x'), inN), pool('a', 'b-c')];
    const other = [object('Kafka', 'a-b', listeners('external'), inN), pool('a-b', 'c-x')];
    expect(messages([...one, ...other])).toEqual([
      'Kafka/n/a-b: The Services of brokers a-b-c-x come of Kafka/n/a too.',
    ]);
  });

  it('are those of a Kafka Connect and a MirrorMaker 2 that are called the same', () => {
    const jmx = 'jmxOptions: {authentication: {type: password}}';
    const connect = (spec: string) => object('KafkaConnect', 'one', `{${spec}}`, inN);
    const mirror = (spec: string) => object('KafkaMirrorMaker2', 'one', `{${spec}}`, inN);
    const tls = 'tls: {trustedCertificates: [{secretName: ca, certificate: ca.crt}]}';
    expect(messages([connect(''), mirror('')])).toEqual([]);
    expect(messages([connect(jmx), mirror(jmx)])).toEqual([
      'KafkaMirrorMaker2/n/one: Secret one-kafka-connect-jmx comes of KafkaConnect/n/one too.',
    ]);
    expect(messages([connect(tls), mirror(`target: {${tls}}`)])).toHaveLength(1);
  });

  it('are told once of two objects', () => {
    const early = object('KafkaConnect', 'one', '{}', inN).replace('/v1,', '/v1beta1,');
    const objects = [early, early.replace('KafkaConnect', 'KafkaConnectS2I')].join('\n---\n');
    expect(tellOfYaml('made-names-apart', objects, { release: StrimziRelease.V0_18 })).toMatchObject([
      { path: 'KafkaConnectS2I/n/one' },
    ]);
  });

  it('are those of users, with the prefix that the cluster gives them', () => {
    const named = (name: string, prefix = '') => [
      object('Kafka', 'k', `{kafka: {listeners: []}, entityOperator: {userOperator: {${prefix}}}}`, inN),
      object('KafkaUser', name, '{authentication: {type: tls}}', `${inN}, labels: {strimzi.io/cluster: k}`),
    ];
    expect(messages(named('k-clients-ca'))).toEqual([
      'KafkaUser/n/k-clients-ca: Its Secret k-clients-ca comes of Kafka/n/k too.',
    ]);
    expect(messages(named('clients-ca', 'secretPrefix: k-'))).toHaveLength(1);
    expect(messages(named('clients-ca'))).toEqual([]);
    expect(messages([...named('shop'), secret('shop')])).toEqual([
      'KafkaUser/n/shop: The user operator writes its Secret over Secret/n/shop, which has the name, too.',
    ]);
    expect(messages([...named('shop', 'secretPrefix: k-'), secret('shop')])).toEqual([]);
  });

  it('are those of users beside Cruise Control and the Kafka Exporter', () => {
    const beside = (name: string, parts: string) =>
      told([
        object('Kafka', 'k', `{kafka: {listeners: []}${parts}}`, inN),
        object('KafkaUser', name, '{authentication: {type: tls}}', `${inN}, labels: {strimzi.io/cluster: k}`),
      ]);
    expect(beside('k-cruise-control-api', ', cruiseControl: {}')).toHaveLength(1);
    expect(beside('k-kafka-exporter-certs', ', kafkaExporter: {}')).toHaveLength(1);
    expect(beside('k-cruise-control-api', '')).toEqual([]);
  });

  it('are those of rebalances that a cluster makes itself', () => {
    const cluster = object(
      'Kafka',
      'k',
      '{kafka: {listeners: []}, cruiseControl: {autoRebalance: [{mode: add-brokers}]}}',
      inN,
    );
    const rebalance = (mode: string) => object('KafkaRebalance', `k-auto-rebalancing-${mode}`, '{}', inN);
    expect(messages([cluster, rebalance('remove-brokers')])).toEqual([]);
    expect(told([cluster, rebalance('add-brokers')])).toMatchObject([
      { path: 'KafkaRebalance/n/k-auto-rebalancing-add-brokers' },
    ]);
  });
});
