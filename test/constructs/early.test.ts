import { Lazy } from 'cdk8s';
import type { FindingsError } from '../../src';
import {
  App,
  ArgoCd,
  Authentication,
  Consumer,
  Jaeger,
  KafkaCluster,
  KafkaConnect,
  KafkaTopic,
  KafkaUser,
  Listener,
  Login,
  Mirror,
  OlmOperators,
  Platform,
  Site,
  Storage,
  StrimziRelease,
  Team,
  TraceStorage,
} from '../../src';
import { fieldsOf } from '../../src/props/fields';
import { sift } from '../../src/props/sift';
import { SHAPES } from '../../src/props/shapes';
import { findings, newCluster, newSite } from './harness';

/** A value that is told when the app is synthesized, as programs pass it: as what it will be. */
function late(value: unknown): never {
  return Lazy.any({ produce: () => value }) as never;
}

const LATE = 'a value that is known at last';

/** Field and message of each finding. */
function told(site: Site): (readonly [field: string | undefined, message: string])[] {
  return findings(site).map(({ field, message }) => [field, message]);
}

const PROGRAMS: readonly (readonly [field: string, program: (site: Site, cluster: KafkaCluster) => unknown])[] = [
  ['resourceName', (_, cluster) => cluster.addTopic('orders', { partitions: 1, replicas: 2, resourceName: late('x') })],
  ['version', (site) => newCluster(site, 'us', { version: late('4.3.0') })],
  ['brokers', (site) => newCluster(site, 'us', { brokers: late(3) })],
  [
    'replicas',
    (_, cluster) => cluster.addNodePool('more', { roles: ['broker'], replicas: late(3), storage: Storage.ephemeral() }),
  ],
  ['version', (site) => KafkaCluster.fromClusterName(site, 'us', { version: late('4.3.0') })],
  ['brokers', (site) => KafkaCluster.fromClusterName(site, 'us', { brokers: late(3) })],
  ['clusterName', (site) => KafkaCluster.fromClusterName(site, 'us', { clusterName: late('us') })],
  ['userName', (_, cluster) => KafkaUser.fromUserName(cluster, 'shop', { userName: late('shop') })],
  [
    'fromTopicName(topicName)',
    (_, cluster) => KafkaTopic.fromTopicName(cluster, 'orders', { topicName: late('orders') }),
  ],
  ['connectName', (site, cluster) => KafkaConnect.fromConnectName(site, 'c', { cluster, connectName: late('c') })],
  [
    'listeners[0].port',
    (site) => newCluster(site, 'us', { listeners: [Listener.internal('own', { port: late(9095) })] }),
  ],
  ['listeners[0].name', (site) => newCluster(site, 'us', { listeners: [Listener.nodePort({ name: late('own') })] })],
  [
    'listeners[0].address',
    (site) =>
      newCluster(site, 'us', { listeners: [Listener.loadBalancer({ address: late('kafka.example.com:9094') })] }),
  ],
  [
    'listeners[0].bootstrapHost',
    (site) => newCluster(site, 'us', { listeners: [Listener.route({ bootstrapHost: late('kafka.example.com') })] }),
  ],
  ['storage.host', (site) => new Jaeger(site, 'jaeger', { storage: TraceStorage.otlp({ host: late('tempo') }) })],
  [
    'replicationPolicy.separator',
    (site, cluster) =>
      new Mirror(site, 'mirror', {
        source: cluster,
        target: KafkaCluster.fromClusterName(site, 'us'),
        topics: ['orders'],
        replicationPolicy: { separator: late('-') },
      }),
  ],
  [
    'sources[0].topics[1].prefix',
    (site, cluster) =>
      new Mirror(site, 'mirror', {
        sources: [{ cluster, topics: ['orders', { prefix: late('bills.') }] }],
        target: KafkaCluster.fromClusterName(site, 'us'),
      }),
  ],
  [
    'grantMirrorSource(sourceAlias)',
    (_, cluster) =>
      cluster.grantMirrorSource(cluster.addUser('mirror'), {
        engine: 'mirrorMaker2',
        topics: ['orders'],
        sourceAlias: late('europe'),
        targetAlias: 'us',
        workers: { groupId: 'mirror', storageTopics: [] },
      }),
  ],
  [
    'grantConsume(group.prefix)',
    (_, cluster) =>
      cluster.topicsWithPrefix('orders.').grantConsume(cluster.addUser('shop'), { prefix: late('shop-') }),
  ],
  [
    'group',
    (site, cluster) =>
      new Consumer(site, 'till', { topic: KafkaTopic.fromTopicName(cluster, 'orders'), group: late('till') }),
  ],
  [
    'entityOperator.topicOperator.files[0].name',
    (site) =>
      newCluster(site, 'us', { entityOperator: { topicOperator: { files: [{ name: late('ca'), secret: 'ca' }] } } }),
  ],
  [
    'reconciliationPaused',
    (_, cluster) => cluster.addTopic('orders', { partitions: 1, replicas: 2, reconciliationPaused: late(true) }),
  ],
  [
    'policies[0].topics.partitions.least',
    (_, cluster) =>
      new Team(cluster, 'shop', { policies: [{ name: 'sizes', topics: { partitions: { least: late(3) } } }] }),
  ],
  [
    'topics[0].retention',
    (_, cluster) => new Team(cluster, 'shop', { topics: [{ name: 'orders', replicas: 2, retention: late('7d') }] }),
  ],
  [
    'users[0].grants[0].produce',
    (_, cluster) => new Team(cluster, 'shop', { users: [{ name: 'till', grants: [{ produce: late('orders') }] }] }),
  ],
  ['kafka.package', (site) => new OlmOperators(site, 'operators', { kafka: { package: late('own-operator') } })],
];

it.each(PROGRAMS)('%s, from which names, rights or settings follow, is asked for at once', (field, program) => {
  const site = newSite({ release: StrimziRelease.V1_2, platform: Platform.OPENSHIFT, kubernetesCluster: 'here' });
  program(site, newCluster(site));
  const name = field
    .replace(/\[\d+\]$/, '')
    .split(/[.(]/)
    .at(-1)!
    .replace(/\W+$/, '');
  expect(told(site)).toEqual([[field, `${name} has to be known at once.`]]);
  expect(findings(site)[0]).toMatchObject({ rule: 'prop-type', given: LATE, remedy: 'Give the value itself.' });
});

it('all that an app and its GitOps tool are told is asked for at once', () => {
  const app = new App({
    outdir: late('dist'),
    name: 'test',
    gitOps: ArgoCd.applications({ repository: late('https://example.com/shop.git'), project: 'shop', path: 'dist' }),
  });
  newCluster(new Site(app, 'site', { release: StrimziRelease.V1_2 }));
  let error: unknown;
  try {
    app.synthYaml();
  } catch (thrown) {
    error = thrown;
  }
  const all = (error as FindingsError).findings.map(({ field, given }) => [field, given]);
  expect(all).toEqual([
    ['gitOps.repository', LATE],
    ['outdir', LATE],
  ]);
});

it('paths of files of teams are asked for at once', () => {
  const site = newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'here' });
  Team.fromFile(newCluster(site), 'shop', { path: late('shop.yaml') });
  expect(told(site)).toContainEqual(['path', 'path has to be known at once.']);
});

it('numbers that nodes get are asked for at once', () => {
  const site = newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'here' });
  const storage = Storage.ephemeral();
  newCluster(site).addNodePool('more', { roles: ['broker'], replicas: 3, storage, nextNodeIds: [late(7)] });
  expect(told(site)).toEqual([['nextNodeIds[0]', 'An item of nextNodeIds has to be known at once.']]);
});

it('the id of a construct is asked for at once, with what is allowed', () => {
  const site = newSite({ release: StrimziRelease.V1_2 });
  newCluster(site, late('europe'));
  expect(findings(site)).toMatchObject([{ field: 'id', given: LATE, allowed: 'a text' }]);
});

it('what nothing follows from may be told when the app is synthesized', () => {
  const site = newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'here' });
  const topic = newCluster(site).addTopic('orders', {
    partitions: late(12),
    replicas: 2,
    labels: { team: late('shop') },
    config: { 'cleanup.policy': late('compact') },
  });
  expect(told(site)).toEqual([]);
  expect(topic.toJson()).toMatchObject({
    metadata: { labels: { team: 'shop' } },
    spec: { partitions: 12, config: { 'cleanup.policy': 'compact' } },
  });
});

it('what cdk8s asks nothing of is no value that is told later', () => {
  const site = newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'here' });
  const partitions = { produce: () => 3 } as never;
  newCluster(site).addTopic('orders', { partitions, replicas: 2 });
  expect(told(site)).toEqual([['partitions', 'partitions cannot be an object with produce.']]);
});

const TEXTS = Object.keys(SHAPES.props).flatMap((props) =>
  fieldsOf(props).all.flatMap(({ name, shape, isEarly }) => (shape === 'text' ? [{ props, name, isEarly }] : [])),
);

it('each text is asked for at once or not, as its docstring says, wherever it is', () => {
  expect(TEXTS.filter(({ isEarly }) => isEarly).length).toBeGreaterThan(50);
  for (const { props, name, isEarly } of TEXTS) {
    const { faults } = sift({ props }, { [name]: { resolve: () => 'x' } }, []);
    const asked = faults.filter(({ message }) => message === `${name} has to be known at once.`);
    expect([props, name, asked.length]).toEqual([props, name, isEarly ? 1 : 0]);
  }
});

it('props that are left out where there have to be some, and none of them has to be given, are none', () => {
  const site = newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'here' });
  const [authentication, login] = [Authentication.custom, Login.custom] as unknown as [
    () => Authentication,
    () => Login,
  ];
  const cluster = newCluster(site, 'us', {
    listeners: [Listener.internal('own', { authentication: authentication() })],
  });
  cluster.addUser('shop', { login: login() });
  expect(told(site)).toEqual([]);
});
