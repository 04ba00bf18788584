import { diff } from '../../src/reports/diff';
import { edited, objectsIn } from './topology';

const KAFKA = `apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: {name: a, namespace: n}
spec:
  kafka:
    version: 4.1.0
    listeners: [{name: tls, port: 9093, type: internal, tls: true, authentication: {type: tls}}]
    config: {default.replication.factor: 3, num.io.threads: 8}
  entityOperator: {topicOperator: {}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: {name: brokers, namespace: n, labels: {strimzi.io/cluster: a}}
spec: {replicas: 3, roles: [broker], storage: {type: ephemeral}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: {name: controllers, namespace: n, labels: {strimzi.io/cluster: a}}
spec: {replicas: 3, roles: [controller], storage: {type: ephemeral}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata: {name: orders, namespace: n, labels: {strimzi.io/cluster: a}}
spec: {partitions: 1}
`;
const LONE = edited(KAFKA, 'replicas: 3, roles: [broker]', 'replicas: 1, roles: [broker]');
const OLD = `apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: {name: a, namespace: n}
spec:
  kafka: {version: 3.9.0, replicas: 3, listeners: [], storage: {type: persistent-claim, size: 1Gi}}
  zookeeper: {replicas: 1, storage: {type: ephemeral}}
`;

function told(text: string, from: string, to: string): readonly string[] {
  const effects = diff(objectsIn(text), objectsIn(edited(text, from, to))).changes[0]?.effects ?? [];
  return effects.filter((effect) => effect.class === 'may-lose-data').map(({ message }) => message);
}

const VERSION = ['version: 4.1.0', 'version: 4.1.1'] as const;

test('the only broker with ephemeral storage loses its records with any restart', () => {
  const gone = ['The only broker has ephemeral storage: its records are gone once it restarts.'];
  expect(told(LONE, ...VERSION)).toEqual(gone);
  expect(told(LONE, 'port: 9093', 'port: 9095')).toEqual(gone);
  expect(told(LONE, ', authentication: {type: tls}', '')).toEqual(gone);
  expect(told(LONE, '  entityOperator', '  cruiseControl: {}\n  entityOperator')).toEqual(gone);
  expect(told(LONE, 'roles: [broker], ', 'roles: [broker], jvmOptions: {-Xmx: 1g}, ')).toEqual(gone);
  expect(
    told(LONE, 'name: brokers, namespace: n, labels: {', 'name: brokers, namespace: n, labels: {team: b, '),
  ).toEqual(gone);
});

test('so it does where what it reads when it starts is another thing', () => {
  const metrics = 'metricsConfig: {type: jmxPrometheusExporter, valueFrom: {configMapKeyRef: {name: m, key: k}}}';
  const read = (text: string, name: string): string =>
    `${edited(text, '    config: {', `    ${metrics}\n    config: {`)}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: n}\ndata: {k: x}\n`;
  expect(told(read(LONE, 'm'), 'data: {k: x}', 'data: {k: y}')).toHaveLength(1);
  expect(told(read(KAFKA, 'm'), 'data: {k: x}', 'data: {k: y}')).toEqual([]);
  const secret = `${LONE}---\napiVersion: v1\nkind: Secret\nmetadata: {name: a-cluster-ca, namespace: n}\ndata: {ca.key: eA==}\n`;
  expect(told(secret, 'ca.key: eA==', 'ca.key: eQ==')).toHaveLength(1);
});

test.each([
  ['num.io.threads: 8', 'num.io.threads: 9'],
  ['{topicOperator: {}}', '{topicOperator: {reconciliationIntervalMs: 1000}}'],
  ['tls: true, ', 'tls: true, networkPolicyPeers: [{podSelector: {}}], '],
  ['name: a, namespace: n}', 'name: a, namespace: n, labels: {team: b}}'],
])('%s that becomes %s restarts no node', (from, to) => {
  expect(told(LONE, from, to)).toEqual([]);
});

test('what has copies on other brokers outlives a restart of brokers with ephemeral storage', () => {
  const few = [expect.stringMatching(/no copy on another broker/)];
  expect(told(KAFKA, ...VERSION)).toEqual([]);
  expect(told(edited(KAFKA, 'partitions: 1', 'partitions: 1, replicas: 1'), ...VERSION)).toEqual(few);
  expect(told(edited(KAFKA, 'default.replication.factor: 3, ', ''), ...VERSION)).toEqual(few);
  expect(told(KAFKA.slice(0, KAFKA.lastIndexOf('---')), ...VERSION)).toEqual([]);
});

test('claims outlive restarts', () => {
  const claimed = edited(
    LONE,
    'roles: [broker], storage: {type: ephemeral}',
    'roles: [broker], storage: {type: persistent-claim, size: 1Gi}',
  );
  expect(told(claimed, ...VERSION)).toEqual([]);
});

test('who alone keeps the metadata forgets it with ephemeral storage', () => {
  const forgets = [expect.stringMatching(/knows no topic/)];
  const controller = edited(KAFKA, 'replicas: 3, roles: [controller]', 'replicas: 1, roles: [controller]');
  expect(told(controller, ...VERSION)).toEqual(forgets);
  expect(told(OLD, 'zookeeper: {', 'zookeeper: {jvmOptions: {-Xmx: 1g}, ')).toEqual(forgets);
  expect(told(OLD, 'version: 3.9.0', 'version: 3.9.1')).toEqual([]);
  expect(told(OLD, 'namespace: n}', 'namespace: n, labels: {team: a}}')).toEqual(forgets);
});
