import {
  App,
  Authentication,
  Authorization,
  Consumer,
  Jaeger,
  KafkaCluster,
  Listener,
  Mirror,
  Platform,
  Producer,
  Site,
  Size,
  Storage,
  StrimziRelease,
  TraceStorage,
} from '../../src';

const OPEN = {
  'acl-needs-authorization': 'The clusters are open.',
  'user-can-log-in': 'The clusters are open.',
};

const app = new App();
const site = new Site(app, 'amq-streams', {
  release: StrimziRelease.AMQ_STREAMS_1_5,
  platform: Platform.OPENSHIFT,
  waivers: OPEN,
});

const region = (name: string): KafkaCluster =>
  new KafkaCluster(site, name, {
    version: '2.4.0',
    brokers: 3,
    storage: Storage.persistentClaim({ size: Size.gibibytes(20), deleteClaim: true }),
    zookeeper: { storage: Storage.persistentClaim({ size: Size.gibibytes(10), deleteClaim: true }) },
    listeners: [Listener.plain(), Listener.tls({ authentication: Authentication.none() })],
    authorization: Authorization.none(),
    config: { 'default.replication.factor': undefined, 'min.insync.replicas': undefined },
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

const europeUser = europe.addUser('my-europe-user');
topic.grantProduce(europeUser, { createTopic: true });
topic.grantConsume(europeUser, group);
const usUser = us.addUser('my-us-user');
mirrored.grantProduce(usUser, { createTopic: true });
mirrored.grantConsume(usUser, group);

const tracing = new Jaeger(site, 'my-jaeger', {
  logLevel: 'debug',
  storage: TraceStorage.memory({ maxTraces: 100_000 }),
  image: 'jaegertracing/all-in-one:latest',
  agent: 'daemonSet',
  podAnnotations: { 'scheduler.alpha.kubernetes.io/critical-pod': '' },
});
new Mirror(site, 'my-mirror-maker', {
  source: europe,
  target: us,
  topics: [topic],
  topicsPattern: '.*',
  consumerGroup: group,
  sourceUser: europeUser,
  targetUser: usUser,
  tracing,
});
const restricted = false;
new Producer(site, 'hello-world-producer', { topic, user: europeUser, tracing, restricted });
new Consumer(site, 'hello-world-consumer', { topic: mirrored, group, user: usUser, tracing, restricted });
app.synth();
