import fc from 'fast-check';
import {
  Consumer,
  KafkaTopic,
  KafkaUser,
  Mirror,
  NodePool,
  Streams,
  StrimziRelease,
  type KafkaCluster,
  type Site,
} from '../../src';
import { claim, findings, manifests, newCluster, newSite } from './harness';

interface Stage {
  readonly site: Site;
  readonly europe: KafkaCluster;
  readonly us: KafkaCluster;
}

/** Steps of a program. Each stands for itself: it finds what it needs by names. */
const STEPS: readonly ((stage: Stage) => unknown)[] = [
  ({ europe }) => europe.addTopic('orders', { replicas: 3 }),
  ({ europe }) => europe.addUser('orders'),
  ({ us }) => us.addUser('stock'),
  ({ site, us }) => new NodePool(site, 'us-more', { cluster: us, replicas: 2, storage: claim('1Gi') }),
  ({ europe }) => KafkaTopic.fromTopicName(europe, 'orders').grantProduce(KafkaUser.fromUserName(europe, 'orders')),
  ({ us }) => KafkaTopic.fromTopicName(us, 'orders').grantConsume(KafkaUser.fromUserName(us, 'stock'), 'stock'),
  ({ us }) =>
    KafkaTopic.fromTopicName(us, 'bills').grantProduce(KafkaUser.fromUserName(us, 'stock'), { createTopic: true }),
  ({ site, europe, us }) =>
    new Mirror(site, 'there', { source: europe, target: us, topics: [KafkaTopic.fromTopicName(europe, 'orders')] }),
  ({ site, europe, us }) =>
    new Mirror(site, 'prefixed', {
      source: europe,
      target: us,
      topics: [KafkaTopic.fromTopicName(europe, 'bills')],
      replicationPolicy: 'default',
      targetUser: KafkaUser.fromUserName(us, 'stock'),
    }),
  ({ site, us }) => new Consumer(site, 'reports', { topic: KafkaTopic.fromTopicName(us, 'europe.bills') }),
  ({ site, europe }) =>
    new Streams(site, 'pipe', {
      source: KafkaTopic.fromTopicName(europe, 'orders'),
      target: KafkaTopic.fromTopicName(europe, 'bills'),
    }),
];

/** What the steps write, in an order that is not theirs. */
function written(order: readonly number[]): string[] {
  const site = newSite({ release: StrimziRelease.V1_2 });
  const stage = { site, europe: newCluster(site), us: newCluster(site, 'us') };
  for (const step of order) STEPS[step]?.(stage);
  expect(findings(site)).toEqual([]);
  return manifests(site)
    .map((manifest) => JSON.stringify(manifest))
    .sort();
}

describe('a topology', () => {
  const told = STEPS.map((_, index) => index);

  it('is the same in whatever order it is told', () => {
    const expected = written(told);
    expect(expected.join()).toContain('"groupsPattern":"pipe,stock"');
    expect(expected.join()).toContain('"groupsPattern":"reports"');
    fc.assert(
      fc.property(fc.shuffledSubarray(told, { minLength: told.length }), (order) => {
        expect(written(order)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same when somebody looks at it while it is told', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const stage = { site, europe: newCluster(site), us: newCluster(site, 'us') };
    for (const step of STEPS) {
      step(stage);
      manifests(site);
    }
    expect(
      manifests(site)
        .map((manifest) => JSON.stringify(manifest))
        .sort(),
    ).toEqual(written(told));
  });
});
