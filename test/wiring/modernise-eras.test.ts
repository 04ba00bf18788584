import { modernise, readManifest, StrimziRelease, writeRecord, type Described, type Manifest } from '../../src';
import { compileCel } from '../../src/schema/cel';
import { Validators } from '../check/validators';
import { crdKinds, haveCrds, orSkipped } from '../imports/crds';

const reader = { release: StrimziRelease.V1_2 };
const NODES = { replicas: 3, storage: { type: 'persistent-claim', size: '10Gi', deleteClaim: false } };
const TLS = { name: 'tls', port: 9093, type: 'internal', tls: true };

const object = (apiVersion: string, kind: string, spec: object): Manifest => ({
  apiVersion: `kafka.strimzi.io/${apiVersion}`,
  kind,
  metadata: { name: 'harbour', labels: { 'strimzi.io/cluster': 'harbour' } },
  spec,
});

/** What clusters were made of when they had ZooKeeper, and the fields that KRaft has no place for. */
const ERAS: Readonly<Record<string, { readonly objects: readonly Manifest[]; readonly lost: readonly string[] }>> = {
  'of 0.18, with places for listeners and metrics in the object': {
    objects: [
      object('v1beta1', 'Kafka', {
        kafka: {
          ...NODES,
          version: '2.5.0',
          listeners: { plain: {}, tls: { authentication: { type: 'scram-sha-512' } } },
          config: { 'log.message.format.version': '2.5' },
          metrics: { rules: [{ pattern: '.*' }] },
        },
        zookeeper: { ...NODES, metrics: { rules: [] }, tlsSidecar: { logLevel: 'info' } },
        entityOperator: { topicOperator: {}, userOperator: {}, tlsSidecar: { logLevel: 'info' } },
        kafkaExporter: { topicRegex: '.*' },
      }),
      object('v1beta1', 'KafkaMirrorMaker', {
        replicas: 1,
        consumer: { bootstrapServers: 'port:9092', groupId: 'sailors' },
        producer: { bootstrapServers: 'harbour:9092' },
        whitelist: '.*',
      }),
      object('v1beta1', 'KafkaConnectS2I', {
        replicas: 1,
        bootstrapServers: 'harbour:9092',
        insecureSourceRepository: true,
      }),
    ],
    lost: [
      'kafkaCluster spec.entityOperator.tlsSidecar',
      'kafkaCluster spec.kafka.version',
      'kafkaCluster spec.zookeeper.metrics',
      'kafkaCluster spec.zookeeper.tlsSidecar',
      'connect spec.insecureSourceRepository',
      'mirrorMaker spec.consumer.groupId',
    ],
  },
  'of 0.30, with a tracer and variables from elsewhere': {
    objects: [
      object('v1beta2', 'Kafka', {
        kafka: { ...NODES, listeners: [TLS], storage: { type: 'jbod', volumes: [{ id: 0, ...NODES.storage }] } },
        zookeeper: { ...NODES, jvmOptions: { '-Xmx': '1g' } },
        jmxTrans: { kafkaQueries: [], outputDefinitions: [] },
      }),
      object('v1beta2', 'KafkaMirrorMaker2', {
        replicas: 1,
        connectCluster: 'harbour',
        clusters: [
          { alias: 'port', bootstrapServers: 'port:9092' },
          { alias: 'harbour', bootstrapServers: 'harbour:9092' },
        ],
        mirrors: [{ sourceCluster: 'port', targetCluster: 'harbour', sourceConnector: {}, heartbeatConnector: {} }],
        tracing: { type: 'jaeger' },
      }),
    ],
    lost: [
      'kafkaCluster spec.jmxTrans',
      'kafkaCluster spec.zookeeper.jvmOptions',
      'mirrorMaker2 spec.mirrors[0].heartbeatConnector',
      'mirrorMaker2 spec.tracing',
    ],
  },
  'of 0.45, with ZooKeeper to the end': {
    objects: [
      object('v1beta2', 'Kafka', {
        kafka: {
          ...NODES,
          version: '3.9.1',
          listeners: [{ ...TLS, authentication: { type: 'oauth', validIssuerUri: 'https://sso.example.com' } }],
        },
        zookeeper: NODES,
        entityOperator: { topicOperator: { reconciliationIntervalSeconds: 30 } },
      }),
    ],
    lost: ['kafkaCluster spec.kafka.version'],
  },
};

let validators: Validators;
beforeAll(async () => {
  if (!haveCrds) return;
  const { version } = reader.release.facts;
  validators = new Validators(
    await crdKinds((operator, each) => operator === 'strimzi' && each === version),
    compileCel,
  );
}, 60_000);

const inTest = haveCrds ? it : it.skip;

inTest.each(Object.entries(ERAS))(
  `a cluster %s is valid for the CRDs of 1.2 once it is modern${orSkipped}`,
  (_, { objects }) => {
    const { described } = modernise(read(objects), reader);
    const manifests = described.map((each) => writeRecord(each, reader)).filter(({ kind }) => kind !== 'ConfigMap');
    expect(manifests.length).toBeGreaterThan(objects.length);
    expect(manifests.flatMap((manifest) => validators.errorsOf(reader.release)(manifest))).toEqual([]);
  },
);

it.each(Object.entries(ERAS))('a cluster %s loses what is named, each field once', (_, { objects, lost }) => {
  const { losses } = modernise(read(objects), reader);
  expect(losses.map(({ noun, field }) => `${noun} ${field}`).sort()).toEqual([...lost].sort());
  expect(losses.filter(({ remedy }) => remedy !== undefined)).toEqual([]);
});

function read(objects: readonly Manifest[]): Described[] {
  return objects.flatMap((each) => readManifest(each) ?? []);
}
