import { check, CheckedManifest, readManifest, StrimziRelease, type CheckedSite, type Waivers } from '../../src';

const V1 = 'kafka.strimzi.io/v1';
const labels = { 'strimzi.io/cluster': 'k' };

function kafka(name = 'k', kafkaSpec: object = {}) {
  const listeners = [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } }];
  const config = {
    'default.replication.factor': 1,
    'min.insync.replicas': 1,
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.replication.factor': 1,
    ...(kafkaSpec as { readonly config?: object }).config,
  };
  return { apiVersion: V1, kind: 'Kafka', metadata: { name }, spec: { kafka: { listeners, ...kafkaSpec, config } } };
}

function pool(replicas: number, name = 'p', cluster = 'k') {
  return {
    apiVersion: V1,
    kind: 'KafkaNodePool',
    metadata: { name, labels: { 'strimzi.io/cluster': cluster } },
    spec: { replicas, roles: ['broker', 'controller'], storage: { type: 'persistent-claim', size: '1Gi' } },
  };
}

function topic(replicas: number, metadata: object = {}) {
  return { apiVersion: V1, kind: 'KafkaTopic', metadata: { name: 't', labels, ...metadata }, spec: { replicas } };
}

function told(manifests: Iterable<unknown>, site: Partial<CheckedSite> = {}): string[] {
  return check({ release: StrimziRelease.V1_2, manifests, ...site }).map(
    ({ rule, path, field }) => `${rule} ${path} ${field ?? ''}`,
  );
}

describe("anybody's manifests", () => {
  it('are sound where nothing is wrong', () => {
    expect(told([kafka(), pool(3), topic(3), { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } }])).toEqual(
      [],
    );
  });

  it('are held to schemas and rules, alone and together', () => {
    const faulty = kafka('k', { version: '2.0.0', colour: 'red', config: { 'min.insync.replicas': 5 } });
    expect(told([faulty, pool(1), topic(9)])).toEqual([
      'schema-accepts Kafka/k spec.kafka.colour',
      'kafka-version Kafka/k spec.kafka.version',
      'broker-in-sync Kafka/k spec.kafka.config["min.insync.replicas"]',
      'topic-replicas KafkaTopic/t spec.replicas',
    ]);
  });

  it('lack what is undefined in them, as JSON does', () => {
    const metadata = { name: 't', namespace: undefined, labels: { ...labels, team: undefined } };
    const spec = { replicas: 3, topicName: undefined, config: { 'retention.ms': undefined, unknown: undefined } };
    const list = { apiVersion: 'v1', kind: 'List', items: [{ ...topic(3), metadata, spec }] };
    expect(told([kafka(), pool(3), list])).toEqual([]);
    expect(told([{ ...topic(3), spec: { replicas: 3 }, metadata: { name: undefined, labels } }])).toEqual([
      'is-manifest manifest 1 metadata.name',
    ]);
  });

  it('are called by the places that the caller gives them', () => {
    const manifests = [kafka(), pool(1), new CheckedManifest(topic(9), 'topics.yaml:12')];
    expect(told(manifests)).toEqual(['topic-replicas topics.yaml:12 spec.replicas']);
  });

  it('are judged one by one in a List', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [kafka(), pool(1), topic(9)] };
    expect(told([new CheckedManifest(list, 'all.yaml')])).toEqual(['topic-replicas all.yaml items[2] spec.replicas']);
  });

  it('are judged in lists of lists and in typed lists, whose items need not say their kind', () => {
    const inner = { apiVersion: 'v1', kind: 'List', items: [topic(9)] };
    const list = { apiVersion: 'v1', kind: 'List', items: [kafka(), pool(1), inner] };
    expect(told([new CheckedManifest(list, 'all.yaml')])).toEqual([
      'topic-replicas all.yaml items[2] items[0] spec.replicas',
    ]);
    const { apiVersion, kind: _, ...bare } = topic(9);
    const typed = { apiVersion, kind: 'KafkaTopicList', items: [bare] };
    expect(told([kafka(), pool(1), typed])).toEqual(['topic-replicas manifest 3 items[0] spec.replicas']);
  });

  it.each([undefined, { a: 1 }, 'x', null])('are told where a List has %j in place of them', (items) => {
    const manifests = [{ apiVersion: 'v1', kind: 'List', items }];
    expect(told(manifests)).toEqual(['is-manifest manifest 1 items']);
    expect(check({ release: StrimziRelease.V1_2, manifests })[0]?.message).toBe('A List has its objects here.');
  });

  it('belong together by namespace', () => {
    const at = (namespace: string) => (manifest: { metadata: object }) => ({
      ...manifest,
      metadata: { ...manifest.metadata, namespace },
    });
    const one = [kafka(), pool(1)].map(at('one'));
    const two = [kafka(), pool(9), topic(9)].map(at('two'));
    expect(told([...one, ...two])).toEqual([]);
    expect(told([...one, ...two, topic(9)], { namespace: 'two' })).not.toContainEqual(
      expect.stringMatching(/^topic-replicas/),
    );
    expect(told([...one, ...two, topic(9, { name: 'u' })], { namespace: 'one' })).toEqual([
      'topic-replicas KafkaTopic/u spec.replicas',
    ]);
  });

  it('of two Kubernetes clusters are apart, unless both sites name one', () => {
    const site = (manifests: unknown[], kubernetesCluster?: string): CheckedSite => ({
      release: StrimziRelease.V1_2,
      manifests,
      ...(kubernetesCluster !== undefined && { kubernetesCluster }),
    });
    expect(check([site([kafka(), pool(1)]), site([topic(9)])])).toEqual([]);
    expect(check([site([kafka(), pool(1)], 'one'), site([topic(9)], 'one')])).toHaveLength(1);
  });

  it('of one identity are told, and a server may name as many as it likes', () => {
    const twins = check({ release: StrimziRelease.V1_2, manifests: [kafka(), pool(3), topic(3), topic(3)] });
    expect(twins).toMatchObject([
      { rule: 'unique-object', severity: 'error', message: 'KafkaTopic/t is the KafkaTopic "t" already.' },
    ]);
    const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: 'j-' } };
    expect(told([job, job])).toEqual([]);
  });
});

describe('what a release does not serve', () => {
  it.each([
    ['kafka.strimzi.io/v1beta2', 'KafkaTopic', 'apiVersion', 'Write apiVersion: kafka.strimzi.io/v1.'],
    ['kafka.strimzi.io/v1', 'KafkaMirrorMaker', 'kind', /0\.45.*MirrorMaker 2/],
    ['kafka.strimzi.io/v1', 'KafkaTopics', 'kind', 'Write kind: KafkaTopic.'],
    ['kafka.strimzi.io/v1', 'Something', 'kind', 'Take one of the kinds that are served.'],
    ['core.strimzi.io/v1beta2', 'StrimziPodSet', 'apiVersion', 'Write apiVersion: core.strimzi.io/v1.'],
  ] as const)('is told at the field that says it: %s %s', (apiVersion, kind, field, remedy) => {
    const manifest = { apiVersion, kind, metadata: { name: 'x' } };
    const found = check({ release: StrimziRelease.V1_2, manifests: [manifest] });
    expect(found).toMatchObject([{ rule: 'served-by-release', severity: 'error', field, given: manifest[field] }]);
    expect(found[0]?.remedy).toMatch(remedy);
  });

  it.each([
    [StrimziRelease.V0_45, 'kafka.strimzi.io/v1beta1', 'KafkaUser'],
    [StrimziRelease.V0_45, 'kafka.strimzi.io/v1beta2', 'KafkaRebalance'],
    [StrimziRelease.V0_18, 'kafka.strimzi.io/v1alpha1', 'KafkaMirrorMaker2'],
    [StrimziRelease.V1_2, 'apps/v1', 'ReplicaSet'],
    [StrimziRelease.V1_2, 'kafka.example.com/v1', 'Kafka'],
  ])('is nothing that %j serves, or others: %s %s', (release, apiVersion, kind) => {
    const manifests = [{ apiVersion, kind, metadata: { name: 'x' } }];
    expect(check({ release, manifests }).filter(({ rule }) => rule === 'served-by-release')).toEqual([]);
  });
});

describe('what is no manifest', () => {
  it.each([
    [null, ''],
    ['kind: Kafka', ''],
    [[], ''],
    [{}, 'apiVersion kind metadata'],
    [{ apiVersion: 'v1', kind: 'Secret', metadata: 3 }, 'metadata'],
    [{ apiVersion: 'v1', kind: 'Secret', metadata: {} }, 'metadata.name'],
    [{ apiVersion: 'v1', kind: 7, metadata: { name: 'x', labels: { on: true } } }, 'kind metadata.labels.on'],
    [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x', annotations: [] } }, 'metadata.annotations'],
  ])('is told, and judged no further: %j', (manifest, fields) => {
    const found = check({ release: StrimziRelease.V1_2, manifests: [manifest, kafka(), pool(1), topic(9)] });
    const malformed = found.filter(({ rule }) => rule === 'is-manifest');
    expect(malformed.map(({ field = '' }) => field).join(' ')).toBe(fields);
    expect(found.filter(({ rule }) => rule !== 'is-manifest')).toMatchObject([{ rule: 'topic-replicas' }]);
  });

  it('is judged as it was meant, where names, labels and annotations lack quotes', () => {
    const manifest = topic(9);
    const metadata = { name: 12, labels: { ...manifest.metadata.labels, on: true, gone: null }, annotations: [] };
    const found = check({ release: StrimziRelease.V1_2, manifests: [{ ...manifest, metadata }, kafka(), pool(1)] });
    expect(found.map(({ rule, field }) => [rule, field])).toEqual([
      ['is-manifest', 'metadata.name'],
      ['is-manifest', 'metadata.labels.on'],
      ['is-manifest', 'metadata.labels.gone'],
      ['is-manifest', 'metadata.annotations'],
      ['topic-replicas', 'spec.replicas'],
    ]);
  });

  it.each([
    [undefined, 'metadata', 'Every Kubernetes object has this field.'],
    [3, 'metadata', 'The field is not what every Kubernetes object has in it.'],
  ])('is told by what its metadata lacks: %j', (metadata, field, message) => {
    const manifests = [{ apiVersion: 'v1', kind: 'Secret', metadata }];
    expect(check({ release: StrimziRelease.V1_2, manifests })).toMatchObject([{ rule: 'is-manifest', field, message }]);
  });

  it.each([
    { kafka: 3 },
    { kafka: { listeners: 'tls' } },
    { kafka: { listeners: [3], config: [] } },
    { kafka: { listeners: [{ authentication: 'tls' }] }, entityOperator: 'yes' },
    { kafka: { authorization: { superUsers: 'CN=x' } } },
    null,
    'text',
  ])('is told where an object is of another shape than its schema: %j', (spec) => {
    const manifests = [{ ...kafka(), spec }];
    expect(check({ release: StrimziRelease.V1_2, manifests })).toContainEqual(
      expect.objectContaining({ rule: spec === null ? 'needed-fields' : 'schema-accepts', severity: 'error' }),
    );
  });

  it.each([
    3,
    { template: 3 },
    { template: { spec: { containers: 'x' } } },
    { template: { spec: { containers: [null] } } },
  ])('ends no run where there is no schema: a Deployment with %j', (spec) => {
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'd' }, spec };
    expect(() => check({ release: StrimziRelease.V1_2, manifests: [deployment] })).not.toThrow();
  });
});

describe('a cause', () => {
  it('is told once, by whoever explains most', () => {
    const found = check({ release: StrimziRelease.V1_2, manifests: [kafka(), pool(-1), topic(1)] });
    expect(found).toMatchObject([{ rule: 'kafka-cluster-nodes', field: 'spec.replicas' }]);
  });

  it('of the schema says what to do, the nearest name first', () => {
    const typo = { ...topic(1), spec: { partitons: 3, replicas: 'many' } };
    expect(check({ release: StrimziRelease.V1_2, manifests: [typo] })).toMatchObject([
      { field: 'spec.partitons', remedy: 'Write partitions, or leave it out.' },
      { field: 'spec.replicas', remedy: expect.stringMatching(/^Give an integer/) },
    ]);
  });
});

describe('a waiver', () => {
  const manifests = [kafka(), pool(1), topic(9)];

  it('takes an error as well as a warning, for a reason', () => {
    expect(told(manifests, { waivers: { 'topic-replicas': 'Brokers follow.' } })).toEqual([]);
  });

  it('is told where it meets nothing, and where it has no reason', () => {
    expect(told(manifests, { waivers: { 'topic-replicas': ' ', 'kafka-version': 'x' } })).toEqual([
      'topic-replicas KafkaTopic/t spec.replicas',
      'unused-waiver site 1 waivers["topic-replicas"]',
      'unused-waiver site 1 waivers["kafka-version"]',
    ]);
  });

  it('stands in an annotation of the object too', () => {
    const annotated = (annotations: object) => [kafka(), pool(1), topic(9, { annotations })];
    expect(told(annotated({ 'cdk8s-strimzi.io/waive.topic-replicas': 'Brokers follow.', 'a.io/b': 'c' }))).toEqual([]);
    expect(told(annotated({ 'cdk8s-strimzi.io/waive.topic-replicas': '' }))).toEqual([
      'topic-replicas KafkaTopic/t spec.replicas',
      'unused-waiver KafkaTopic/t metadata.annotations["cdk8s-strimzi.io/waive.topic-replicas"]',
    ]);
    expect(told(annotated({ 'cdk8s-strimzi.io/waive.topic-once': 'x' }))).toEqual([
      'topic-replicas KafkaTopic/t spec.replicas',
      'unused-waiver KafkaTopic/t metadata.annotations["cdk8s-strimzi.io/waive.topic-once"]',
    ]);
  });

  it('of a rule that there is not is told the nearest one', () => {
    const waivers = { 'topic-replica': 'Brokers follow.' } as Waivers;
    expect(check({ release: StrimziRelease.V1_2, manifests, waivers })).toContainEqual(
      expect.objectContaining({ message: 'There is no rule topic-replica.', remedy: 'Did you mean topic-replicas?' }),
    );
  });

  it('takes nothing that makes output malformed, and nothing of another site', () => {
    expect(told([topic(1), topic(1)], { waivers: { 'unique-object': 'Both are mine.' } })).toEqual([
      'unique-object KafkaTopic/t metadata.name',
      'unused-waiver site 1 waivers["unique-object"]',
    ]);
    const waivers = { 'topic-replicas': 'Brokers follow.' };
    const release = StrimziRelease.V1_2;
    expect(
      check([
        { release, manifests },
        { release, manifests: [], waivers, path: 'two' },
      ]),
    ).toMatchObject([{ rule: 'topic-replicas' }, { rule: 'unused-waiver', path: 'two', severity: 'warning' }]);
  });
});

describe('an object that cannot be walked over', () => {
  function nested(levels: number): unknown {
    let value: unknown = 1;
    for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? { a: value } : [value];
    return value;
  }
  const around: Record<string, unknown> = {};
  around['self'] = [around];

  it.each([
    ['nested 501 levels deep', nested(497), true],
    ['nested 500 levels deep', nested(496), false],
    ['nested 100,000 levels deep', nested(100_000), true],
    ['that contains itself', around, true],
  ])('%s', (_, value, isRefused) => {
    const collector = {
      apiVersion: 'opentelemetry.io/v1beta1',
      kind: 'OpenTelemetryCollector',
      metadata: { name: 'c' },
      spec: { config: { receivers: { otlp: value } } },
    };
    expect(told([collector]).includes('is-manifest OpenTelemetryCollector/c ')).toBe(isRefused);
    const read = () => readManifest(collector);
    if (isRefused) expect(read).toThrow('OpenTelemetryCollector c is nested more than 500 levels deep');
    else expect(read).not.toThrow();
  });
});

it('a 0.18 listener is told by the field that its API has', () => {
  const apiVersion = 'kafka.strimzi.io/v1beta1';
  const nodes = { replicas: 1, storage: { type: 'persistent-claim', size: '1Gi' } };
  const external = { type: 'route', authentication: { type: 'tls' } };
  const { config } = kafka().spec.kafka;
  const spec = { kafka: { ...nodes, version: '9.9.9', listeners: { plain: {}, external }, config }, zookeeper: nodes };
  const manifests = [{ apiVersion, kind: 'Kafka', metadata: { name: 'k' }, spec }];
  expect(told(manifests, { release: StrimziRelease.V0_18 })).toEqual(['kafka-version Kafka/k spec.kafka.version']);
});
