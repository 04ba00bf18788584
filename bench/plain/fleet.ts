import { ApiObject, App, Chart } from 'cdk8s';
import {
  Kafka,
  KafkaNodePool,
  KafkaNodePoolSpecRoles,
  KafkaNodePoolSpecStorageType,
  KafkaSpecKafkaAuthorizationType,
  KafkaSpecKafkaListenersAuthenticationType,
  KafkaSpecKafkaListenersType,
  KafkaTopic,
  KafkaUser,
  KafkaUserSpecAuthenticationType,
  KafkaUserSpecAuthorizationAclsOperations as Operation,
  KafkaUserSpecAuthorizationAclsResourcePatternType as PatternType,
  KafkaUserSpecAuthorizationAclsResourceType as ResourceType,
  KafkaUserSpecAuthorizationType,
  type KafkaUserSpecAuthorizationAcls,
} from './imports/strimzi-0.45.2/kafka.strimzi.io';

const topics = Number(process.argv[2]);

const app = new App();
const chart = new Chart(app, 'fleet', { namespace: 'fleet' });
const labels = { 'strimzi.io/cluster': 'cluster' };

new Kafka(chart, 'kafka', {
  metadata: {
    name: 'cluster',
    annotations: { 'strimzi.io/kraft': 'enabled', 'strimzi.io/node-pools': 'enabled' },
  },
  spec: {
    kafka: {
      version: '3.9.2',
      listeners: [
        {
          name: 'tls',
          port: 9093,
          type: KafkaSpecKafkaListenersType.INTERNAL,
          tls: true,
          authentication: { type: KafkaSpecKafkaListenersAuthenticationType.TLS },
        },
      ],
      authorization: { type: KafkaSpecKafkaAuthorizationType.SIMPLE },
      config: {
        'default.replication.factor': 3,
        'min.insync.replicas': 2,
        'offsets.topic.replication.factor': 3,
        'transaction.state.log.min.isr': 2,
        'transaction.state.log.replication.factor': 3,
      },
    },
    entityOperator: { topicOperator: {}, userOperator: {} },
  },
});
new KafkaNodePool(chart, 'pool', {
  metadata: { name: 'cluster-dual-role', labels },
  spec: {
    replicas: 3,
    roles: [KafkaNodePoolSpecRoles.CONTROLLER, KafkaNodePoolSpecRoles.BROKER],
    storage: { type: KafkaNodePoolSpecStorageType.PERSISTENT_HYPHEN_CLAIM, size: '100Gi', deleteClaim: false },
  },
});

const acl = (type: ResourceType, name: string, operations: Operation[]): KafkaUserSpecAuthorizationAcls => ({
  resource: { type, name, patternType: PatternType.LITERAL },
  operations,
  host: '*',
});

for (let n = 0; n < topics; n++) {
  new KafkaTopic(chart, `topic-${n}`, {
    metadata: { name: `topic-${n}`, labels },
    spec: { partitions: 12, replicas: 3, config: { 'retention.ms': 604800000 } },
  });
}
for (let n = 0; n < topics / 10; n++) {
  const user = `user-${n}`;
  const read = [1, 2, 3, 4].map((other) => `topic-${n * 10 + other}`);
  new KafkaUser(chart, user, {
    metadata: { name: user, labels },
    spec: {
      authentication: { type: KafkaUserSpecAuthenticationType.TLS },
      authorization: {
        type: KafkaUserSpecAuthorizationType.SIMPLE,
        acls: [
          acl(ResourceType.TOPIC, `topic-${n * 10}`, [Operation.WRITE, Operation.CREATE]),
          ...read.map((topic) => acl(ResourceType.TOPIC, topic, [Operation.READ])),
          acl(ResourceType.GROUP, `group-${n}`, [Operation.READ]),
        ],
      },
    },
  });
  if (n % 10 === 0) addProducer(`client-${n / 10}`, user, `topic-${n * 10}`);
}
app.synth();

function addProducer(name: string, user: string, topic: string): void {
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
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              name,
              image: 'quay.io/strimzi-test-clients/test-clients:0.14.0-kafka-4.2.0',
              env: [
                secret('CA_CRT', 'cluster-cluster-ca-cert', 'ca.crt'),
                secret('USER_CRT', user, 'user.crt'),
                secret('USER_KEY', user, 'user.key'),
                { name: 'SECURITY_PROTOCOL', value: 'SSL' },
                { name: 'CLIENT_TYPE', value: 'KafkaProducer' },
                { name: 'BOOTSTRAP_SERVERS', value: 'cluster-kafka-bootstrap:9093' },
                { name: 'TOPIC', value: topic },
                { name: 'DELAY_MS', value: '1000' },
                { name: 'LOG_LEVEL', value: 'INFO' },
                { name: 'MESSAGE_COUNT', value: '1000000' },
              ],
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
            },
          ],
        },
      },
    },
  });
}
