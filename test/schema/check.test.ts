import { checkManifest, knownKinds, schemaOf } from '../../src/schema';

const topic = (spec: object, metadata: object = { name: 'orders' }) => ({
  apiVersion: 'kafka.strimzi.io/v1beta2',
  kind: 'KafkaTopic',
  metadata,
  spec,
});

const kafka = (kafkaSpec: object) => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'Kafka',
  metadata: { name: 'my-cluster' },
  spec: { kafka: { listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true }], ...kafkaSpec } },
});

const fields = (object: { apiVersion: string; kind: string }) =>
  checkManifest(object)?.map(({ field, code }) => [field, code]);

test('an object that is as its schema says has no faults', () => {
  expect(
    checkManifest(topic({ partitions: 3, replicas: 2, config: { 'retention.ms': 7200000, anything: [null] } })),
  ).toEqual([]);
});

test('a kind without a schema is neither right nor wrong', () => {
  expect(checkManifest({ apiVersion: 'apps/v1', kind: 'Deployment' })).toBeUndefined();
  expect(checkManifest({ apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaMirrorMaker' })).toBeUndefined();
  expect(checkManifest({ apiVersion: 'constructor', kind: 'constructor' })).toBeUndefined();
  expect(schemaOf('apps/v1', 'Deployment')).toBeUndefined();
});

test('an unknown field names the known one that was meant', () => {
  expect(checkManifest(topic({ partition: 3 }))).toEqual([
    {
      field: 'spec.partition',
      code: 'unknown-field',
      given: 3,
      allowed: 'did you mean partitions? Also known: topicName, replicas, config',
    },
  ]);
});

test('metadata is object metadata', () => {
  const metadata = { name: 'orders', label: {}, labels: { team: 7 }, creationTimestamp: null };
  expect(fields(topic({}, metadata))).toEqual([
    ['metadata.label', 'unknown-field'],
    ['metadata.labels.team', 'type'],
  ]);
});

test('all faults come, in the order of the manifest, what is missing before what is there', () => {
  const listeners = [
    { port: 80, name: 'Plain', tls: 'no', tipe: 'internal' },
    { name: 'tls', port: 9093, type: 'inside', tls: true },
  ];
  expect(fields(kafka({ listeners, version: 4.3, config: 'none' }))).toEqual([
    ['spec.kafka.listeners[0].type', 'required'],
    ['spec.kafka.listeners[0].port', 'minimum'],
    ['spec.kafka.listeners[0].name', 'pattern'],
    ['spec.kafka.listeners[0].tls', 'type'],
    ['spec.kafka.listeners[0].tipe', 'unknown-field'],
    ['spec.kafka.listeners[1].type', 'enum'],
    ['spec.kafka.version', 'type'],
    ['spec.kafka.config', 'type'],
  ]);
});

test('the same kind with other fields in another order is judged afresh', () => {
  const good = topic({ partitions: 1, replicas: 1 });
  const other = { kind: good.kind, apiVersion: good.apiVersion, spec: { replicas: 1, oops: 1, partitions: 'x' } };
  for (let round = 0; round < 3; round += 1) {
    expect(checkManifest(good)).toEqual([]);
    expect(fields(other)).toEqual([
      ['spec.oops', 'unknown-field'],
      ['spec.partitions', 'type'],
    ]);
  }
});

test('a key that is no identifier is quoted in the path', () => {
  const user = {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaUser',
    metadata: { name: 'u', labels: { "strimzi.io/it's": 1 } },
    spec: {},
  };
  expect(fields(user)).toEqual([[`metadata.labels["strimzi.io/it's"]`, 'type']]);
});

test('a null that the API server would drop is a fault of its own', () => {
  expect(fields(topic({ partitions: null, config: { free: null } }))).toEqual([['spec.partitions', 'null']]);
});

test('undefined is a field that is not there', () => {
  expect(checkManifest(topic({ partitions: undefined, unheardOf: undefined }))).toEqual([]);
  expect(fields(kafka({ listeners: undefined }))).toEqual([['spec.kafka.listeners', 'required']]);
});

test('alternatives name the fields of which one is to be chosen', () => {
  const env = [{ name: 'A', value: 'b', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }];
  expect(checkManifest(kafka({ template: { kafkaContainer: { env } } }))).toMatchObject([
    {
      field: 'spec.kafka.template.kafkaContainer.env[0]',
      code: 'alternatives',
      allowed: 'exactly one of value, valueFrom',
    },
  ]);
});

test('a required field with a default may be left out', () => {
  const route = { apiVersion: 'route.openshift.io/v1', kind: 'Route', spec: { to: { name: 'my-service' } } };
  expect(checkManifest(route)).toEqual([]);
  expect(fields({ ...route, spec: { to: { name: 'my-service', weight: 300 } } } as typeof route)).toEqual([
    ['spec.to.weight', 'maximum'],
  ]);
});

test('integers fit their format, and int-or-string takes both', () => {
  const collector = (spec: object) => ({
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    spec: { config: { receivers: {}, exporters: {}, service: { pipelines: {} } }, ...spec },
  });
  expect(fields(collector({ replicas: 2 ** 31 }))).toEqual([['spec.replicas', 'format']]);
  const resources = { limits: { cpu: 1, memory: '1Gi', other: 'much', more: true } };
  expect(fields(collector({ resources }))).toEqual([
    ['spec.resources.limits.other', 'pattern'],
    ['spec.resources.limits.more', 'type'],
  ]);
});

test('a list that is keyed by fields refuses a repeated key, defaults counted', () => {
  const ports = [
    { name: 'a', port: 1 },
    { name: 'b', port: 1, protocol: 'TCP' },
    { name: 'c', port: 1, protocol: 'UDP' },
  ];
  const object = {
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    spec: {
      config: { receivers: {}, exporters: {}, service: { pipelines: {} } },
      initContainers: [
        { name: 'i', ports: ports.map(({ port, name, ...rest }) => ({ name, containerPort: port, ...rest })) },
      ],
    },
  };
  expect(fields(object)).toEqual([['spec.initContainers[0].ports[1]', 'duplicate']]);
});

test('status is accepted as it comes', () => {
  expect(
    checkManifest({ ...topic({}), status: { conditions: [{ anything: 1 }] } } as ReturnType<typeof topic>),
  ).toEqual([]);
});

test('every known kind has a schema without references', () => {
  for (const { apiVersion, kind } of knownKinds()) {
    expect(JSON.stringify(schemaOf(apiVersion, kind))).not.toContain('"$ref"');
  }
});
