import { StrimziRelease, type Manifest } from '../../src';
import { translated } from '../../src/check/translated';
import { errorsOf, example, idsOf, manifestsOf, mirrorMaker, plan, stageOf, user, zooKeeperCluster } from './trees';

const ZOOKEEPER = [zooKeeperCluster('europe', { version: '3.9.0' })];

test('the workshop of 2020 comes to the newest release in stages that are valid each at its time', () => {
  const found = plan(example('workshop'), '0.18', '1.2');
  expect(errorsOf(found)).toEqual([]);
  expect(found.obstacles).toEqual([]);
  expect(new Set(idsOf(found))).toEqual(
    new Set([
      'operator',
      'kafka-version',
      'kafka-settled',
      'api',
      'user-acls',
      'tracing',
      'mirror-maker-stops',
      'mirror-maker-2-waits',
      'mirror-maker-2-copies',
      'mirror-maker-goes',
      'node-pools',
      'brokers-move',
      'brokers-moved',
      'kraft-migration',
      'kraft-enabled',
      'kraft-settled',
      'jaeger-goes',
      'jaeger-2-comes',
    ]),
  );
  const releases = found.stages.filter(({ id }) => id === 'operator').map(({ release }) => release);
  expect(releases).toEqual(StrimziRelease.ALL.slice(1));
});

test.each(
  StrimziRelease.ALL.slice(0, -1)
    .filter((_, at) => at % 4 === 0)
    .map((release) => release.facts.version),
)(
  'from Strimzi %s there is a way to the newest release, from the oldest Kafka there and from the usual one',
  (version) => {
    const { facts } = StrimziRelease.of(version);
    for (const kafka of [facts.kafka.default, facts.kafka.versions[0]]) {
      const cluster = zooKeeperCluster('europe', { version: kafka });
      const told = translated([{ manifest: cluster }], { release: StrimziRelease.of(version) });
      const manifests = told.flatMap((each) => each.manifests);
      const found = plan(manifests, version, '1.2', true);
      expect({ kafka, obstacles: found.obstacles, errors: errorsOf(found) }).toEqual({
        kafka,
        obstacles: [],
        errors: [],
      });
      expect(found.stages.at(-1)?.release).toBe(StrimziRelease.V1_2);
    }
  },
);

test('what Red Hat sells is upgraded along its own releases, and a subscription says so', () => {
  const found = plan(example('workshop'), 'amq-streams-1.5', 'streams-3.1');
  const operators = found.stages.filter(({ id }) => id === 'operator');
  expect(found.obstacles).toEqual([]);
  expect(operators.map(({ release }) => release.name)).toEqual(
    StrimziRelease.PRODUCTS.slice(1).map(({ name }) => name),
  );
  const channels = operators.map(
    (stage) =>
      manifestsOf(stage).find(({ kind, spec }) => kind === 'Subscription' && named(spec) === 'amq-streams')?.spec,
  );
  expect(channels[0]).toMatchObject({ channel: 'amq-streams-1.6.x' });
  expect(channels[0]).not.toHaveProperty('startingCSV');
  expect(channels.at(-1)).toMatchObject({ channel: 'amq-streams-3.1.x' });
});

function named(spec: unknown): unknown {
  return (spec as { readonly name?: unknown }).name;
}

test('releases are left out where operators allow it, and not where they do not', () => {
  const found = plan(ZOOKEEPER, '0.45', '1.2', true);
  expect(errorsOf(found)).toEqual([]);
  expect(found.stages.map(({ id, release }) => `${release.facts.version} ${id}`)).toEqual([
    '0.45.2 node-pools',
    '0.45.2 kraft-migration',
    '0.45.2 kraft-enabled',
    '0.45.2 kraft-settled',
    '0.47.0 operator',
    '0.47.0 kafka-version',
    '0.50.1 operator',
    '0.50.1 kafka-version',
    '0.51.0 operator',
    '0.51.0 api',
    '1.0.1 operator',
    '1.0.1 kafka-version',
    '1.2.0 operator',
  ]);
});

test('where one step suffices, it is what convert writes', () => {
  const manifests = example('workshop-0.45').filter(({ apiVersion }) => apiVersion.startsWith('kafka.'));
  const pinned = manifests.map((each) =>
    each.kind === 'Kafka' ? { ...each, spec: withKafka(each.spec as KafkaSpec, '4.2.0') } : each,
  );
  const found = plan(pinned, '0.51', '1.0');
  expect(idsOf(found)).toEqual(['api', 'operator']);
  const converted = translated(
    pinned.map((manifest) => ({ manifest })),
    { release: StrimziRelease.V1_0 },
  ).flatMap((each) => each.manifests);
  expect(found.stages.map(manifestsOf)).toEqual([converted, converted]);
});

interface KafkaSpec {
  readonly kafka: object;
}

function withKafka(spec: KafkaSpec, version: string): object {
  return { ...spec, kafka: { ...spec.kafka, version } };
}

test('a tree in the middle of the way has the rest of it before it', () => {
  const manifests = [
    ...ZOOKEEPER,
    zooKeeperCluster('us', { version: '3.9.0' }),
    user('europe-mirror', 'europe'),
    user('us-mirror', 'us'),
    mirrorMaker({ replicas: 1 }),
  ];
  const whole = plan(manifests, '0.45', '0.46');
  whole.stages.forEach((stage, index) => {
    const rest = plan(manifestsOf(stage), stage.release.facts.version, '0.46');
    expect([stage.id, idsOf(rest)]).toEqual([stage.id, idsOf(whole).slice(index + 1)]);
    expect(rest.stages.at(-1)?.objects.map(({ manifest }) => manifest) ?? manifestsOf(stage)).toEqual(
      manifestsOf(whole.stages.at(-1) ?? stage),
    );
  });
});

test('nothing is to be done where nothing changes', () => {
  const found = plan(example('workshop-1.2'), '1.2', '1.2');
  expect(found).toEqual({ stages: [], refusals: [], obstacles: [] });
});

test('there is no way back', () => {
  expect(() => plan([], '1.2', '0.45')).toThrow('Strimzi 0.45.2 is older than Strimzi 1.2.0');
});

test('objects of others stay as they are, each where it was', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } };
  const found = plan([secret, ...ZOOKEEPER], '0.45', '0.46');
  for (const { objects } of found.stages) expect(objects[0]).toEqual({ origin: 0, manifest: secret });
  expect(stageOf(found, 'kraft-migration').objects.map(({ origin }) => origin)).toEqual([0, 1, 1, 1]);
});

test('what has no name, or has it nowhere, stays too', () => {
  const others = [
    { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' },
    { apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: 'load-' } },
    { apiVersion: 'kafka.strimzi.io/v1beta2', kind: 'KafkaUser', metadata: null },
  ];
  const found = plan([others[0], ...ZOOKEEPER, others[1], others[2]] as Manifest[], '0.45', '0.46');
  expect(found.stages.length).toBeGreaterThan(0);
  for (const stage of found.stages) expect(manifestsOf(stage)).toEqual(expect.arrayContaining(others));
  expect(stageOf(found, 'kraft-migration').objects.map(({ origin }) => origin)).toEqual([0, 1, 1, 1, 2, 3]);
});

test.each(['Kafka', 'KafkaMirrorMaker', 'KafkaTopic', 'KafkaNodePool'])(
  'a %s in a version that nobody serves makes no way without end',
  (kind) => {
    const given = {
      apiVersion: 'kafka.strimzi.io/v9',
      kind,
      metadata: { name: 'a' },
      spec: { zookeeper: { replicas: 3 } },
    };
    const found = plan([given], '0.45', '0.46');
    expect([...idsOf(found), ...found.obstacles.map(({ object }) => object)].at(-1)).toBe(
      kind === 'KafkaMirrorMaker' ? 'KafkaMirrorMaker a' : 'operator',
    );
    for (const stage of found.stages) expect(manifestsOf(stage)).toMatchObject([given]);
  },
);

test('variables that are none are left to those who judge', () => {
  const template = { mirrorMakerContainer: { env: [null] } };
  const found = plan([mirrorMaker({ tracing: { type: 'jaeger' }, template })], '0.36', '0.37');
  expect(manifestsOf(stageOf(found, 'tracing'))[0]).toMatchObject({
    spec: { tracing: { type: 'opentelemetry' }, template },
  });
});
