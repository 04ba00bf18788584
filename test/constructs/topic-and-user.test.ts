import { Duration, Size } from 'cdk8s';
import { KafkaCluster, KafkaTopic, KafkaUser, StrimziRelease } from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';

describe('a topic', () => {
  it('belongs to its cluster and says its settings in words', () => {
    const site = newSite();
    newCluster(site).addTopic('orders', {
      partitions: 12,
      replicas: 3,
      retention: Duration.hours(2),
      segmentSize: Size.gibibytes(1),
    });
    expect(manifest(site, 'KafkaTopic', 'orders')).toMatchObject({
      metadata: { labels: { 'strimzi.io/cluster': 'europe' } },
      spec: { partitions: 12, replicas: 3, config: { 'retention.ms': 7200000, 'segment.bytes': 1073741824 } },
    });
  });

  it('is of the cluster that it is added to, whatever the props are made of', () => {
    const site = newSite();
    const other = newCluster(site, 'us');
    class Settings {
      readonly cluster = other;
      readonly partitions = 12;
      get replicas(): number {
        return 2;
      }
    }
    const europe = newCluster(site);
    expect(europe.addTopic('orders', new Settings()).cluster).toBe(europe);
    expect(europe.addTopic('bills', { partitions: 1, replicas: 2, ...{ cluster: other } }).cluster).toBe(europe);
    expect(findings(site)).toEqual([]);
    expect(manifest(site, 'KafkaTopic', 'orders')).toMatchObject({
      metadata: { labels: { 'strimzi.io/cluster': 'europe' } },
      spec: { partitions: 12, replicas: 2 },
    });
  });

  it('may have a name in Kafka that no object can have', () => {
    const site = newSite();
    const topic = newCluster(site).addTopic('orders-v1', { partitions: 1, replicas: 3, topicName: 'Orders_V1' });
    expect(topic.topicName).toBe('Orders_V1');
    expect(findings(site)).toEqual([]);
  });

  it('has the labels that it is given beside that of its cluster, which nothing replaces', () => {
    const site = newSite();
    const labels = { team: 'shop', 'strimzi.io/cluster': 'other' };
    newCluster(site).addTopic('orders', { partitions: 1, replicas: 3, labels });
    expect(manifest(site, 'KafkaTopic', 'orders').metadata.labels).toEqual({
      'strimzi.io/cluster': 'europe',
      team: 'shop',
    });
  });

  it.each(['..', 'a b', 'a'.repeat(250), ''])('is not called "%s" in Kafka', (topicName) => {
    const site = newSite();
    newCluster(site).addTopic('orders', { partitions: 1, replicas: 3, topicName });
    expect(findings(site)).toMatchObject([
      { rule: 'legal-name', path: 'site/europe/orders', field: 'spec.topicName', given: topicName },
    ]);
  });

  it('has no more replicas than its cluster has brokers', () => {
    const site = newSite();
    newCluster(site).addTopic('orders', { partitions: 1, replicas: 4 });
    expect(findings(site)).toMatchObject([{ rule: 'topic-replicas', path: 'site/europe/orders', given: 4 }]);
  });
});

describe('a grant', () => {
  it('is heard after the user was made', () => {
    const site = newSite();
    const cluster = newCluster(site);
    const user = cluster.addUser('shop');
    const orders = cluster.addTopic('orders', { partitions: 1, replicas: 3 });
    orders.grantProduce(user).assertSuccess();
    orders.grantConsume(user, 'stock');
    expect(manifest(site, 'KafkaUser', 'shop').spec).toMatchObject({
      authorization: {
        acls: [
          { resource: { type: 'topic', name: 'orders' }, operation: 'Read' },
          { resource: { type: 'topic', name: 'orders' }, operation: 'Write' },
          { resource: { type: 'group', name: 'stock' }, operation: 'Read' },
        ],
      },
    });
  });

  it.each(['the user', 'a reference to it'])('is heard by %s after somebody looked', (asked) => {
    const site = newSite();
    const cluster = newCluster(site);
    const owned = cluster.addUser('shop');
    const user = asked === 'the user' ? owned : KafkaUser.fromUserName(cluster, 'shop');
    const orders = KafkaTopic.fromTopicName(cluster, 'of-the-shop', { topicName: 'orders' });
    expect(manifest(site, 'KafkaUser', 'shop').spec).not.toHaveProperty('authorization');
    orders.grantProduce(user);
    expect(JSON.stringify(manifest(site, 'KafkaUser', 'shop').spec)).toContain('"name":"orders"');
  });

  it('comes on top of the rules that the user was made with', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const cluster = newCluster(site);
    const user = cluster.addUser('shop', { acls: [{ resource: { type: 'cluster' }, operations: ['Describe'] }] });
    KafkaTopic.fromTopicName(cluster, 'orders').grantProduce(user);
    expect(manifest(site, 'KafkaUser', 'shop').spec).toMatchObject({
      authorization: { acls: [{ resource: { name: 'orders' } }, { resource: { type: 'cluster' } }] },
    });
  });

  it('says the same in whatever order it is given', () => {
    const acls = (turn: (grants: (() => void)[]) => (() => void)[]): unknown => {
      const site = newSite();
      const cluster = newCluster(site);
      const user = cluster.addUser('shop');
      const [orders, stock] = ['orders', 'stock'].map((name) => KafkaTopic.fromTopicName(cluster, name));
      const grants = [
        () => void orders?.grantProduce(user, { createTopic: true }),
        () => void stock?.grantConsume(user, 'shop'),
        () => void orders?.grantConsume(user, 'shop'),
      ];
      for (const grant of turn(grants)) grant();
      return manifest(site, 'KafkaUser', 'shop').spec;
    };
    expect(acls((grants) => grants.reverse())).toEqual(acls((grants) => grants));
  });

  it('is written where all that it was combined of is', () => {
    const cluster = newCluster(newSite());
    const orders = cluster.addTopic('orders', { partitions: 1, replicas: 3 });
    const user = cluster.addUser('shop');
    const both = orders.grantProduce(user).combine(orders.grantConsume(user, 'stock'));
    expect(both.success).toBe(true);
    expect(both.acls.map(({ operations }) => operations)).toEqual([['Read', 'Write'], ['Read']]);
    const stranger = newCluster(cluster.site, 'us').addUser('shop');
    expect(both.combine(orders.grantProduce(stranger)).success).toBe(false);
    expect(orders.grantProduce(stranger).combine(both).success).toBe(false);
  });

  it('at another cluster is a fault', () => {
    const site = newSite();
    const us = newCluster(site, 'us');
    const orders = newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 });
    orders.grantProduce(us.addUser('shop'));
    expect(findings(site)).toMatchObject([
      { rule: 'grant-at-own-cluster', path: 'site/us/user:shop', remedy: expect.stringContaining('topic.at(cluster)') },
    ]);
  });

  it('in another topology is a fault that says so', () => {
    const orders = newCluster(newSite()).addTopic('orders', { partitions: 1, replicas: 3 });
    const site = newSite();
    orders.grantConsume(newCluster(site, 'us').addUser('shop'), 'stock');
    expect(findings(site)).toMatchObject([
      { rule: 'grant-at-own-cluster', message: expect.stringContaining('in another topology') },
    ]);
  });

  it('in another topology is a fault even where that has a cluster of the name', () => {
    const orders = newCluster(newSite()).addTopic('orders', { partitions: 1, replicas: 3 });
    const site = newSite();
    orders.grantProduce(newCluster(site).addUser('shop'));
    expect(findings(site)).toMatchObject([{ rule: 'grant-at-own-cluster', path: 'site/europe/user:shop' }]);
  });

  it('to a user that is managed elsewhere is an answer, not a rule', () => {
    const site = newSite();
    const cluster = KafkaCluster.fromClusterName(site, 'central');
    const user = KafkaUser.fromUserName(cluster, 'shop');
    const grant = KafkaTopic.fromTopicName(cluster, 'orders').grantProduce(user);
    expect(grant.success).toBe(false);
    expect(() => {
      grant.assertSuccess();
    }).toThrow('managed elsewhere');
  });
});

describe('a user', () => {
  it('with a certificate has a name that fits into it', () => {
    const site = newSite();
    newCluster(site).addUser('a'.repeat(65));
    expect(findings(site)).toMatchObject([{ rule: 'legal-name', allowed: expect.stringContaining('64') }]);
  });

  it('has the credentials that its cluster asks for', () => {
    const site = newSite();
    expect(newCluster(site).addUser('shop').credentials).toEqual({
      type: 'tls',
      secret: 'shop',
      certificate: 'user.crt',
      key: 'user.key',
    });
  });
});
