import { NAME } from './name';

/** Uses what the library takes of cdk8s: sizes, durations, validations, patches, tests; and a file of a team. */
export const PROGRAM = `
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { ApiObject, App as PlainApp, Chart, JsonPatch, Testing } from 'cdk8s';
import {
  App, Consumer, Duration, FindingsError, Jaeger, KafkaCluster, Mirror, Platform, Producer, Site, Size, Storage,
  StrimziRelease, Team, type KafkaTopicProps,
} from '${NAME}';
import { KafkaTopic } from '${NAME}/imports/strimzi-v1';

const app = new App({ outdir: 'described' });
const site = new Site(app, 'shop', { release: StrimziRelease.V0_18, platform: Platform.KUBERNETES });
const storage = Storage.persistentClaim({ size: Size.gibibytes(20) });
const kafka = new KafkaCluster(site, 'orders-kafka', { brokers: 3, storage });
const copies = new KafkaCluster(site, 'copies-kafka', { brokers: 3, storage });
const props: KafkaTopicProps = { partitions: 12, replicas: 3 };
const orders = kafka.addTopic('orders', props);
writeFileSync('team.json', JSON.stringify({ topics: [{ name: 'refunds', ...props, retention: '7d' }] }));
const policies = [{ name: 'house rules', topics: { retention: { most: Duration.days(30) } } }];
Team.fromFile(kafka, 'shop', { path: 'team.json', policies });
const tracing = new Jaeger(site, 'jaeger');
new Mirror(site, 'mirror', { source: kafka, target: copies, topics: [orders], tracing });
new Producer(site, 'checkout', { topic: orders, tracing });
new Consumer(site, 'warehouse', { topic: orders.at(copies), tracing });
app.synth();

function faulty<A extends PlainApp>(root: A): A {
  const small = new Site(root, 'shop', { release: StrimziRelease.V0_18 });
  new KafkaCluster(small, 'kafka', { brokers: 1, storage }).addTopic('orders', { partitions: 1, replicas: 3 });
  return root;
}
assert.throws(() => faulty(new App({ outdir: 'refused' })).synth(), FindingsError);
assert.throws(() => faulty(new PlainApp({ outdir: 'refused' })).synth(), /topic-replicas at shop\\/kafka\\/orders/);

const tested = new Site(Testing.app(), 'tested', { release: StrimziRelease.V1_2 });
const sized = new KafkaCluster(tested, 'kafka', { brokers: 1, storage: Storage.ephemeral({ sizeLimit: Size.mebibytes(1536) }) });
sized.addTopic('orders', { replicas: 1, retention: Duration.days(7), segmentSize: Size.mebibytes(64) });
ApiObject.of(sized).addJsonPatch(JsonPatch.add('/metadata/annotations', { team: 'red' }));
const [cluster, pool, topic] = Testing.synth(tested);
assert.equal(cluster.metadata.annotations.team, 'red');
assert.deepEqual(pool.spec.storage, { type: 'ephemeral', sizeLimit: '1536Mi' });
assert.deepEqual(topic.spec.config, { 'retention.ms': 604800000, 'segment.bytes': 67108864 });

const plain = new PlainApp({ outdir: 'imported' });
new KafkaTopic(new Chart(plain, 'topics'), 'orders', { spec: { partitions: 12, replicas: 3 } });
plain.synth();
`;

/** Uses what the library takes of cdk8s-plus: workloads of a team's own. */
export const PLUS_PROGRAM = `
import { strict as assert } from 'node:assert';
import { ApiObject } from 'cdk8s';
import { ConfigMap, Deployment } from 'cdk8s-plus-27';
import { App, KafkaClient, KafkaCluster, Site, Storage, StrimziRelease } from '${NAME}';

const app = new App({ outdir: 'written' });
const site = new Site(app, 'shop', { release: StrimziRelease.V1_2 });
new ConfigMap(site, 'settings', { metadata: { name: 'settings' }, data: { colour: 'green' } });
const cluster = new KafkaCluster(site, 'kafka', { brokers: 3, storage: Storage.persistentClaim({ size: '20Gi' }) });
const orders = cluster.addTopic('orders', { partitions: 1, replicas: 3 });
const checkout = new Deployment(site, 'checkout', { containers: [{ image: 'registry.example/checkout:1.0' }] });
KafkaClient.of(checkout, { cluster, contract: 'spring-boot', producesTo: [orders] });
app.synth();
const text = JSON.stringify(ApiObject.of(checkout).toJson());
assert.match(text, /"SPRING_KAFKA_BOOTSTRAPSERVERS","value":"kafka-kafka-bootstrap:9093"/);
`;
