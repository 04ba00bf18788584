import { diff } from '../../src/reports/diff';
import { edited, objectsIn, without } from './topology';

const OLD = `apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: {name: k, namespace: a, annotations: {strimzi.io/kraft: enabled, strimzi.io/node-pools: enabled}}
spec:
  kafka:
    version: 3.9.0
    listeners: [{name: tls, port: 9093, type: internal, tls: true}]
    resources: {requests: {memory: 4Gi}}
    jvmOptions: {-Xmx: 2g}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaNodePool
metadata: {name: b, namespace: a, labels: {strimzi.io/cluster: k}}
spec: {replicas: 3, roles: [controller, broker], storage: {type: persistent-claim, size: 10Gi}}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaNodePool
metadata: {name: c, namespace: a, labels: {strimzi.io/cluster: k}}
spec: {replicas: 3, roles: [broker], resources: {requests: {memory: 8Gi}}, storage: {type: persistent-claim, size: 10Gi}}
`;
const RESOURCES = '    resources: {requests: {memory: 4Gi}}\n';
const MOVED = edited(
  edited(OLD, RESOURCES, ''),
  'roles: [controller, broker],',
  'roles: [controller, broker], resources: {requests: {memory: 4Gi}},',
).replaceAll('v1beta2', 'v1');

function classes(before: string, after: string): readonly string[] {
  return diff(objectsIn(before), objectsIn(after)).changes.map(({ kind, name, class: is }) => `${kind} ${name} ${is}`);
}

test('what nodes have of the Kafka object restarts nothing when it moves to their pools', () => {
  expect(classes(OLD, MOVED)).toEqual(['Kafka k no-effect', 'KafkaNodePool b no-effect', 'KafkaNodePool c no-effect']);
  expect(classes(MOVED, OLD)).toEqual(['Kafka k no-effect', 'KafkaNodePool b no-effect', 'KafkaNodePool c no-effect']);
});

test('what a pool says itself does not come of the Kafka object', () => {
  const alone = without(OLD, 'KafkaNodePool', 'b');
  expect(classes(alone, edited(alone, 'memory: 4Gi', 'memory: 5Gi'))).toEqual(['Kafka k no-effect']);
  expect(classes(alone, edited(alone, '-Xmx: 2g', '-Xmx: 3g'))).toEqual(['Kafka k restarts-pods']);
});

test('nodes restart for what is another thing for one of the pools', () => {
  expect(classes(OLD, edited(OLD, 'memory: 4Gi', 'memory: 5Gi'))).toEqual(['Kafka k restarts-pods']);
  expect(classes(OLD, edited(OLD, RESOURCES, ''))).toEqual(['Kafka k restarts-pods']);
  expect(classes(OLD, edited(MOVED, 'resources: {requests: {memory: 4Gi}},', ''))[0]).toBe('Kafka k restarts-pods');
  expect(classes(OLD, edited(MOVED, 'memory: 4Gi', 'memory: 5Gi'))).toContain('KafkaNodePool b restarts-pods');
});
