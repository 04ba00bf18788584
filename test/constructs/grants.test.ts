import { Consumer, KafkaCluster, KafkaUser, Mirror, StrimziRelease, Streams, type Grant } from '../../src';
import { rightsText } from '../wiring/harness';
import { findings, newCluster, newSite } from './harness';

const text = ({ grants }: Grant): readonly string[] => rightsText(grants);

describe('a grant', () => {
  const site = newSite({ release: StrimziRelease.V1_2 });
  const cluster = newCluster(site, 'europe');
  const orders = cluster.addTopic('orders');
  const user = cluster.addUser('shop');

  it('is for topics whose names begin alike, and for all of them where that is asked', () => {
    const shop = cluster.topicsWithPrefix('shop.');
    expect(text(shop.grantProduce(user))).toEqual(['topic prefix shop.: Write']);
    expect(text(shop.grantConsume(user, { prefix: 'shop-' }))).toEqual([
      'topic prefix shop.: Read',
      'group prefix shop-: Read',
    ]);
    expect(text(cluster.topicsWithPrefix('').grantProduce(user))).toEqual(['topic literal *: Write']);
  });

  it('on a group called "*" is on all of them, and told once of each who asks for it', () => {
    const wide = newSite({ release: StrimziRelease.V1_2 });
    const europe = newCluster(wide, 'europe');
    const topic = europe.addTopic('a');
    new Consumer(wide, 'shop', { topic, group: '*' });
    for (const name of ['stock', 'till']) topic.grantConsume(europe.addUser(name), '*');
    europe.addTopic('b').grantConsume(europe.addUser('desk'), { prefix: '*' });
    const told = findings(wide).filter(({ field }) => field === 'group');
    expect(told.map(({ path }) => path)).toEqual(['site/europe/a', 'site/shop']);
    expect(told[0]).toMatchObject({ rule: 'prop-value', severity: 'warning', given: '*' });
  });

  it('is to make, change and remove a topic', () => {
    expect(text(orders.grantAdminister(user))).toEqual(['topic literal orders: Create Delete Alter AlterConfigs']);
    expect(text(orders.at(cluster).grantAdminister(user))).toEqual(text(orders.grantAdminister(user)));
  });

  it('is to be an application that uses a cluster', () => {
    expect(text(cluster.grantTransact(user, 'shop'))).toEqual(['transactionalId literal shop: Write']);
    expect(text(cluster.grantStreams(user, 'pipe', { exactlyOnce: true }))).toContain(
      'transactionalId prefix pipe-: Write',
    );
    const workers = { groupId: 'sink', storageTopics: ['sink-configs', 'sink-offsets', 'sink-status'] };
    expect(text(cluster.grantConnectWorker(user, workers))).toHaveLength(4);
  });

  it('is to be an end of a mirror that somebody else runs', () => {
    const mirror = { engine: 'mirrorMaker', topics: ['orders'], consumerGroup: 'copy' } as const;
    expect(text(cluster.grantMirrorSource(user, mirror))).toEqual([
      'topic literal orders: Read',
      'group literal copy: Read',
    ]);
    expect(text(cluster.grantMirrorTarget(user, mirror))).toEqual(['topic literal orders: Write']);
  });

  it('is of more where brokers ask for more', () => {
    const old = KafkaCluster.fromClusterName(newSite(), 'old', { version: '2.7.0' });
    const writer = KafkaUser.fromUserName(old, 'writer');
    expect(text(old.topicsWithPrefix('a').grantProduce(writer, { idempotent: true }))).toContain(
      'cluster: IdempotentWrite',
    );
    expect(text(orders.grantProduce(user, { idempotent: true }))).toEqual(['topic literal orders: Write']);
  });

  it('is refused at another cluster', () => {
    const apart = newSite();
    const [europe, us] = [newCluster(apart, 'europe'), newCluster(apart, 'us')];
    const stranger = us.addUser('shop');
    expect(europe.grantTransact(stranger, 'shop').success).toBe(false);
    expect(findings(apart)).toMatchObject([{ rule: 'grant-at-own-cluster', path: 'site/us/user:shop' }]);
  });
});

describe('the reasons of a user', () => {
  it('tell for each rule who asked for it, and why Kafka does', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const [europe, us] = [newCluster(site, 'europe'), newCluster(site, 'us')];
    const orders = europe.addTopic('orders');
    const user = europe.addUser('shop', { acls: [{ resource: { type: 'cluster' }, operations: ['Describe'] }] });
    orders.grantProduce(user);
    new Mirror(site, 'mirror', { source: europe, target: us, topics: [orders], sourceUser: user });
    new Consumer(site, 'stock', { topic: orders, user });
    expect(user.explain().map(({ acl }) => acl.operations.join())).toEqual([
      'Read,Write,DescribeConfigs',
      'Read',
      'Describe',
    ]);
    const told = user
      .explain()
      .flatMap(({ acl: { resource }, reasons }) =>
        reasons.map(({ operations, by, intent }) => `${resource.type} ${operations.join()} ${intent ?? ''} by ${by}`),
      );
    expect(told).toEqual([
      'topic Write produce by site/europe/orders',
      'topic Read consume by site/stock',
      'topic Read mirrorSourceTopic by site/mirror',
      'topic DescribeConfigs mirrorSourceTopic by site/mirror',
      'group Read consume by site/stock',
      'group Describe mirrorSourceGroup by site/mirror',
      'cluster Describe  by site/europe/user:shop',
    ]);
  });

  it('are the same for a user that somebody else manages, and tell each thing once', () => {
    const site = newSite();
    const central = KafkaCluster.fromClusterName(site, 'central');
    const user = KafkaUser.fromUserName(central, 'shop');
    central.topicsWithPrefix('shop.').grantProduce(user);
    central.topicsWithPrefix('shop.').grantProduce(user);
    expect(user.explain()).toEqual([
      {
        acl: { resource: { type: 'topic', name: 'shop.', patternType: 'prefix' }, operations: ['Write'], host: '*' },
        reasons: [expect.objectContaining({ intent: 'produce', by: 'site/imported:central' })],
      },
    ]);
  });

  it('name the client application', () => {
    const site = newSite();
    const cluster = newCluster(site, 'europe');
    const [source, target] = [cluster.addTopic('in'), cluster.addTopic('out')];
    const pipe = new Streams(site, 'pipe', { source, target, exactlyOnce: true });
    const reasons = pipe.user?.explain().flatMap((rule) => rule.reasons) ?? [];
    expect(new Set(reasons.map(({ by }) => by))).toEqual(new Set(['site/pipe']));
    expect(reasons.map(({ intent }) => intent)).toContain('transact');
  });
});
