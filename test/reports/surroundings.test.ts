import { diff } from '../../src/reports/diff';
import { edited, objectsIn, without } from './topology';

const TEXT = `apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: {name: k, namespace: a}
spec:
  kafka:
    version: 4.1.0
    listeners:
      - {name: tls, port: 9093, type: internal, tls: true, authentication: {type: tls}}
      - {name: out, port: 9094, type: nodeport, tls: true, authentication: {type: tls}}
    config: {default.replication.factor: 3, min.insync.replicas: 2}
    template: {pod: {volumes: [{name: a, secret: {secretName: a}}, {name: b, secret: {secretName: b}}]}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: {name: b, namespace: a, labels: {strimzi.io/cluster: k}}
spec:
  replicas: 3
  roles: [broker]
  storage: {type: persistent-claim, size: 1Gi}
  template: {pod: {volumes: [{name: c, secret: {secretName: a}}, {name: d, secret: {secretName: b}}]}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata: {name: orders, namespace: a, labels: {strimzi.io/cluster: k}}
spec: {partitions: 6, replicas: 2, config: {segment.bytes: 1000000}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaMirrorMaker2
metadata: {name: m, namespace: a}
spec:
  replicas: 1
  target: {alias: b, bootstrapServers: "b:9092", groupId: g, configStorageTopic: c, offsetStorageTopic: o, statusStorageTopic: s}
  mirrors:
    - {source: {alias: a, bootstrapServers: "a:9092"}, sourceConnector: {}}
    - {source: {alias: x, bootstrapServers: "x:9092"}, sourceConnector: {}}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaMirrorMaker2
metadata: {name: old, namespace: a}
spec:
  replicas: 1
  connectCluster: q
  clusters: [{alias: p, bootstrapServers: "p:1"}, {alias: q, bootstrapServers: "q:1"}]
  mirrors: [{sourceCluster: p, targetCluster: q, sourceConnector: {}}]
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnect
metadata: {name: c, namespace: a}
spec:
  replicas: 1
  bootstrapServers: k:9093
  groupId: c
  configStorageTopic: c1
  offsetStorageTopic: c2
  statusStorageTopic: c3
  build: {output: {type: docker, image: "r/i:1", pushSecret: push}, plugins: []}
  template: {pod: {imagePullSecrets: [{name: pull}], volumes: [{name: e, secret: {secretName: a}}, {name: f, secret: {secretName: b}}]}}
---
apiVersion: v1
kind: Secret
metadata: {name: push, namespace: a}
stringData: {x: y}
---
apiVersion: v1
kind: Secret
metadata: {name: pull, namespace: a}
stringData: {x: z}
`;

function worst(after: string): string {
  const { changes } = diff(objectsIn(TEXT), objectsIn(after));
  return changes.map(({ kind, name, class: is }) => `${kind} ${name} ${is}`).join(', ');
}

test.each([
  ['Kafka k restarts-pods', '[{name: a, secret: {secretName: a}}, {name: b, secret: {secretName: b}}]'],
  ['KafkaNodePool b restarts-pods', '[{name: c, secret: {secretName: a}}, {name: d, secret: {secretName: b}}]'],
  ['KafkaConnect c restarts-pods', '[{name: e, secret: {secretName: a}}, {name: f, secret: {secretName: b}}]'],
  [
    'KafkaMirrorMaker2 old restarts-mirror',
    '[{alias: p, bootstrapServers: "p:1"}, {alias: q, bootstrapServers: "q:1"}]',
  ],
])('%s where %s is the other way round', (told, list) => {
  const [, one = '', other = ''] = /^\[(\{.*?\}+), (\{.*\})\]$/.exec(list) ?? [];
  expect(worst(edited(TEXT, list, `[${other}, ${one}]`))).toBe(told);
});

test('mirrors in another order restart the mirror', () => {
  const first = '    - {source: {alias: a, bootstrapServers: "a:9092"}, sourceConnector: {}}\n';
  const second = '    - {source: {alias: x, bootstrapServers: "x:9092"}, sourceConnector: {}}\n';
  expect(worst(edited(TEXT, `${first}${second}`, `${second}${first}`))).toBe('KafkaMirrorMaker2 m restarts-mirror');
});

test('an internal listener of another name has the address of before; one of another type has not', () => {
  expect(worst(edited(TEXT, 'name: tls, port', 'name: secure, port'))).toBe('Kafka k restarts-pods');
  const open = edited(
    TEXT,
    'name: tls, port: 9093, type: internal, tls: true, authentication: {type: tls}',
    'name: secure, port: 9093, type: internal, tls: true',
  );
  expect(worst(open)).toBe('Kafka k widens-access');
  expect(worst(edited(TEXT, 'name: out', 'name: outside'))).toBe('Kafka k widens-access');
});

test('more copies than there are is a step for people', () => {
  const asked = (copies: number): string =>
    edited(TEXT, 'segment.bytes: 1000000', `segment.bytes: 1000000, min.insync.replicas: ${copies}`);
  expect(worst(asked(2))).toBe('KafkaTopic orders safe');
  expect(worst(asked(3))).toBe('KafkaTopic orders manual-step');
  expect(worst(edited(TEXT, 'min.insync.replicas: 2', 'min.insync.replicas: 3'))).toBe('Kafka k manual-step');
  const other = edited(TEXT, 'replicas: 2, config', 'replicas: 3, config');
  const after = edited(other, 'min.insync.replicas: 2', 'min.insync.replicas: 3');
  expect(diff(objectsIn(other), objectsIn(after)).changes[0]?.class).toBe('safe');
});

test('an owner takes an object with it', () => {
  const owned = edited(
    TEXT,
    'metadata: {name: k, namespace: a}',
    'metadata: {name: k, namespace: a, ownerReferences: [{kind: ConfigMap, name: x, uid: y}]}',
  );
  expect(worst(owned)).toBe('Kafka k may-lose-data');
  expect(diff(objectsIn(owned), objectsIn(TEXT)).changes[0]?.class).toBe('no-effect');
});

test('Secrets that images are pulled and pushed with are read by those who do', () => {
  expect(worst(without(TEXT, 'Secret', 'push'))).toBe('Secret push manual-step');
  expect(worst(without(TEXT, 'Secret', 'pull'))).toBe('Secret pull manual-step');
  expect(worst(edited(TEXT, 'stringData: {x: z}', 'stringData: {x: w}'))).toBe('Secret pull safe');
});
