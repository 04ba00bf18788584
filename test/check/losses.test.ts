import { limitsOf, lossesOf, readManifest, StrimziRelease, type Described } from '../../src';
import { withoutTwins } from '../../src/check/losses';
import type { Limit } from '../../src/dialects/common/codec';
import { codecFor } from '../../src/dialects/read';
import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import type { ListenerRecord } from '../../src/model/listener';
import type { Records } from '../../src/model/nouns';
import type { UserRecord } from '../../src/model/user';
import type { Generation } from '../arbitraries/strimzi-workloads';
import { DIALECTS, RELEASES } from '../dialects/strimzi/generations';

/** What of a record that was never read a generation cannot be told, with the release that can, or what to give. */
const told = (generation: Generation, described: Described): string[] =>
  limitsOf(described, { release: RELEASES[generation] }).map(
    ({ field, since, remedy }) => `${field}: ${remedy ?? since ?? 'no release'}`,
  );
const NODES = { replicas: 1, storage: { type: 'ephemeral' as const } };
const TLS: ListenerRecord = { name: 'tls', port: 9093, type: 'internal', tls: true };
const IN_ONE: KafkaClusterRecord = {
  name: 'europe',
  mode: 'zookeeper',
  nodePools: false,
  listeners: [TLS],
  brokers: NODES,
  zookeeper: NODES,
};
const IN_POOLS: KafkaClusterRecord = { name: 'europe', mode: 'kraft', nodePools: true, listeners: [TLS] };

const cluster = (generation: Generation, record: KafkaClusterRecord): string[] =>
  told(generation, { noun: 'kafkaCluster', record });
const withListener = (generation: Generation, listener: Partial<ListenerRecord>): string[] => {
  const base = generation === 'v1' ? IN_POOLS : IN_ONE;
  return cluster(generation, { ...base, listeners: [{ ...TLS, ...listener }] });
};

describe('a Kafka cluster', () => {
  it('with KRaft and node pools is nothing for 0.18, which names the release that has them', () => {
    expect(cluster('v1beta1', IN_POOLS)).toEqual([
      'metadata.annotations["strimzi.io/kraft"]: Strimzi 0.40.0',
      'metadata.annotations["strimzi.io/node-pools"]: Strimzi 0.39.0',
      'spec.zookeeper: Give an object.',
      'spec.kafka.replicas: Give an integer, at least 1.',
      'spec.kafka.storage: Give an object.',
    ]);
  });

  it('with ZooKeeper is nothing for 1.2, which names the last release that had it', () => {
    expect(cluster('v1', IN_ONE)).toEqual([
      'spec.kafka.replicas: Strimzi 0.45.2, the last one',
      'spec.kafka.storage: Strimzi 0.45.2, the last one',
      'spec.zookeeper: Strimzi 0.45.2, the last one',
    ]);
  });

  it.each(['v1beta2', 'v1'] as const)('has a listener in %s', (generation) => {
    const base = generation === 'v1' ? IN_POOLS : IN_ONE;
    expect(cluster(generation, { ...base, listeners: [] })).toEqual(['spec.kafka.listeners: Give at least 1 item.']);
  });

  it('has no JBOD under ZooKeeper', () => {
    const jbod = { type: 'jbod' as const, volumes: [{ type: 'ephemeral' as const, id: 0 }] };
    const record = { ...IN_ONE, zookeeper: { replicas: 1, storage: jbod } };
    for (const generation of ['v1beta1', 'v1beta2'] as const) {
      const [told] = cluster(generation, record);
      expect(told).toMatch(/^spec\.zookeeper(\.storage)?: /);
    }
  });

  it('of 0.18 keeps no KRaft metadata on a volume', () => {
    const storage = {
      type: 'jbod' as const,
      volumes: [{ type: 'ephemeral' as const, id: 0, kraftMetadata: 'shared' as const }],
    };
    expect(cluster('v1beta1', { ...IN_ONE, brokers: { replicas: 1, storage } })).toEqual([
      'spec.kafka.storage.volumes[0].kraftMetadata: Strimzi 0.41.0',
    ]);
  });
});

describe('a listener', () => {
  it.each([
    ['v1beta1', { name: 'mine' }, 'spec.kafka.listeners[0]: Strimzi 0.20.1'],
    ['v1beta1', { port: 9095 }, 'spec.kafka.listeners[0]: Strimzi 0.20.1'],
    ['v1beta1', { type: 'cluster-ip' }, 'spec.kafka.listeners[0]: Strimzi 0.32.0'],
    ['v1beta1', { authentication: { type: 'custom' } }, 'spec.kafka.listeners.tls.authentication: Strimzi 0.28.0'],
    [
      'v1beta1',
      { configuration: { maxConnections: 5 } },
      'spec.kafka.listeners.tls.configuration.maxConnections: Strimzi 0.23.0',
    ],
    ['v1beta2', { configuration: { parentRefs: [] } }, 'spec.kafka.listeners[0].configuration.parentRefs: no release'],
    [
      'v1',
      { authentication: { type: 'oauth' } },
      'spec.kafka.listeners[0].authentication: Strimzi 0.51.0, the last one',
    ],
    [
      'v1',
      { authentication: { type: 'custom', secrets: [{ secretName: 'a', key: 'b' }] } },
      'spec.kafka.listeners[0].authentication.secrets: Strimzi 0.51.0, the last one',
    ],
  ] as const)('of %s that is %j is refused: %s', (generation, listener, limit) => {
    expect(withListener(generation, listener as Partial<ListenerRecord>)).toEqual([limit]);
  });

  it.each([
    ['route', { tls: false }, 'spec.kafka.listeners[0].tls: Strimzi 0.20.1'],
    [
      'route',
      { configuration: { maxConnections: 1 } },
      'spec.kafka.listeners.external.configuration.maxConnections: Strimzi 0.23.0',
    ],
    [
      'nodeport',
      { configuration: { bootstrap: { host: 'a' } } },
      'spec.kafka.listeners.external.overrides.bootstrap.host: Strimzi 0.20.1',
    ],
    [
      'route',
      { configuration: { bootstrap: { alternativeNames: ['a', 'b'] } } },
      'spec.kafka.listeners[0].configuration.bootstrap.alternativeNames[1]: Strimzi 0.20.1',
    ],
  ] as const)('to the outside of 0.18, a %s that is %j, is refused: %s', (type, listener, limit) => {
    const external = { name: 'external', port: 9094, type, ...(listener as Partial<ListenerRecord>) };
    expect(withListener('v1beta1', external)).toEqual([limit]);
  });

  it('of a type that the operator does not have goes, and the type is named', () => {
    const [, second] = [TLS, { ...TLS, name: 'out', port: 9094, type: 'tlsroute' as const }];
    const record = { ...IN_ONE, listeners: [TLS, second] };
    const [limit] = limitsOf({ noun: 'kafkaCluster', record }, { release: RELEASES.v1beta2 });
    expect(limit).toMatchObject({ field: 'spec.kafka.listeners[1]', given: second });
    expect(limit?.message).toMatch(/^Strimzi 0.45.2 takes for type ".*"\.$/);
  });

  it('is told once where it goes and was the last one, with what the operator asks for', () => {
    const listener = { ...TLS, type: 'cluster-ip' as const };
    const described: Described = { noun: 'kafkaCluster', record: { ...IN_ONE, listeners: [listener] } };
    expect(limitsOf(described, { release: StrimziRelease.V0_20 })).toMatchObject([
      { field: 'spec.kafka.listeners[0]', given: listener, remedy: 'Give at least 1 item that it takes.' },
    ]);
  });

  it('of 0.18 is one of a kind', () => {
    const listeners = [TLS, { ...TLS, name: 'tls2', port: 9095 }];
    expect(cluster('v1beta1', { ...IN_ONE, listeners })).toEqual(['spec.kafka.listeners[1]: Strimzi 0.20.1']);
  });
});

describe('a user of 0.18', () => {
  it.each([
    [{ authentication: { type: 'tls-external' } }, 'spec.authentication: Strimzi 0.25.0'],
    [
      { authentication: { type: 'scram-sha-512', password: { secret: 'a', key: 'b' } } },
      'spec.authentication.password: Strimzi 0.25.0',
    ],
    [{ quotas: { controllerMutationRate: 1 } }, 'spec.quotas.controllerMutationRate: Strimzi 0.24.0'],
  ] as const)('that has %j is refused, and later ones are not: %s', (part, limit) => {
    const user = { name: 'me', cluster: 'europe', ...part } as UserRecord;
    expect(told('v1beta1', { noun: 'user', record: user })).toEqual([limit]);
    expect(told('v1beta2', { noun: 'user', record: user })).toEqual([]);
    expect(told('v1', { noun: 'user', record: user })).toEqual([]);
  });
});

it('a topic of 0.18 says how many partitions and replicas it has', () => {
  const topic = { name: 'orders', cluster: 'europe' };
  expect(told('v1beta1', { noun: 'topic', record: topic })).toEqual([
    'spec.partitions: Give an integer, at least 1.',
    'spec.replicas: Give an integer from 1 to 32767.',
  ]);
  expect(told('v1', { noun: 'topic', record: topic })).toEqual([]);
});

it('node pools are not there in 0.18', () => {
  expect(DIALECTS.v1beta1.nodePool).toMatchObject({ since: 'Strimzi 0.45.2' });
});

describe('losses and demands', () => {
  const limit = (field: string, message: string): Limit => ({ field, message });
  const [lost, asked, other] = [limit('a', 'lost'), limit('a', 'asked'), limit('b', 'asked')];

  it.each([
    [[], [], []],
    [[lost], [], [lost]],
    [[], [asked], [asked]],
    [[lost], [asked, other], [asked, other]],
    [[lost], [other], [lost, other]],
  ])('%j and %j are told as %j: a field once, by the demand', (losses, demands, all) => {
    expect(withoutTwins(losses, demands)).toEqual(all);
  });
});

describe('a record in hand', () => {
  const reader = { release: StrimziRelease.V1_2 };
  const topic: Described = { noun: 'topic', record: { name: 'orders', cluster: 'europe', replicas: 3 } };
  const client: Described = {
    noun: 'client',
    record: {
      name: 'shop',
      role: { type: 'producer', topic: 'orders' },
      contract: 'hello-world',
      delayMs: 1000,
      image: 'shop:1',
      replicas: 1,
      endpoint: { bootstrapServers: 'kafka:9092' },
      restricted: false,
    },
  };
  const streaming: Described = {
    noun: 'tracingBackend',
    record: {
      name: 'eyes',
      strategy: 'streaming',
      storage: { type: 'elasticsearch', serverUrls: [] },
    },
  };

  it.each([
    ['a topic', topic, []],
    ['an application', client, []],
    [
      'a Jaeger without a store and a Kafka',
      streaming,
      ['spec.storage.options.es.server-urls', 'spec.collector.options.kafka.producer.brokers'],
    ],
  ])('of %s lacks what its operator asks for', (_, described, fields) => {
    const found = lossesOf(described, { ...reader, tracing: 'jaeger-v1' });
    expect(found.map(({ field }) => field)).toEqual(fields);
  });

  it('lacks what the manifest that it was written to does not say', () => {
    const { record } = client;
    const manifest = codecFor(client, reader).write({ ...record, image: 'other:2' });
    expect(lossesOf(client, reader, manifest)).toMatchObject([
      { field: 'spec.template.spec.containers[0].image', given: 'shop:1' },
    ]);
    expect(lossesOf(client, reader, codecFor(client, reader).write(record as never))).toEqual([]);
  });

  it('is told in its own words where no manifest says all of it', () => {
    const record = { ...streaming.record, strategy: 'allInOne', part: 'query' } as Records['tracingBackend'];
    const limits = lossesOf(
      { noun: 'tracingBackend', record: { ...record, storage: { type: 'memory' } } },
      { ...reader, tracing: 'jaeger-v1' },
    );
    expect(limits).toMatchObject([{ field: 'spec.part', given: 'query' }]);
  });
});

test('what the operator of one Jaeger cannot say names the operator that can', () => {
  const spec = { strategy: 'production', agent: { strategy: 'DaemonSet' } };
  const jaeger = readManifest({ apiVersion: 'jaegertracing.io/v1', kind: 'Jaeger', metadata: { name: 'eyes' }, spec });
  const limits = limitsOf(jaeger as Described, { release: StrimziRelease.V0_45, tracing: 'opentelemetry-v1beta1' });
  expect(limits.map(({ field, since }) => [field, since])).toEqual([
    ['spec.strategy', 'Jaeger v1 on its own operator'],
    ['spec.agent', 'Jaeger v1 on its own operator'],
  ]);
});

describe('a record that was read', () => {
  const reader = { release: StrimziRelease.V0_45 };
  const manifest = {
    apiVersion: 'kafka.strimzi.io/v1beta2',
    kind: 'KafkaUser',
    metadata: { name: 'shop', labels: { 'strimzi.io/cluster': 'europe' } },
    spec: {
      authentication: { type: 'tls', someday: 1 },
      authorization: {
        type: 'simple',
        acls: [{ resource: { type: 'topic', name: 'orders' }, operations: ['Read'], someday: 2 }],
      },
    },
  };
  const read = readManifest(manifest) as Extract<Described, { noun: 'user' }>;

  it('loses nothing where it is written as it was', () => {
    expect(lossesOf(read, reader)).toEqual([]);
  });

  it('loses what was kept of a part that is gone', () => {
    const { acls: _, ...record } = read.record;
    expect(lossesOf({ ...read, record }, reader)).toMatchObject([
      {
        field: 'spec.authorization.acls[0].someday',
        given: 2,
        message: expect.stringContaining('has no place') as string,
      },
    ]);
  });

  it('loses what was kept where it is written for another API, which has no such field', () => {
    expect(limitsOf(read, { release: StrimziRelease.V1_2 })).toMatchObject([
      { field: 'spec.authentication.someday', given: 1 },
      { field: 'spec.authorization.acls[0].someday', given: 2 },
    ]);
  });
});
