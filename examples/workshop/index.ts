import {
  App,
  Authentication,
  Authorization,
  Consumer,
  Jaeger,
  KafkaCluster,
  Listener,
  Mirror,
  Namespace,
  OlmOperators,
  Platform,
  Producer,
  Site,
  Size,
  Storage,
  StrimziRelease,
  TraceStorage,
  type AppProps,
} from '../../src';

/**
 * Two clusters on one stretched OpenShift cluster, a topic that is mirrored from the one to the other, and the trace of
 * every message on its way.
 */
export function workshop(outdir: string, release = StrimziRelease.AMQ_STREAMS_1_5, props: AppProps = {}): App {
  const app = new App({ outdir, name: 'workshop', ...props });
  const open = release === StrimziRelease.AMQ_STREAMS_1_5 ? AS_WRITTEN_IN_2020 : SAFE;
  const site = new Site(app, 'amq-streams', { release, platform: Platform.OPENSHIFT, waivers: open.waivers });

  new Namespace(site, 'project');
  new OlmOperators(site, 'operators');

  const region = (name: string): KafkaCluster =>
    new KafkaCluster(site, name, {
      brokers: 3,
      storage: Storage.persistentClaim({ size: Size.gibibytes(20), ...open.storage }),
      ...open.cluster,
    });
  const europe = region('europe-cluster');
  const us = region('us-cluster');

  const topic = europe.addTopic('my-topic', {
    partitions: 12,
    replicas: 3,
    config: { 'retention.ms': 7200000, 'segment.bytes': 1073741824 },
  });
  const mirrored = topic.at(us);
  const group = 'my-group';

  const europeUser = europe.addUser('my-europe-user', open.user);
  topic.grantProduce(europeUser, { createTopic: true });
  topic.grantConsume(europeUser, group);
  const usUser = us.addUser('my-us-user', open.user);
  mirrored.grantProduce(usUser, { createTopic: true });
  mirrored.grantConsume(usUser, group);

  const tracing = new Jaeger(site, 'my-jaeger', {
    logLevel: 'debug',
    storage: TraceStorage.memory({ maxTraces: 100_000 }),
    ...open.jaeger,
  });
  new Mirror(site, 'my-mirror-maker', {
    source: europe,
    target: us,
    topics: [topic],
    sourceUser: europeUser,
    targetUser: usUser,
    tracing,
    ...open.mirror,
  });
  new Producer(site, 'hello-world-producer', { topic, user: europeUser, tracing, ...open.client });
  new Consumer(site, 'hello-world-consumer', { topic: mirrored, group, user: usUser, tracing, ...open.client });
  return app;
}

/** The library's own defaults. */
const SAFE = { waivers: {}, storage: {}, cluster: {}, user: {}, jaeger: {}, mirror: {}, client: {} };

/** What the article leaves open, each against a safe default of the library. */
const AS_WRITTEN_IN_2020 = {
  waivers: {
    'acl-needs-authorization': 'The clusters are open; the rules wait for the day that they are not.',
    'user-can-log-in': 'The clusters are open; clients show certificates that nobody asks for.',
    'jaeger-agent-ports': 'All programs here use the agent of the all-in-one process, behind a Service.',
  },
  storage: { deleteClaim: true },
  cluster: {
    version: '2.4.0',
    zookeeper: { storage: Storage.persistentClaim({ size: Size.gibibytes(10), deleteClaim: true }) },
    listeners: [Listener.plain(), Listener.tls({ authentication: Authentication.none() })],
    authorization: Authorization.none(),
    config: { 'default.replication.factor': undefined, 'min.insync.replicas': undefined },
  },
  // Kafka lets whoever may read or write a topic see it; the article says so once more.
  user: {
    acls: [
      {
        resource: { type: 'topic', name: 'my-topic', patternType: 'literal' },
        operations: ['Describe'],
        host: '*',
      },
    ],
  },
  jaeger: {
    image: 'jaegertracing/all-in-one:latest',
    agent: 'daemonSet',
    podAnnotations: { 'scheduler.alpha.kubernetes.io/critical-pod': '' },
  },
  mirror: { topicsPattern: '.*', consumerGroup: 'my-group' },
  client: { restricted: false },
} as const;
