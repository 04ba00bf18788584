import { modernise, readManifest, StrimziRelease, writeRecord, type Described, type Manifest } from '../../src';
import { checkManifest } from '../../src/schema';

const reader = { release: StrimziRelease.V1_2 };

const read = (...manifests: object[]): Described[] =>
  manifests.map((manifest) => {
    const described = readManifest(manifest);
    if (!described) throw new Error('not read');
    return described;
  });

/** The objects as they are written, by kind and name, and the losses by name and field. */
function modern(...manifests: object[]): { objects: Record<string, Manifest>; losses: string[] } {
  const { described, losses } = modernise(read(...manifests), reader);
  const written = described.map((each) => writeRecord(each, reader));
  for (const manifest of written) expect(checkManifest(manifest) ?? []).toEqual([]);
  return {
    objects: Object.fromEntries(written.map((manifest) => [`${manifest.kind}/${manifest.metadata.name}`, manifest])),
    losses: losses.map(({ name, field }) => `${name} ${field}`),
  };
}

const affinity = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: 'disk', operator: 'In', values: ['fast'] }] }],
    },
  },
};
const kafka = (spec: object, apiVersion = 'kafka.strimzi.io/v1beta1'): object => ({
  apiVersion,
  kind: 'Kafka',
  metadata: { name: 'europe', namespace: 'kafka' },
  spec,
});

describe('a Kafka with ZooKeeper', () => {
  const { objects, losses } = modern(
    kafka({
      kafka: {
        version: '2.5.0',
        replicas: 3,
        listeners: { tls: { authentication: { type: 'tls' } } },
        authorization: { type: 'simple' },
        config: { 'offsets.topic.replication.factor': 3 },
        storage: { type: 'jbod', volumes: [{ id: 0, type: 'persistent-claim', size: '20Gi' }] },
        resources: { requests: { memory: '2Gi' } },
        jvmOptions: { gcLoggingEnabled: true },
        template: { pod: { affinity, terminationGracePeriodSeconds: 60 } },
        metrics: { lowercaseOutputName: true },
        tlsSidecar: { logLevel: 'info' },
      },
      zookeeper: {
        replicas: 3,
        storage: { type: 'persistent-claim', size: '5Gi' },
        jvmOptions: { gcLoggingEnabled: false },
      },
      entityOperator: { topicOperator: { reconciliationIntervalSeconds: 90 }, userOperator: {} },
    }),
  );

  it('is one with a pool of controllers and a pool of brokers', () => {
    expect(Object.keys(objects)).toEqual([
      'Kafka/europe',
      'ConfigMap/europe-kafka-metrics',
      'KafkaNodePool/controller',
      'KafkaNodePool/kafka',
    ]);
    expect(objects['KafkaNodePool/controller']).toEqual({
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaNodePool',
      metadata: { name: 'controller', namespace: 'kafka', labels: { 'strimzi.io/cluster': 'europe' } },
      spec: { replicas: 3, roles: ['controller'], storage: { type: 'persistent-claim', size: '5Gi' } },
    });
    expect(objects['KafkaNodePool/kafka']).toMatchObject({
      spec: {
        replicas: 3,
        roles: ['broker'],
        storage: { type: 'jbod', volumes: [{ id: 0, type: 'persistent-claim', size: '20Gi' }] },
        resources: { requests: { memory: '2Gi' } },
        template: { pod: { affinity, terminationGracePeriodSeconds: 60 } },
      },
    });
  });

  it('keeps all that has a place, and has the rules of its metrics in a ConfigMap', () => {
    expect(objects['Kafka/europe']?.spec).toEqual({
      kafka: {
        listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } }],
        authorization: { type: 'simple' },
        config: { 'offsets.topic.replication.factor': 3 },
        jvmOptions: { gcLoggingEnabled: true },
        metricsConfig: {
          type: 'jmxPrometheusExporter',
          valueFrom: { configMapKeyRef: { name: 'europe-kafka-metrics', key: 'metrics.yml' } },
        },
      },
      entityOperator: { topicOperator: { reconciliationIntervalMs: 90000 }, userOperator: {} },
    });
    const { data } = objects['ConfigMap/europe-kafka-metrics'] as Manifest & { data: Record<string, string> };
    expect(JSON.parse(data['metrics.yml'] ?? '')).toEqual({ lowercaseOutputName: true });
  });

  it('tells what has no place, and no more', () => {
    expect(losses.sort()).toEqual([
      'europe spec.kafka.tlsSidecar',
      'europe spec.kafka.version',
      'europe spec.zookeeper.jvmOptions',
    ]);
  });
});

it('resources of a Kafka with pools go to the pools that say none, as these had them from there', () => {
  const pool = (name: string, spec: object): object => ({
    apiVersion: 'kafka.strimzi.io/v1beta2',
    kind: 'KafkaNodePool',
    metadata: { name, namespace: 'kafka', labels: { 'strimzi.io/cluster': 'europe' } },
    spec: { replicas: 3, roles: ['broker', 'controller'], storage: { type: 'ephemeral' }, ...spec },
  });
  const { objects, losses } = modern(
    kafka(
      {
        kafka: {
          listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true }],
          resources: { requests: { cpu: '1' } },
        },
      },
      'kafka.strimzi.io/v1beta2',
    ),
    pool('one', {}),
    pool('two', { resources: { requests: { cpu: '2' } } }),
  );
  expect(objects['KafkaNodePool/one']).toMatchObject({ spec: { resources: { requests: { cpu: '1' } } } });
  expect(objects['KafkaNodePool/two']).toMatchObject({ spec: { resources: { requests: { cpu: '2' } } } });
  expect(losses).toEqual([]);
});

it('a MirrorMaker 1 is a MirrorMaker 2 that keeps the names of topics, and tells what that one has no place for', () => {
  const { objects, losses } = modern({
    apiVersion: 'kafka.strimzi.io/v1beta1',
    kind: 'KafkaMirrorMaker',
    metadata: { name: 'mirror' },
    spec: {
      replicas: 2,
      consumer: { bootstrapServers: 'a:9093', groupId: 'g', numStreams: 2, tls: { trustedCertificates: [] } },
      producer: { bootstrapServers: 'b:9093', abortOnSendFailure: true, config: { acks: 'all' } },
      whitelist: 'orders',
      jvmOptions: { gcLoggingEnabled: false },
    },
  });
  expect(objects['KafkaMirrorMaker2/mirror']?.spec).toMatchObject({
    replicas: 2,
    target: { alias: 'target', bootstrapServers: 'b:9093', groupId: 'mirror-mirrormaker2' },
    mirrors: [
      {
        source: { alias: 'source', bootstrapServers: 'a:9093', tls: { trustedCertificates: [] } },
        topicsPattern: 'orders',
        sourceConnector: {
          tasksMax: 4,
          config: {
            'producer.override.acks': 'all',
            'replication.policy.class': 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy',
            'sync.topic.acls.enabled': 'false',
          },
        },
      },
    ],
    jvmOptions: { gcLoggingEnabled: false },
  });
  expect(losses).toEqual(['mirror spec.consumer.groupId', 'mirror spec.producer.abortOnSendFailure']);
});

it('a KafkaConnect names in fields what its workers keep to themselves', () => {
  const { objects, losses } = modern({
    apiVersion: 'kafka.strimzi.io/v1beta1',
    kind: 'KafkaConnectS2I',
    metadata: { name: 'connect' },
    spec: {
      replicas: 1,
      bootstrapServers: 'a:9092',
      config: { 'group.id': 'mine', 'key.converter': 'x' },
      metrics: { lowercaseOutputName: true },
    },
  });
  expect(Object.keys(objects)).toEqual(['KafkaConnect/connect', 'ConfigMap/connect-metrics']);
  expect(objects['KafkaConnect/connect']?.spec).toMatchObject({
    groupId: 'mine',
    offsetStorageTopic: 'connect-cluster-offsets',
    config: { 'key.converter': 'x' },
  });
  expect(losses).toEqual([]);
});

it('what the release has as it is stays as it is', () => {
  const all = read(
    kafka({
      kafka: { replicas: 1, listeners: { plain: {} }, storage: { type: 'ephemeral' } },
      zookeeper: { replicas: 1, storage: { type: 'ephemeral' } },
    }),
  );
  expect(modernise(all, { release: StrimziRelease.V0_45 })).toEqual({ described: all, losses: [] });
});
