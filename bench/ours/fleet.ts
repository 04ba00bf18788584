import {
  App,
  KafkaCluster,
  Layout,
  Platform,
  Producer,
  Site,
  Size,
  Storage,
  StrimziRelease,
  type KafkaTopic,
} from '../../src';

const [, , size, layout] = process.argv;
const topics = Number(size);

const app = new App(layout === 'filePerObject' ? { layout: Layout.filePerObject() } : {});
const site = new Site(app, 'fleet', { release: StrimziRelease.V0_45, platform: Platform.KUBERNETES });
const cluster = new KafkaCluster(site, 'cluster', {
  brokers: 3,
  storage: Storage.persistentClaim({ size: Size.gibibytes(100) }),
});

const all: KafkaTopic[] = [];
for (let n = 0; n < topics; n++) {
  all.push(cluster.addTopic(`topic-${n}`, { partitions: 12, replicas: 3, config: { 'retention.ms': 604800000 } }));
}
for (let n = 0; n < topics / 10; n++) {
  const user = cluster.addUser(`user-${n}`);
  const [own, ...read] = all.slice(n * 10, n * 10 + 5);
  own?.grantProduce(user, { createTopic: true });
  for (const topic of read) topic.grantConsume(user, `group-${n}`);
  if (own && n % 10 === 0) new Producer(site, `client-${n / 10}`, { topic: own, user });
}
app.synth();
