import { errorsOf, idsOf, mirrorMaker, objectOf, plan, stageOf, user, zooKeeperCluster, manifestsOf } from './trees';

describe('ZooKeeper to KRaft', () => {
  const config = { 'inter.broker.protocol.version': '3.8', 'log.message.format.version': '3.8' };
  const cluster = zooKeeperCluster('europe', {
    version: '3.9.0',
    config: { 'default.replication.factor': 1, ...config },
  });
  const found = plan([cluster], '0.45', '0.46');

  test('goes through pools, a migration that can be taken back, and the end of ZooKeeper', () => {
    expect(idsOf(found)).toEqual([
      'kafka-settled',
      'node-pools',
      'kraft-migration',
      'kraft-enabled',
      'kraft-settled',
      'operator',
    ]);
    expect(errorsOf(found)).toEqual([]);
  });

  test('raises what holds the brokers at an earlier Kafka first: all versions have to agree', () => {
    expect(objectOf(stageOf(found, 'kafka-settled'), 'Kafka', 'europe')).toMatchObject({
      spec: { kafka: { config: { 'inter.broker.protocol.version': '3.9', 'log.message.format.version': '3.9' } } },
    });
  });

  test('keeps the names of pods and claims: the pool of brokers is called kafka', () => {
    const stage = stageOf(found, 'node-pools');
    expect(objectOf(stage, 'KafkaNodePool', 'kafka')).toMatchObject({
      metadata: { namespace: 'shop', labels: { 'strimzi.io/cluster': 'europe' } },
      spec: { replicas: 3, roles: ['broker'] },
    });
    const kafka = objectOf(stage, 'Kafka', 'europe');
    expect(kafka.metadata.annotations).toEqual({ 'strimzi.io/node-pools': 'enabled' });
    expect(kafka).toHaveProperty('spec.zookeeper.replicas', 3);
    expect(kafka).not.toHaveProperty('spec.kafka.replicas');
  });

  test('says how to see that pods and claims keep their names', () => {
    expect(stageOf(found, 'node-pools').checks.map(({ command }) => command)).toContain(
      'kubectl -n shop get pods,pvc -l strimzi.io/cluster=europe',
    );
  });

  test('has controllers of their own beside ZooKeeper, and says which state to wait for', () => {
    const stage = stageOf(found, 'kraft-migration');
    expect(objectOf(stage, 'KafkaNodePool', 'controller')).toMatchObject({
      spec: { replicas: 3, roles: ['controller'] },
    });
    expect(objectOf(stage, 'Kafka', 'europe').metadata.annotations).toMatchObject({ 'strimzi.io/kraft': 'migration' });
    expect(stage.checks[0]?.text).toContain('KRaftPostMigration');
  });

  test('leaves nothing of ZooKeeper', () => {
    const enabled = objectOf(stageOf(found, 'kraft-enabled'), 'Kafka', 'europe');
    expect(enabled).toHaveProperty('spec.zookeeper');
    expect(enabled.metadata.annotations).toMatchObject({ 'strimzi.io/kraft': 'enabled' });
    const settled = objectOf(stageOf(found, 'kraft-settled'), 'Kafka', 'europe');
    expect(settled).not.toHaveProperty('spec.zookeeper');
    expect(settled).toHaveProperty('spec.kafka.config', { 'default.replication.factor': 1 });
  });

  test('moves the brokers of one cluster away where another of the namespace needs the name of its pool', () => {
    const both = plan(
      ['europe', 'us'].map((name) => zooKeeperCluster(name, { version: '3.9.0' })),
      '0.45',
      '0.46',
    );
    expect(idsOf(both).slice(0, 4)).toEqual(['node-pools', 'brokers-move', 'brokers-moved', 'node-pools']);
    const pools = manifestsOf(stageOf(both, 'kraft-settled')).filter(({ kind }) => kind === 'KafkaNodePool');
    expect(
      pools.map(({ metadata }) => `${metadata.labels?.['strimzi.io/cluster'] ?? ''}: ${metadata.name}`).sort(),
    ).toEqual(['europe: controller', 'europe: europe-kafka', 'us: kafka', 'us: us-controller']);
  });

  test('moves brokers away for one cluster of a namespace after the other', () => {
    const clusters = ['europe', 'us', 'asia'].map((name) => zooKeeperCluster(name, { version: '3.9.0' }));
    const moves = ['brokers-move', 'brokers-moved', 'node-pools'];
    expect(idsOf(plan(clusters, '0.45', '0.46')).slice(0, 8)).toEqual([
      'node-pools',
      ...moves,
      ...moves,
      'kraft-migration',
    ]);
  });

  test('is refused in one step, and where a controller would lose the metadata', () => {
    expect(found.refusals.map(({ stage, object }) => `${object ?? ''}: ${stage ?? ''}`)).toEqual([
      'Kafka shop europe: node-pools',
    ]);
    const storage = { type: 'ephemeral' };
    const { obstacles } = plan(
      [zooKeeperCluster('tiny', { version: '3.9.0' }, { replicas: 1, storage })],
      '0.45',
      '0.46',
    );
    expect(obstacles.map(({ message }) => message)).toEqual([expect.stringContaining('give ZooKeeper a claim')]);
  });
});

describe('MirrorMaker 1 to 2', () => {
  type Cluster = ReturnType<typeof zooKeeperCluster>;
  const PREFIXED = { topicOperator: {}, userOperator: { secretPrefix: 'europe-' } };
  const clusters = ['europe', 'us'].map((name) => zooKeeperCluster(name, { version: '3.9.0' }));
  const users = [user('europe-mirror', 'europe'), user('us-mirror', 'us')];
  const found = plan([...clusters, ...users, mirrorMaker()], '0.45', '0.46');

  test('stops the one before the other starts, and notes where it was', () => {
    expect(idsOf(found).slice(0, 4)).toEqual([
      'mirror-maker-stops',
      'mirror-maker-2-waits',
      'mirror-maker-2-copies',
      'mirror-maker-goes',
    ]);
    expect(errorsOf(found)).toEqual([]);
    const stage = stageOf(found, 'mirror-maker-stops');
    expect(objectOf(stage, 'KafkaMirrorMaker', 'copies')).toHaveProperty('spec.replicas', 0);
    expect(stage.after[0]?.command).toContain('--group copies');
  });

  test('gives its users what MirrorMaker 2 needs, and nothing that they have', () => {
    const rules = (name: string): unknown => {
      const { spec } = objectOf(stageOf(found, 'mirror-maker-stops'), 'KafkaUser', name);
      const { acls } = (spec as { authorization: { acls: { resource: { name: string }; operations: string[] }[] } })
        .authorization;
      return acls.map(({ resource, operations }) => `${resource.name}: ${operations.join(' ')}`);
    };
    expect(rules('europe-mirror')).toEqual([
      'orders: Read Write Describe',
      'mm2-offset-syncs.target.internal: Write Create',
      'orders: DescribeConfigs',
    ]);
    expect(rules('us-mirror')).toEqual([
      'orders: Read Write Describe',
      'copies-mirrormaker2-: Read Write Create DescribeConfigs',
      'orders: Create Alter AlterConfigs',
      'copies-mirrormaker2: Read',
    ]);
  });

  test.each([
    [
      'All on topics that begin alike',
      { resource: { type: 'topic', name: 'ord', patternType: 'prefix' }, operations: ['All'] },
    ],
    ['an operation that brings it', { operations: ['AlterConfigs'] }],
  ])('gives no right that a user has by %s', (_, rule) => {
    const target = plan([...clusters, user('europe-mirror', 'europe', rule), mirrorMaker()], '0.45', '0.46');
    const { spec } = objectOf(stageOf(target, 'mirror-maker-stops'), 'KafkaUser', 'europe-mirror');
    const given = (spec as { authorization: { acls: { resource: { name: string }; operations: string[] }[] } })
      .authorization.acls;
    const added = given.slice(1).flatMap(({ resource: { name }, operations }) => (name === 'orders' ? operations : []));
    expect(added).toEqual(rule.operations.includes('All') ? [] : ['Read']);
  });

  test('finds its users by Secrets with the prefix of a cluster', () => {
    const [europe, us] = clusters as [Cluster, Cluster];
    const prefixed = { ...europe, spec: { ...(europe['spec'] as object), entityOperator: PREFIXED } };
    const renamed = { ...user('mirror', 'europe'), metadata: { ...users[0]!.metadata, name: 'mirror' } };
    const target = plan([prefixed, us, renamed, mirrorMaker()], '0.45', '0.46');
    const rules = objectOf(stageOf(target, 'mirror-maker-stops'), 'KafkaUser', 'mirror');
    expect(rules).toHaveProperty('spec.authorization.acls[1].resource.name', 'mm2-offset-syncs.target.internal');
    expect(JSON.stringify(target.stages)).not.toContain('The user europe-mirror');
  });

  test('lets it wait until it knows where to go on, and then copy with as many pods as before', () => {
    expect(objectOf(stageOf(found, 'mirror-maker-2-waits'), 'KafkaMirrorMaker2', 'copies')).toMatchObject({
      spec: {
        replicas: 2,
        mirrors: [
          { sourceConnector: { state: 'stopped', alterOffsets: { fromConfigMap: { name: 'copies-offsets' } } } },
        ],
      },
    });
    const { spec } = objectOf(stageOf(found, 'mirror-maker-2-copies'), 'KafkaMirrorMaker2', 'copies');
    const [flow] = (spec as { mirrors: { sourceConnector: object }[] }).mirrors;
    expect(Object.keys(flow?.sourceConnector ?? {}).sort()).toEqual(['config', 'tasksMax']);
    expect(manifestsOf(stageOf(found, 'mirror-maker-goes')).map(({ kind }) => kind)).not.toContain('KafkaMirrorMaker');
  });

  test('tells what it has no place for of the mirror that it takes over from', () => {
    const { consumer } = mirrorMaker().spec as { consumer: object };
    const mirror = mirrorMaker({ consumer: { ...consumer, offsetCommitInterval: 500 } });
    expect(stageOf(plan([...clusters, mirror], '0.45', '0.46'), 'mirror-maker-2-waits').losses).toContainEqual(
      expect.objectContaining({ object: 'KafkaMirrorMaker shop copies', field: 'spec.consumer.offsetCommitInterval' }),
    );
  });

  test('tells the rights of a user that is none of the objects', () => {
    const stage = stageOf(plan([...clusters, mirrorMaker()], '0.45', '0.46'), 'mirror-maker-stops');
    expect(stage.before.map(({ text }) => text)).toEqual([
      expect.stringContaining('The user europe-mirror, who is none of these objects, needs: '),
      expect.stringContaining('The user us-mirror'),
    ]);
  });
});

test('what is typed into a shell says one thing, whatever files call it', () => {
  const groupId = "books; reboot '$(id)'";
  const { consumer } = mirrorMaker().spec as { consumer: object };
  const stage = stageOf(
    plan([mirrorMaker({ consumer: { ...consumer, groupId } })], '0.45', '0.46'),
    'mirror-maker-stops',
  );
  expect(stage.after[0]?.command).toMatch(/ --group 'books; reboot '\\''\$\(id\)'\\'''$/);
});

test('a Service of Jaeger is looked for in its namespace, of whatever name that is', () => {
  const jaeger = {
    apiVersion: 'jaegertracing.io/v1',
    kind: 'Jaeger',
    metadata: { name: 'jaeger', namespace: 'jaeger' },
  };
  const stage = stageOf(plan([jaeger], '1.1', '1.2'), 'jaeger-goes');
  expect(stage.checks[0]?.command).toBe('kubectl -n jaeger get service jaeger-collector --ignore-not-found');
});

test('rules of users name their operations in lists before an operator comes that reads nothing else', () => {
  const found = plan([user('checkout', 'europe', { operation: 'Read' })], '0.48', '0.49');
  expect(idsOf(found)).toEqual(['user-rules', 'operator', 'api']);
  expect(objectOf(stageOf(found, 'user-rules'), 'KafkaUser', 'checkout')).toMatchObject({
    spec: { authorization: { acls: [{ operations: ['Read'] }] } },
  });
  expect(JSON.stringify(stageOf(found, 'user-rules').objects)).not.toContain('"operation"');
});

test('a component that sent spans to an agent of Jaeger sends OTLP to its collector', () => {
  const jaeger = {
    apiVersion: 'jaegertracing.io/v1',
    kind: 'Jaeger',
    metadata: { name: 'jaeger', namespace: 'shop' },
    spec: {},
  };
  const env = [
    { name: 'JAEGER_SERVICE_NAME', value: 'copies' },
    { name: 'JAEGER_AGENT_HOST', value: 'jaeger-agent' },
    { name: 'LOG_LEVEL', value: 'INFO' },
  ];
  const traced = mirrorMaker({ tracing: { type: 'jaeger' }, template: { mirrorMakerContainer: { env } } });
  const stage = stageOf(plan([jaeger, traced], '0.36', '0.37'), 'tracing');
  expect(objectOf(stage, 'KafkaMirrorMaker', 'copies')).toMatchObject({
    spec: {
      tracing: { type: 'opentelemetry' },
      template: {
        mirrorMakerContainer: {
          env: [
            { name: 'OTEL_SERVICE_NAME', value: 'copies' },
            { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://jaeger-collector:4317' },
            { name: 'OTEL_TRACES_SAMPLER', value: 'parentbased_jaeger_remote' },
            { name: 'LOG_LEVEL', value: 'INFO' },
          ],
        },
      },
    },
  });
  const alone = stageOf(plan([traced], '0.36', '0.37'), 'tracing');
  expect(alone.before.map(({ text }) => text).join()).toContain('OTEL_EXPORTER_OTLP_ENDPOINT');
});
