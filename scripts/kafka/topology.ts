import { Duration } from 'cdk8s';
import {
  App,
  Consumer,
  KafkaCluster,
  Mirror,
  Producer,
  Site,
  Storage,
  type KafkaTopic,
  type MirrorProps,
  type StrimziRelease,
} from '../../src';

/** A release, and the Kafka that its clusters and mirrors run. */
export interface Version {
  readonly release: StrimziRelease;
  readonly kafka: string;
}

/** The consumer group that moves from the one cluster to the other. */
const GROUP = 'warehouse';
/** The topic of heartbeats. */
export { HEARTBEATS_TOPIC as HEARTBEATS } from '../../src/model/mirrored-topics';
/** The topics of the source. */
const TOPICS = { named: 'orders', byPrefix: 'audit.trail' } as const;

/** A way to mirror whose rights differ from those of the others. */
export interface Pair {
  readonly title: string;
  /** What the mirror is given besides its ends, its topics and its groups. */
  readonly mirror: Pick<MirrorProps, 'replicationPolicy' | 'heartbeats' | 'offsetSyncs' | 'exactlyOnce'>;
}

/** The ways to mirror that are tried. */
export const PAIRS: Readonly<Record<string, Pair>> = {
  default: {
    title: 'the usual mirror',
    mirror: {},
  },
  aliases: {
    title: "the source's alias before names, offset syncs at the source",
    mirror: { replicationPolicy: 'default', offsetSyncs: 'source' },
  },
  heartbeats: {
    title: 'heartbeats',
    mirror: { heartbeats: true },
  },
  exactlyOnce: {
    title: 'each record once',
    mirror: { exactlyOnce: true },
  },
};

/** What makes a mirror look often enough for a test. No right depends on it. */
const OFTEN = {
  source: { 'refresh.topics.interval.seconds': 2, 'sync.topic.configs.interval.seconds': 2, 'offset.lag.max': 0 },
  checkpoint: { 'emit.checkpoints.interval.seconds': 1, 'sync.group.offsets.interval.seconds': 1 },
  worker: { 'offset.flush.interval.ms': 1000, 'scheduled.rebalance.max.delay.ms': 1000 },
} as const;

/** Two clusters of one broker each, applications at either end and a mirror between them. */
export function topology(outdir: string, { mirror }: Pair, { release, kafka: version }: Version): App {
  const app = new App({ outdir });
  const site = new Site(app, 'shop', { release, waivers: { 'lone-storage': 'The clusters live for a test.' } });
  const cluster = (id: string): KafkaCluster =>
    new KafkaCluster(site, id, { brokers: 1, storage: Storage.ephemeral(), version });
  const europe = cluster('europe');
  const us = cluster('us');
  const topic = (id: string, name: string): KafkaTopic =>
    europe.addTopic(id, { topicName: name, partitions: 1, replicas: 1, config: { 'retention.ms': 86_400_000 } });
  const orders = topic('orders', TOPICS.named);
  const audit = topic('audit', TOPICS.byPrefix);
  new Mirror(site, 'europe-to-us', {
    source: europe,
    target: us,
    engine: 'mirrorMaker2',
    version,
    topics: [orders, { prefix: 'audit.' }],
    replicationPolicy: 'identity',
    groupsInterval: Duration.seconds(2),
    sourceConnectorConfig: OFTEN.source,
    checkpointConnectorConfig: OFTEN.checkpoint,
    workerConfig: OFTEN.worker,
    ...mirror,
  });
  new Producer(site, 'checkout', { topic: orders });
  new Consumer(site, GROUP, { topic: orders });
  new Consumer(site, 'archive', { topic: audit });
  new Consumer(site, `${GROUP}-us`, { topic: orders.at(us), group: GROUP });
  return app;
}
