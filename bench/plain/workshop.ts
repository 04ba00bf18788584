import { ApiObject, App, Chart } from 'cdk8s';
import { Jaeger } from './imports/jaeger-1.65.0/jaegertracing.io';
import {
  Kafka,
  KafkaMirrorMaker,
  KafkaMirrorMakerSpecConsumerAuthenticationType,
  KafkaMirrorMakerSpecProducerAuthenticationType,
  KafkaMirrorMakerSpecTracingType,
  KafkaSpecKafkaStorageType,
  KafkaSpecZookeeperStorageType,
  KafkaTopic,
  KafkaUser,
  KafkaUserSpecAuthenticationType,
  KafkaUserSpecAuthorizationAclsOperation as Operation,
  KafkaUserSpecAuthorizationAclsResourcePatternType as PatternType,
  KafkaUserSpecAuthorizationAclsResourceType as ResourceType,
  KafkaUserSpecAuthorizationType,
  type KafkaUserSpecAuthorizationAcls,
} from './imports/strimzi-0.18.0/kafka.strimzi.io';

const app = new App();
const chart = new Chart(app, 'amq-streams', { namespace: 'amq-streams' });

new Jaeger(chart, 'jaeger', {
  metadata: { name: 'my-jaeger' },
  spec: {
    strategy: 'allInOne',
    allInOne: { image: 'jaegertracing/all-in-one:latest', options: { 'log-level': 'debug' } },
    storage: { type: 'memory', options: { memory: { 'max-traces': 100000 } } },
    ingress: { enabled: true },
    agent: { strategy: 'DaemonSet' },
    annotations: { 'scheduler.alpha.kubernetes.io/critical-pod': '' },
  },
});

for (const name of ['europe-cluster', 'us-cluster']) {
  new Kafka(chart, name, {
    metadata: { name },
    spec: {
      kafka: {
        version: '2.4.0',
        replicas: 3,
        listeners: { plain: {}, tls: {} },
        config: {
          'log.message.format.version': '2.4',
          'offsets.topic.replication.factor': 3,
          'transaction.state.log.min.isr': 2,
          'transaction.state.log.replication.factor': 3,
        },
        storage: { type: KafkaSpecKafkaStorageType.PERSISTENT_HYPHEN_CLAIM, size: '20Gi', deleteClaim: true },
      },
      zookeeper: {
        replicas: 3,
        storage: { type: KafkaSpecZookeeperStorageType.PERSISTENT_HYPHEN_CLAIM, size: '10Gi', deleteClaim: true },
      },
      entityOperator: { topicOperator: {}, userOperator: {} },
    },
  });
}

new KafkaTopic(chart, 'topic', {
  metadata: { name: 'my-topic', labels: { 'strimzi.io/cluster': 'europe-cluster' } },
  spec: { partitions: 12, replicas: 3, config: { 'retention.ms': 7200000, 'segment.bytes': 1073741824 } },
});

const onTopic = (operation: Operation): KafkaUserSpecAuthorizationAcls => ({
  resource: { type: ResourceType.TOPIC, name: 'my-topic', patternType: PatternType.LITERAL },
  operation,
  host: '*',
});
const users = { 'europe-cluster': 'my-europe-user', 'us-cluster': 'my-us-user' };
for (const [cluster, name] of Object.entries(users)) {
  new KafkaUser(chart, name, {
    metadata: { name, labels: { 'strimzi.io/cluster': cluster } },
    spec: {
      authentication: { type: KafkaUserSpecAuthenticationType.TLS },
      authorization: {
        type: KafkaUserSpecAuthorizationType.SIMPLE,
        acls: [
          onTopic(Operation.READ),
          onTopic(Operation.WRITE),
          onTopic(Operation.CREATE),
          {
            resource: { type: ResourceType.GROUP, name: 'my-group', patternType: PatternType.LITERAL },
            operation: Operation.READ,
            host: '*',
          },
        ],
      },
    },
  });
}

interface Variable {
  readonly name: string;
  readonly value: string;
}
const tracing = (service: string): Variable[] => [
  { name: 'JAEGER_SERVICE_NAME', value: service },
  { name: 'JAEGER_AGENT_HOST', value: 'my-jaeger-agent' },
  { name: 'JAEGER_SAMPLER_TYPE', value: 'const' },
  { name: 'JAEGER_SAMPLER_PARAM', value: '1' },
];

new KafkaMirrorMaker(chart, 'mirror-maker', {
  metadata: { name: 'my-mirror-maker' },
  spec: {
    replicas: 1,
    consumer: {
      bootstrapServers: 'europe-cluster-kafka-bootstrap:9093',
      tls: { trustedCertificates: [{ secretName: 'europe-cluster-cluster-ca-cert', certificate: 'ca.crt' }] },
      authentication: {
        type: KafkaMirrorMakerSpecConsumerAuthenticationType.TLS,
        certificateAndKey: { secretName: 'my-europe-user', certificate: 'user.crt', key: 'user.key' },
      },
      groupId: 'my-group',
    },
    producer: {
      bootstrapServers: 'us-cluster-kafka-bootstrap:9093',
      tls: { trustedCertificates: [{ secretName: 'us-cluster-cluster-ca-cert', certificate: 'ca.crt' }] },
      authentication: {
        type: KafkaMirrorMakerSpecProducerAuthenticationType.TLS,
        certificateAndKey: { secretName: 'my-us-user', certificate: 'user.crt', key: 'user.key' },
      },
    },
    whitelist: '.*',
    tracing: { type: KafkaMirrorMakerSpecTracingType.JAEGER },
    template: { mirrorMakerContainer: { env: tracing('my-mirror-maker') } },
  },
});

interface Client {
  readonly name: string;
  readonly cluster: string;
  readonly user: string;
  readonly own: readonly Variable[];
}
const clients: Client[] = [
  {
    name: 'hello-world-consumer',
    cluster: 'us-cluster',
    user: 'my-us-user',
    own: [{ name: 'GROUP_ID', value: 'my-group' }],
  },
  {
    name: 'hello-world-producer',
    cluster: 'europe-cluster',
    user: 'my-europe-user',
    own: [{ name: 'DELAY_MS', value: '1000' }],
  },
];
for (const { name, cluster, user, own } of clients) {
  const secret = (variable: string, from: string, key: string): object => ({
    name: variable,
    valueFrom: { secretKeyRef: { name: from, key } },
  });
  new ApiObject(chart, name, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels: { app: name } },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            {
              name,
              image: `strimzi/${name}:latest`,
              env: [
                secret('CA_CRT', `${cluster}-cluster-ca-cert`, 'ca.crt'),
                secret('USER_CRT', user, 'user.crt'),
                secret('USER_KEY', user, 'user.key'),
                { name: 'BOOTSTRAP_SERVERS', value: `${cluster}-kafka-bootstrap:9093` },
                { name: 'TOPIC', value: 'my-topic' },
                ...own,
                { name: 'LOG_LEVEL', value: 'INFO' },
                { name: 'MESSAGE_COUNT', value: '1000000' },
                ...tracing(name),
              ],
            },
          ],
        },
      },
    },
  });
}
app.synth();
