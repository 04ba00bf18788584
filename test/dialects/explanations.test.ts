import { limitsOf, readManifest, StrimziRelease, type Described, type Limit, type Manifest } from '../../src';
import { explanations, type Explanation } from '../../src/dialects/explanations';
import type { JsonMap } from '../../src/dialects/common/values';
import { fieldPath } from '../../src/model/field';

const LISTENER = { name: 'out', port: 9099, type: 'internal', tls: true };
const ENDS = { source: 'us', target: 'europe' };
const MIRROR = { sourceCluster: ENDS.source, targetCluster: ENDS.target };

/** What is said besides the field: enough for the field to have a meaning. */
const SPECS: Readonly<Record<string, JsonMap>> = {
  Kafka: { kafka: { listeners: [LISTENER] } },
  KafkaConnect: { bootstrapServers: 'a:9092' },
  KafkaMirrorMaker: { replicas: 1, consumer: { bootstrapServers: 'a:9092', groupId: 'g' } },
  KafkaMirrorMaker2: {
    connectCluster: ENDS.target,
    clusters: Object.values(ENDS).map((alias) => ({ alias, bootstrapServers: `${alias}:9092` })),
    mirrors: [MIRROR],
  },
  KafkaBridge: { bootstrapServers: 'a:9092' },
  KafkaUser: {},
};

/** A value for each last name of a field. */
const VALUES: Readonly<Record<string, unknown>> = {
  authorization: { type: 'keycloak', clientId: 'kafka', tokenEndpointUri: 'https://sso.example.com' },
  authentication: { type: 'oauth', validIssuerUri: 'https://sso.example.com' },
  listeners: [LISTENER],
  metrics: { lowercaseOutputName: true },
  replicas: 3,
  storage: { type: 'ephemeral' },
  zookeeper: { replicas: 3, storage: { type: 'ephemeral' } },
  resources: { requests: { cpu: '1' } },
  state: 'stopped',
  tlsSidecar: { logLevel: 'info' },
  tlsSidecarContainer: { env: [{ name: 'A', value: 'b' }] },
  zookeeperSessionTimeoutSeconds: 20,
  jmxTrans: { kafkaQueries: [], outputDefinitions: [] },
  topicOperator: { reconciliationIntervalSeconds: 60 },
  'strimzi.io/kraft': 'enabled',
  'strimzi.io/node-pools': 'enabled',
  externalConfiguration: { volumes: [{ name: 'a', secret: { secretName: 'a' } }] },
  deployment: { metadata: { labels: { a: 'b' } } },
  heartbeatConnector: { tasksMax: 1 },
  tracing: { type: 'jaeger' },
  password: { valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } },
};

/** An API that has the field, and a release that lacks it. */
function journeyOf({ kind, field, from }: Explanation): { apiVersion: string; to: StrimziRelease } {
  const isOfOld = /metrics$|topicOperator$/.test(field) && from === undefined && !field.includes('entityOperator');
  if (from === 'kafka.strimzi.io/v1beta1' || from === 'kafka.strimzi.io/v1alpha1')
    return { apiVersion: 'kafka.strimzi.io/v1beta2', to: StrimziRelease.V0_18 };
  // Only earlier releases lack it.
  if (field.endsWith('.state')) return { apiVersion: 'kafka.strimzi.io/v1beta2', to: StrimziRelease.V0_37 };
  if (kind === 'KafkaMirrorMaker') {
    const apiVersion = isOfOld ? 'kafka.strimzi.io/v1beta1' : 'kafka.strimzi.io/v1beta2';
    return { apiVersion, to: StrimziRelease.V0_45 };
  }
  // Where ZooKeeper is gone, all of it is told as one.
  if (field.startsWith('spec.zookeeper.')) return { apiVersion: 'kafka.strimzi.io/v1beta1', to: StrimziRelease.V0_45 };
  const old = kind === 'KafkaMirrorMaker2' ? 'kafka.strimzi.io/v1alpha1' : 'kafka.strimzi.io/v1beta1';
  return { apiVersion: isOfOld ? old : 'kafka.strimzi.io/v1beta2', to: StrimziRelease.V1_2 };
}

/** An object of the kind that says the field. */
function exampleOf({ kind, field }: Explanation, apiVersion: string): Manifest {
  const object = { apiVersion, kind, metadata: { name: 'mine' }, spec: structuredClone(SPECS[kind] ?? {}) };
  if (kind === 'Kafka' && apiVersion.endsWith('v1beta1')) object.spec = { kafka: { listeners: { tls: {} } } };
  if (field === 'spec.authentication.password') object.spec['authentication'] = { type: 'scram-sha-512' };
  if (field.startsWith('spec.zookeeper.')) object.spec['zookeeper'] = structuredClone(VALUES['zookeeper']);
  const path = fieldPath(field);
  const last = String(path.at(-1));
  let holder: JsonMap = object;
  for (const step of path.slice(0, -1).map(String)) {
    const next = (holder[step] ??= {});
    holder = (Array.isArray(next) ? next[0] : next) as JsonMap;
  }
  holder[last] = VALUES[last];
  return object;
}

function isMetBy({ field, why }: Explanation, limit: Limit): boolean {
  return limit.message === why && limit.field.replace(/\[\d+\]/g, '').startsWith(field);
}

const IMAGES = explanations().filter(({ field }) => field.endsWith('image'));
const OTHERS = explanations().filter((row) => !IMAGES.includes(row));

it.each(OTHERS.map((row) => ({ row, of: `${row.kind} ${row.field} ${row.from ?? ''}` })))(
  'is told of an object that says the field: $of',
  ({ row }) => {
    const { apiVersion, to } = journeyOf(row);
    const described = readManifest(exampleOf(row, apiVersion));
    const losses = described ? limitsOf(described, { release: to }) : [];
    expect(losses.filter((limit) => isMetBy(row, limit)).length).toBeGreaterThan(0);
  },
);

it('images of the other generation of Jaeger are told, of records and of what was read', () => {
  const backend = (image: string): Described => ({
    noun: 'tracingBackend',
    record: { name: 'mine', strategy: 'allInOne', storage: { type: 'memory' }, image },
  });
  const read = readManifest({
    apiVersion: 'jaegertracing.io/v1',
    kind: 'Jaeger',
    metadata: { name: 'mine' },
    spec: { allInOne: { image: 'jaegertracing/all-in-one:1.65.0', options: { 'log-level': 'debug' } } },
  });
  const told = [
    limitsOf(backend('jaegertracing/all-in-one:1.65.0'), { release: StrimziRelease.V1_2 }),
    limitsOf(backend('jaegertracing/jaeger:2.20.0'), { release: StrimziRelease.V0_18 }),
    read ? limitsOf(read, { release: StrimziRelease.V1_2 }) : [],
  ].flat();
  expect(IMAGES.filter((row) => !told.some((limit) => isMetBy(row, limit)))).toEqual([]);
});

it('no two rows speak of one field of one API', () => {
  const rows = explanations().map(({ kind, field, from }) => `${kind} ${field} ${from ?? ''}`);
  expect(new Set(rows).size).toBe(rows.length);
  expect(explanations().every(({ why }) => /\.$/.test(why))).toBe(true);
});
