import fc from 'fast-check';
import type { Noun, Records } from '../../src/model/nouns';
import { limitsOf, readManifest, StrimziRelease, translate, writeRecord, type Described } from '../../src';

const V0_45 = { release: StrimziRelease.V0_45 };
const V1_2 = { release: StrimziRelease.V1_2 };

const read = (manifest: object): Described => {
  const described = readManifest(manifest);
  if (!described) throw new Error('not read');
  return described;
};

/** The same object with another record. */
function edited<N extends Noun>(described: Described, noun: N, change: (record: Records[N]) => object): Described {
  if (described.noun !== noun) throw new Error(`it is a ${described.noun}`);
  const record = described.record as Records[N];
  return { ...described, record: { ...record, ...change(record) } } as Described;
}

describe('rights in older words', () => {
  const rule = (name: string, operation: string): object => ({ resource: { type: 'topic', name }, operation });
  const user = read({
    apiVersion: 'kafka.strimzi.io/v1beta2',
    kind: 'KafkaUser',
    metadata: { name: 'robot', labels: { 'strimzi.io/cluster': 'c' } },
    spec: {
      authorization: {
        type: 'simple',
        acls: [rule('alpha', 'Read'), rule('alpha', 'Describe'), rule('beta', 'Read')],
      },
    },
  });
  const aclsOf = (described: Described): unknown =>
    (writeRecord(described, V0_45) as unknown as { spec: { authorization: { acls: unknown } } }).spec.authorization
      .acls;

  it('stay as they were where another is taken away', () => {
    const fewer = edited(user, 'user', ({ acls = [] }) => ({ acls: acls.slice(1) }));
    expect(aclsOf(fewer)).toEqual([rule('alpha', 'Describe'), rule('beta', 'Read')]);
    expect(limitsOf(fewer, V0_45)).toEqual([]);
  });

  it('stay as they were where another comes before them', () => {
    const gamma = { resource: { type: 'topic' as const, name: 'gamma' }, operations: ['Write' as const] };
    const more = edited(user, 'user', ({ acls = [] }) => ({ acls: [gamma, ...acls] }));
    expect(aclsOf(more)).toEqual([gamma, rule('alpha', 'Read'), rule('alpha', 'Describe'), rule('beta', 'Read')]);
  });

  it('give way to what they are changed to', () => {
    const other = edited(user, 'user', ({ acls = [] }) => ({
      acls: acls.map((acl) => ({ ...acl, operations: ['Write'] })),
    }));
    expect(aclsOf(other)).toEqual(
      ['alpha', 'alpha', 'beta'].map((name) => ({ resource: { type: 'topic', name }, operations: ['Write'] })),
    );
  });
});

describe('what was kept of a listener', () => {
  const tls = { name: 'tls', port: 9093, type: 'internal', tls: true };
  const plain = { name: 'plain', port: 9092, type: 'internal', tls: false };
  const cluster = read({
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'Kafka',
    metadata: { name: 'c' },
    spec: { kafka: { listeners: [plain, { ...tls, fieldOfTomorrow: 1 }] } },
  });
  const listenersOf = (described: Described): unknown =>
    (writeRecord(described, V1_2) as unknown as { spec: { kafka: { listeners: unknown } } }).spec.kafka.listeners;

  it('stays with it where another comes before it', () => {
    const more = { name: 'more', port: 9095, type: 'internal' as const, tls: false };
    const wider = edited(cluster, 'kafkaCluster', ({ listeners }) => ({ listeners: [more, ...listeners] }));
    expect(listenersOf(wider)).toEqual([more, plain, { ...tls, fieldOfTomorrow: 1 }]);
  });

  it('is told where the listener is gone', () => {
    const fewer = edited(cluster, 'kafkaCluster', ({ listeners }) => ({ listeners: listeners.slice(0, 1) }));
    expect(listenersOf(fewer)).toEqual([plain]);
    expect(limitsOf(fewer, V1_2)).toMatchObject([{ field: 'spec.kafka.listeners[1].fieldOfTomorrow', given: 1 }]);
  });

  it('is told by a release whose API has no such listener', () => {
    expect(limitsOf(cluster, { release: StrimziRelease.V0_45 })).toMatchObject([
      { field: 'spec.kafka.listeners[1].fieldOfTomorrow', given: 1 },
    ]);
  });
});

it('an authorization that is not understood gives way to one that is set, and is told', () => {
  const guarded = read({
    apiVersion: 'kafka.strimzi.io/v1beta2',
    kind: 'Kafka',
    metadata: { name: 'c', annotations: { 'strimzi.io/kraft': 'enabled', 'strimzi.io/node-pools': 'enabled' } },
    spec: { kafka: { listeners: [], authorization: { type: 'cedar', url: 'http://cedar' } } },
  });
  const simple = edited(guarded, 'kafkaCluster', () => ({ authorization: { type: 'simple' } }));
  const { manifest, losses } = translate(simple, V0_45);
  expect(manifest).toMatchObject({ spec: { kafka: { authorization: { type: 'simple' } } } });
  expect(losses.map(({ field }) => field)).toContain('spec.kafka.authorization.type');
});

it('a pause in older words gives way to a state that is set', () => {
  const mirror = read({
    apiVersion: 'kafka.strimzi.io/v1beta2',
    kind: 'KafkaMirrorMaker2',
    metadata: { name: 'm' },
    spec: {
      connectCluster: 'b',
      clusters: [
        { alias: 'b', bootstrapServers: 'b:9092' },
        { alias: 'a', bootstrapServers: 'a:9092' },
      ],
      mirrors: [{ sourceCluster: 'a', targetCluster: 'b', sourceConnector: { pause: true } }],
    },
  });
  const running = edited(mirror, 'mirrorMaker2', ({ mirrors }) => ({
    mirrors: mirrors.map((flow) => ({ ...flow, sourceConnector: { state: 'running' as const } })),
  }));
  expect(writeRecord(running, V0_45)).toMatchObject({
    spec: { clusters: [{ alias: 'b' }, { alias: 'a' }], mirrors: [{ sourceConnector: { state: 'running' } }] },
  });
  expect(JSON.stringify(writeRecord(running, V0_45))).not.toContain('pause');
});

it('a variable without a name leaves the others as they are', () => {
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'c', labels: { app: 'c' } },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'c' } },
      template: {
        metadata: { labels: { app: 'c' } },
        spec: {
          containers: [
            {
              name: 'c',
              image: 'example.com/c:1',
              env: [{ value: 'u' }, { name: 'BOOTSTRAP_SERVERS', value: 'b:9093' }, { name: 'TOPIC', value: 't' }],
            },
          ],
        },
      },
    },
  };
  expect(writeRecord(read(deployment), V1_2)).toEqual(deployment);
});

describe('a Jaeger v2 whose store has a name of its own', () => {
  const backend = (...urls: readonly string[]): object => ({ elasticsearch: { server_urls: urls } });
  const jaeger = read({
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name: 'eyes' },
    spec: {
      config: {
        extensions: {
          jaeger_storage: {
            backends: { some_store: backend('https://a') },
            metric_backends: { some_metrics: { prometheus: { endpoint: 'http://a' } } },
          },
          jaeger_query: { storage: { traces: 'some_store', metrics: 'some_metrics' } },
        },
        exporters: { jaeger_storage_exporter: { trace_storage: 'some_store' } },
        service: {
          extensions: ['jaeger_storage', 'jaeger_query'],
          pipelines: { traces: { receivers: ['otlp'], exporters: ['jaeger_storage_exporter'] } },
        },
      },
    },
  });

  it('keeps it where its servers are others', () => {
    const moved = edited(jaeger, 'tracingBackend', ({ storage }) => ({
      storage: { ...storage, serverUrls: ['https://b'] },
    }));
    expect(writeRecord(moved, V1_2)).toMatchObject({
      spec: {
        config: {
          extensions: {
            jaeger_storage: { backends: { some_store: backend('https://b') } },
            jaeger_query: { storage: { traces: 'some_store' } },
          },
          exporters: { jaeger_storage_exporter: { trace_storage: 'some_store' } },
        },
      },
    });
    expect(limitsOf(moved, V1_2)).toEqual([]);
  });

  it('is told where what was kept stands in the way of what is said since', () => {
    const asked = edited(jaeger, 'tracingBackend', () => ({ metricsUrl: 'http://b' }));
    expect(limitsOf(asked, V1_2).map(({ given }) => given)).toEqual(['http://b']);
    expect(limitsOf(jaeger, V1_2)).toEqual([]);
  });
});

it('after whatever becomes of a list, what was kept of an item is with that item or told', () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 });
  fc.assert(
    fc.property(names, names, (before, after) => {
      const listener = (name: string): { name: string; port: number; type: 'internal'; tls: boolean } => ({
        name,
        port: 9100 + name.charCodeAt(0),
        type: 'internal',
        tls: true,
      });
      const cluster = read({
        apiVersion: 'kafka.strimzi.io/v1',
        kind: 'Kafka',
        metadata: { name: 'c' },
        spec: { kafka: { listeners: before.map((name) => ({ ...listener(name), mark: `of ${name}` })) } },
      });
      const changed = edited(cluster, 'kafkaCluster', () => ({ listeners: after.map(listener) }));
      const { manifest, losses } = translate(changed, V1_2);
      expect(manifest).toMatchObject({
        spec: {
          kafka: {
            listeners: after.map((name) => ({
              ...listener(name),
              ...(before.includes(name) && { mark: `of ${name}` }),
            })),
          },
        },
      });
      expect(losses.map(({ given }) => given)).toEqual(
        before.filter((name) => !after.includes(name)).map((name) => `of ${name}`),
      );
    }),
  );
});
