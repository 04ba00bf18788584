import type { Manifest } from '../../src';
import { diff } from '../../src/reports/diff';

type Spec = Readonly<Record<string, unknown>>;

const API: Readonly<Record<string, string>> = {
  KafkaAccess: 'access.strimzi.io/v1alpha1',
  KafkaConnect: 'kafka.strimzi.io/v1',
  KafkaMirrorMaker2: 'kafka.strimzi.io/v1',
  Namespace: 'v1',
  OperatorGroup: 'operators.coreos.com/v1',
  Subscription: 'operators.coreos.com/v1alpha1',
  Route: 'route.openshift.io/v1',
  Deployment: 'apps/v1',
  Kafka: 'kafka.strimzi.io/v1beta2',
  KafkaBridge: 'kafka.strimzi.io/v1',
  KafkaMirrorMaker: 'kafka.strimzi.io/v1beta2',
};

const object = (kind: string, spec: Spec): Manifest => ({
  apiVersion: API[kind] ?? '',
  kind,
  metadata: { name: 'it', namespace: 'shop' },
  spec,
});

/** What comes of it, each with its field. */
function told(before: readonly Manifest[], after: readonly Manifest[]): string[] {
  const { changes, unread, unjudged } = diff(before, after);
  expect([unread, unjudged]).toEqual([[], []]);
  return changes.flatMap(({ effects }) => effects.map((effect) => `${effect.class} ${effect.field ?? ''}`.trim()));
}

const SUBSCRIPTION = {
  name: 'strimzi',
  channel: 'stable',
  source: 'community',
  sourceNamespace: 'olm',
  startingCSV: 'strimzi.v1.0.0',
  installPlanApproval: 'Manual',
};
const HTTP = { port: 8080 };
const withTls = (secretName: string) => ({
  ...HTTP,
  tls: { certificateAndKey: { secretName, certificate: 'tls.crt', key: 'tls.key' } },
});
const CERTIFICATES = [
  [HTTP, withTls('a')],
  [withTls('a'), withTls('b')],
  [withTls('a'), HTTP],
] as const;
const LOCKED = { authentication: { type: 'password' } };
const CONNECT = {
  replicas: 1,
  bootstrapServers: 'a:9092',
  groupId: 'g',
  configStorageTopic: 'c',
  offsetStorageTopic: 'o',
  statusStorageTopic: 's',
};
const MIRROR_2 = { replicas: 1, target: { alias: 'b', bootstrapServers: 'b:9092' }, mirrors: [] };
const ACCESS = {
  kafka: { name: 'europe', listener: 'tls' },
  user: { apiGroup: 'kafka.strimzi.io', kind: 'KafkaUser', name: 'shop' },
};
const ROUTE = {
  to: { kind: 'Service', name: 'jaeger-query' },
  port: { targetPort: 16686 },
  host: 'jaeger.example',
  path: '/traces',
  tls: { termination: 'edge' },
};
const BRIDGE = {
  replicas: 1,
  bootstrapServers: 'a:9092',
  image: 'bridge:1',
  http: { port: 8080 },
  consumer: { config: { 'max.poll.records': 5 } },
  producer: { config: { acks: '1' } },
  adminClient: { config: { retries: 1 } },
  logging: { type: 'inline', loggers: { root: 'INFO' } },
  jvmOptions: { '-Xmx': '1g' },
  livenessProbe: { timeoutSeconds: 5 },
  readinessProbe: { timeoutSeconds: 5 },
  resources: { requests: { cpu: '1' } },
  template: { pod: { priorityClassName: 'high' }, podDisruptionBudget: { maxUnavailable: 1 } },
};
const MIRROR = {
  replicas: 1,
  include: 'orders',
  consumer: {
    bootstrapServers: 'a:9093',
    groupId: 'g',
    numStreams: 1,
    config: { 'max.poll.records': 5 },
    tls: { trustedCertificates: [{ secretName: 'a', certificate: 'ca.crt' }] },
    authentication: { type: 'tls', certificateAndKey: { secretName: 'u', certificate: 'user.crt', key: 'user.key' } },
  },
  producer: { bootstrapServers: 'b:9093', abortOnSendFailure: true, config: { acks: 'all' } },
};

const CLAIM = { type: 'persistent-claim', size: '1Gi', class: 'fast', deleteClaim: false };
const ZOOKEEPER = { replicas: 3, storage: CLAIM, jvmOptions: { '-Xmx': '1g' }, resources: { requests: { cpu: '1' } } };
const KAFKA = {
  kafka: { replicas: 3, listeners: [], storage: CLAIM, jvmOptions: { '-Xmx': '1g' }, rack: { topologyKey: 'zone' } },
  zookeeper: ZOOKEEPER,
  clusterCa: { validityDays: 365 },
  clientsCa: { validityDays: 365 },
  maintenanceTimeWindows: ['* * 0-1 * * ?'],
  cruiseControl: { config: { a: 1 } },
  kafkaExporter: { topicRegex: 'a' },
};

/** A kind, what an object of it says, what it says otherwise then, and what comes of that. */
type Row = readonly [kind: string, spec: Spec, said: Spec, comes: string];

describe('an object', () => {
  it.each<readonly [string, Spec, string, string]>([
    ['Namespace', {}, 'safe', 'destroys-data'],
    ['OperatorGroup', { targetNamespaces: ['shop'] }, 'safe', 'manual-step'],
    ['Subscription', SUBSCRIPTION, 'safe', 'manual-step'],
    ['Route', ROUTE, 'widens-access', 'narrows-access'],
    ['KafkaAccess', ACCESS, 'safe', 'manual-step'],
    ['KafkaBridge', BRIDGE, 'safe', 'restarts-pods'],
    ['KafkaMirrorMaker', MIRROR, 'safe', 'restarts-mirror'],
    ['Deployment', { template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } } }, 'safe', 'restarts-pods'],
  ])('%s that comes is of its class, and of another where it goes', (kind, spec, comes, goes) => {
    const it = object(kind, spec);
    expect([told([], [it]), told([it], [])]).toEqual([[comes], [goes]]);
  });

  const rows: readonly Row[] = [
    ['KafkaAccess', ACCESS, { kafka: { name: 'us', listener: 'tls' } }, 'manual-step spec.kafka.name'],
    ['KafkaAccess', ACCESS, { kafka: { ...ACCESS.kafka, namespace: 'far' } }, 'manual-step spec.kafka.namespace'],
    ['KafkaAccess', ACCESS, { kafka: { name: 'europe' } }, 'manual-step spec.kafka.listener'],
    ['KafkaAccess', ACCESS, { user: { ...ACCESS.user, name: 'other' } }, 'manual-step spec.user'],
    ['KafkaAccess', ACCESS, { user: { ...ACCESS.user, kind: 'User' } }, 'manual-step spec.user.kind'],
    ['KafkaConnect', CONNECT, { jmxOptions: {} }, 'widens-access spec.jmxOptions'],
    ['KafkaConnect', { ...CONNECT, jmxOptions: {} }, { jmxOptions: LOCKED }, 'restarts-pods spec.jmxOptions'],
    ['KafkaMirrorMaker2', MIRROR_2, { jmxOptions: {} }, 'widens-access spec.jmxOptions'],
    ['KafkaMirrorMaker2', MIRROR_2, { jmxOptions: LOCKED }, 'restarts-mirror spec.jmxOptions'],
    ['KafkaAccess', ACCESS, { secretName: 'kafka' }, 'manual-step spec.secretName'],
    [
      'KafkaAccess',
      ACCESS,
      { template: { secret: { metadata: { labels: { a: 'b' } } } } },
      'safe spec.template.secret.metadata',
    ],
    ['OperatorGroup', { targetNamespaces: ['a'] }, { targetNamespaces: ['b'] }, 'manual-step spec.targetNamespaces'],
    ['Subscription', SUBSCRIPTION, { name: 'amq-streams' }, 'restarts-pods spec.name'],
    ['Subscription', SUBSCRIPTION, { channel: 'next' }, 'restarts-pods spec.channel'],
    ['Subscription', SUBSCRIPTION, { source: 'mine' }, 'restarts-pods spec.source'],
    ['Subscription', SUBSCRIPTION, { sourceNamespace: 'mine' }, 'restarts-pods spec.sourceNamespace'],
    ['Subscription', SUBSCRIPTION, { startingCSV: 'strimzi.v1.1.0' }, 'no-effect spec.startingCSV'],
    ['Subscription', SUBSCRIPTION, { installPlanApproval: 'Automatic' }, 'safe spec.installPlanApproval'],
    ['Route', ROUTE, { port: { targetPort: 80 } }, 'widens-access spec'],
    ['Route', ROUTE, { host: 'other.example' }, 'manual-step spec.host'],
    ['Route', ROUTE, { path: '/' }, 'manual-step spec.path'],
    ['Route', ROUTE, { tls: undefined }, 'widens-access spec.tls'],
    ['Route', { ...ROUTE, tls: undefined }, { tls: ROUTE.tls }, 'safe spec.tls'],
    [
      'Kafka',
      KAFKA,
      { kafka: { ...KAFKA.kafka, jvmOptions: { '-Xmx': '2g' } } },
      'restarts-pods spec.kafka.jvmOptions',
    ],
    ['Kafka', KAFKA, { kafka: { ...KAFKA.kafka, rack: { topologyKey: 'host' } } }, 'restarts-pods spec.kafka.rack'],
    ['Kafka', KAFKA, { kafka: { ...KAFKA.kafka, storage: { ...CLAIM, size: '2Gi' } } }, 'safe spec.kafka.storage.size'],
    [
      'Kafka',
      KAFKA,
      { kafka: { ...KAFKA.kafka, storage: { ...CLAIM, size: '1Mi' } } },
      'manual-step spec.kafka.storage.size',
    ],
    [
      'Kafka',
      KAFKA,
      { kafka: { ...KAFKA.kafka, storage: { ...CLAIM, class: 'slow' } } },
      'manual-step spec.kafka.storage.class',
    ],
    [
      'Kafka',
      KAFKA,
      { kafka: { ...KAFKA.kafka, storage: { ...CLAIM, deleteClaim: true } } },
      'may-lose-data spec.kafka.storage.deleteClaim',
    ],
    ['Kafka', KAFKA, { zookeeper: { ...ZOOKEEPER, jvmOptions: {} } }, 'restarts-pods spec.zookeeper.jvmOptions'],
    ['Kafka', KAFKA, { zookeeper: { ...ZOOKEEPER, jmxOptions: {} } }, 'widens-access spec.zookeeper.jmxOptions'],
    [
      'Kafka',
      KAFKA,
      { zookeeper: { ...ZOOKEEPER, resources: { requests: { cpu: '2' } } } },
      'restarts-pods spec.zookeeper.resources',
    ],
    ['Kafka', KAFKA, { clusterCa: { validityDays: 90 } }, 'manual-step spec.clusterCa'],
    ['Kafka', KAFKA, { clientsCa: { validityDays: 90 } }, 'manual-step spec.clientsCa'],
    ['Kafka', KAFKA, { maintenanceTimeWindows: ['* * 2-3 * * ?'] }, 'safe spec.maintenanceTimeWindows'],
    ['Kafka', KAFKA, { cruiseControl: { config: { a: 2 } } }, 'restarts-pods spec.cruiseControl'],
    ['Kafka', KAFKA, { kafkaExporter: { topicRegex: 'b' } }, 'restarts-pods spec.kafkaExporter'],
    ['KafkaBridge', BRIDGE, { replicas: 2 }, 'safe spec.replicas'],
    ['KafkaBridge', BRIDGE, { bootstrapServers: 'b:9092' }, 'manual-step spec.bootstrapServers'],
    ['KafkaBridge', BRIDGE, { image: 'bridge:2' }, 'restarts-pods spec.image'],
    ['KafkaBridge', BRIDGE, { consumer: { config: { 'max.poll.records': 6 } } }, 'restarts-pods spec.consumer'],
    ['KafkaBridge', BRIDGE, { producer: { config: { acks: 'all' } } }, 'restarts-pods spec.producer'],
    ['KafkaBridge', BRIDGE, { adminClient: { config: { retries: 2 } } }, 'restarts-pods spec.adminClient'],
    ['KafkaBridge', BRIDGE, { logging: { type: 'inline', loggers: { root: 'WARN' } } }, 'safe spec.logging'],
    ['KafkaBridge', BRIDGE, { jvmOptions: { '-Xmx': '2g' } }, 'restarts-pods spec.jvmOptions'],
    ['KafkaBridge', BRIDGE, { livenessProbe: { timeoutSeconds: 6 } }, 'restarts-pods spec.livenessProbe'],
    ['KafkaBridge', BRIDGE, { readinessProbe: { timeoutSeconds: 6 } }, 'restarts-pods spec.readinessProbe'],
    ['KafkaBridge', BRIDGE, { resources: { requests: { cpu: '2' } } }, 'restarts-pods spec.resources'],
    [
      'KafkaBridge',
      BRIDGE,
      { template: { ...BRIDGE.template, pod: { priorityClassName: 'low' } } },
      'restarts-pods spec.template.pod',
    ],
    [
      'KafkaBridge',
      BRIDGE,
      { template: { ...BRIDGE.template, podDisruptionBudget: { maxUnavailable: 0 } } },
      'safe spec.template.podDisruptionBudget.maxUnavailable',
    ],
    ['KafkaMirrorMaker', MIRROR, { include: 'bills' }, 'restarts-mirror spec.include'],
    [
      'KafkaMirrorMaker',
      MIRROR,
      { consumer: { ...MIRROR.consumer, groupId: 'h' } },
      'may-lose-data spec.consumer.groupId',
    ],
    ['KafkaMirrorMaker', MIRROR, { consumer: { ...MIRROR.consumer, tls: {} } }, 'restarts-mirror spec.consumer.tls'],
    [
      'KafkaMirrorMaker',
      MIRROR,
      { consumer: { ...MIRROR.consumer, authentication: undefined } },
      'restarts-mirror spec.consumer.authentication',
    ],
    [
      'KafkaMirrorMaker',
      MIRROR,
      { consumer: { ...MIRROR.consumer, numStreams: 2 } },
      'restarts-mirror spec.consumer.numStreams',
    ],
    [
      'KafkaMirrorMaker',
      MIRROR,
      { consumer: { ...MIRROR.consumer, config: { 'max.poll.records': 6 } } },
      'restarts-mirror spec.consumer.config["max.poll.records"]',
    ],
    [
      'KafkaMirrorMaker',
      MIRROR,
      { producer: { ...MIRROR.producer, config: { acks: 'all', 'linger.ms': 9 } } },
      'restarts-mirror spec.producer.config["linger.ms"]',
    ],
    [
      'KafkaMirrorMaker',
      MIRROR,
      { producer: { ...MIRROR.producer, bootstrapServers: 'c:9093' } },
      'manual-step spec.producer.bootstrapServers',
    ],
  ];

  it.each(rows.map(([kind, spec, said, comes]) => [kind, comes, spec, said] as const))(
    '%s that says another thing is told what comes of it, and where: %s',
    (kind, comes, spec, said) => {
      expect(told([object(kind, spec)], [object(kind, { ...spec, ...said })])).toEqual([comes]);
    },
  );

  it('Route that leads to another Service lets browsers reach that one, and no more the one before', () => {
    const other = { ...ROUTE, to: { kind: 'Service', name: 'other' } };
    expect(told([object('Route', ROUTE)], [object('Route', other)])).toEqual([
      'widens-access spec',
      'narrows-access spec',
    ]);
  });

  it.each(CERTIFICATES)(
    'KafkaBridge that shows HTTP clients another certificate is a step for people: %j, %j',
    (was, is) => {
      expect(
        told([object('KafkaBridge', { ...BRIDGE, http: was })], [object('KafkaBridge', { ...BRIDGE, http: is })]),
      ).toEqual(['manual-step spec.http.tls', 'restarts-pods spec.http']);
    },
  );
});
