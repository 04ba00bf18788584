import type { ChangeClass } from '../../src/reports/change-class';
import { diff } from '../../src/reports/diff';
import { edited, objectsIn, without } from './topology';

const TEXT = `apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: {name: k, namespace: a}
spec:
  kafka: {version: 4.1.0, listeners: [], authorization: {type: simple}}
  cruiseControl: {}
  clusterCa: {renewalDays: 30}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: {name: idle, namespace: a, labels: {strimzi.io/cluster: k}}
spec: {replicas: 0, roles: [broker], storage: {type: persistent-claim, size: 2Gi}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata: {name: orders, namespace: a, labels: {strimzi.io/cluster: k}}
spec: {partitions: 6, replicas: 2}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: app, namespace: a, labels: {strimzi.io/cluster: k}}
spec: {authorization: {type: simple, acls: [{resource: {type: topic, name: x}, operations: [All]}]}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnect
metadata: {name: con, namespace: a, annotations: {strimzi.io/use-connector-resources: "true"}}
spec:
  replicas: 1
  bootstrapServers: k-kafka-bootstrap:9093
  groupId: con
  configStorageTopic: con-c
  offsetStorageTopic: con-o
  statusStorageTopic: con-s
  template: {buildPod: {securityContext: {runAsNonRoot: true}}}
  build:
    output: {type: docker, image: "r/con:1", pushSecret: push}
    resources: {requests: {cpu: "1"}}
    plugins: [{name: p, artifacts: [{type: jar, url: "https://e/x.jar"}]}]
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnector
metadata: {name: src, namespace: a, labels: {strimzi.io/cluster: con}}
spec: {class: org.example.Source}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop, namespace: a}
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec:
      containers:
        - name: shop
          image: e/shop:1
          env: [{name: KAFKA_BOOTSTRAP_SERVERS, value: "k-kafka-bootstrap:9093"}, {name: LOG, value: info}]
          resources: {requests: {cpu: "1"}}
`;

type Edit = readonly [from: string, to: string];

function worst(edits: readonly Edit[]): ChangeClass | undefined {
  const after = edits.reduce((text, [from, to]) => edited(text, from, to), TEXT);
  return diff(objectsIn(TEXT), objectsIn(after)).changes[0]?.class;
}

const RENAMED: Edit = ['metadata: {name: con,', 'metadata: {name: con2,'];
const MOVED: Edit = ['labels: {strimzi.io/cluster: con}', 'labels: {strimzi.io/cluster: con2}'];

test.each<readonly [what: string, edits: readonly Edit[], ChangeClass]>([
  ['fewer replicas, which Cruise Control takes away', [['replicas: 2}', 'replicas: 1}']], 'may-lose-data'],
  ['more replicas, which Cruise Control adds', [['replicas: 2}', 'replicas: 3}']], 'safe'],
  [
    'replicas that nobody moves',
    [
      ['replicas: 2}', 'replicas: 3}'],
      ['  cruiseControl: {}\n', ''],
    ],
    'manual-step',
  ],
  [
    'when Cruise Control is asked by the operator',
    [['cruiseControl: {}', 'cruiseControl: {autoRebalance: [{mode: add-brokers}]}']],
    'safe',
  ],
  [
    'what Cruise Control is told',
    [['cruiseControl: {}', 'cruiseControl: {autoRebalance: [{mode: add-brokers}], config: {a: b}}']],
    'restarts-pods',
  ],
  ['the owner of Secrets', [['renewalDays: 30', 'renewalDays: 30, generateSecretOwnerReference: false']], 'safe'],
  ['how long certificates are good for', [['renewalDays: 30', 'renewalDays: 60']], 'manual-step'],
  ['a pool without nodes, otherwise', [['size: 2Gi', 'size: 1Gi']], 'no-effect'],
  ['a pool without nodes that gets some', [['replicas: 0, roles', 'replicas: 1, roles']], 'safe'],
  [
    'All in other words',
    [['[All]', '[Read, Write, Create, Delete, Alter, Describe, AlterConfigs, DescribeConfigs]']],
    'no-effect',
  ],
  ['less than All', [['[All]', '[Read, Write, Create, Delete, Alter, Describe, DescribeConfigs]']], 'narrows-access'],
  ['who pushes an image', [['pushSecret: push', 'pushSecret: push2']], 'safe'],
  [
    'what a build may use',
    [['resources: {requests: {cpu: "1"}}\n    plugins', 'resources: {requests: {cpu: 2}}\n    plugins']],
    'safe',
  ],
  ['the pod of a build', [['runAsNonRoot: true', 'runAsNonRoot: false']], 'safe'],
  ['the image of a build', [['r/con:1', 'r/con:2']], 'restarts-pods'],
  ['workers of another name that keep the same offsets', [RENAMED, MOVED], 'restarts-pods'],
  ['workers of another name with other offsets', [RENAMED, MOVED, ['con-o', 'con-p']], 'manual-step'],
  ['workers that nobody describes', [MOVED], 'manual-step'],
  [
    'variables in another order',
    [
      [', {name: LOG, value: info}', ''],
      ['[{name: KAFKA', '[{name: LOG, value: info}, {name: KAFKA'],
    ],
    'restarts-pods',
  ],
  [
    'an amount in other words',
    [['          resources: {requests: {cpu: "1"}}', '          resources: {requests: {cpu: 1000m}}']],
    'no-effect',
  ],
  ['an empty list', [['image: e/shop:1', 'image: e/shop:1\n          args: []']], 'no-effect'],
])('%s: %j', (_, edits, changeClass) => {
  expect(worst(edits)).toBe(changeClass);
});

test('a pool without nodes takes nothing with it', () => {
  const after = without(TEXT, 'KafkaNodePool', 'idle');
  expect(diff(objectsIn(TEXT), objectsIn(after)).changes).toMatchObject([{ name: 'idle', class: 'no-effect' }]);
});
