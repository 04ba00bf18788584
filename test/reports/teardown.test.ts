import { teardown, type TeardownOptions } from '../../src/reports/teardown';

const STRIMZI = 'kafka.strimzi.io/v1';

function object(apiVersion: string, kind: string, name: string, more: object = {}) {
  return { apiVersion, kind, metadata: { name, namespace: 'kafka', ...more } };
}

/** Steps as lines: what goes, and what data with it. */
function told(manifests: Parameters<typeof teardown>[0], options?: TeardownOptions): string[] {
  return teardown(manifests, options).steps.map(({ objects, made, data }) =>
    [
      ...objects.map(({ kind, name }) => `${kind}/${name}`),
      ...made.map(({ resource, selector, wait }) => `${wait ? 'wait ' : ''}${resource} ${selector}`),
      ...(data === undefined ? [] : ['!']),
    ].join(', '),
  );
}

test('what others need goes after them, in whatever order it is described', () => {
  const manifests = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kafka' } },
    object('operators.coreos.com/v1', 'OperatorGroup', 'group'),
    { ...object('operators.coreos.com/v1alpha1', 'Subscription', 'strimzi'), spec: { name: 'strimzi-kafka-operator' } },
    object('v1', 'ConfigMap', 'metrics'),
    object('opentelemetry.io/v1beta1', 'OpenTelemetryCollector', 'jaeger'),
    object(STRIMZI, 'KafkaNodePool', 'pool'),
    object(STRIMZI, 'Kafka', 'europe'),
    object(STRIMZI, 'KafkaUser', 'app'),
    object(STRIMZI, 'KafkaTopic', 'orders'),
    object(STRIMZI, 'KafkaConnect', 'connect'),
    object('access.strimzi.io/v1alpha1', 'KafkaAccess', 'binding'),
    object(STRIMZI, 'KafkaConnector', 'sink'),
    object('apps/v1', 'Deployment', 'producer'),
  ];
  const order = [
    'Deployment/producer',
    'KafkaAccess/binding',
    'KafkaConnector/sink',
    'KafkaConnect/connect',
    'KafkaTopic/orders, !',
    'KafkaUser/app',
    'Kafka/europe, wait pod strimzi.io/cluster=europe, !',
    'KafkaNodePool/pool',
    'OpenTelemetryCollector/jaeger',
    'ConfigMap/metrics',
    'OperatorGroup/group, Subscription/strimzi, clusterserviceversion.operators.coreos.com operators.coreos.com/strimzi-kafka-operator.kafka',
    'Namespace/kafka, !',
  ];
  expect(told(manifests)).toEqual(order);
  expect(told(manifests.toReversed())).toEqual(order);
});

test('claims go where that is asked for, after the pods that hold them', () => {
  expect(
    told([object(STRIMZI, 'Kafka', 'europe'), object(STRIMZI, 'KafkaNodePool', 'pool')], { claims: true }),
  ).toEqual([
    'Kafka/europe, wait pod strimzi.io/cluster=europe, !',
    'KafkaNodePool/pool',
    'persistentvolumeclaim strimzi.io/cluster=europe, !',
  ]);
  expect(told([object(STRIMZI, 'KafkaTopic', 'orders')], { claims: true })).toEqual(['KafkaTopic/orders, !']);
});

test('no record is lost with a topic that nobody manages', () => {
  const unmanaged = object(STRIMZI, 'KafkaTopic', 'kept', { annotations: { 'strimzi.io/managed': 'false' } });
  expect(told([object(STRIMZI, 'KafkaTopic', 'orders'), unmanaged])).toEqual([
    'KafkaTopic/kept',
    'KafkaTopic/orders, !',
  ]);
});

test('a definition of a kind stays, as all objects of the kind would go with it', () => {
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'k' },
  };
  expect(teardown([definition])).toEqual({
    steps: [],
    kept: [{ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', name: 'k' }],
  });
  const others = ['m', 'a'].map((name) => ({ ...definition, metadata: { name } }));
  expect(teardown([...others, definition]).kept.map(({ name }) => name)).toEqual(['a', 'k', 'm']);
});

test('an object that is described twice goes once, and what has no name not at all', () => {
  const twice = [object(STRIMZI, 'KafkaUser', 'app'), object('kafka.strimzi.io/v1beta2', 'KafkaUser', 'app')];
  expect(told([...twice, { apiVersion: STRIMZI, kind: 'KafkaUser' }])).toEqual(['KafkaUser/app']);
});
