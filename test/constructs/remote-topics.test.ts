import { Consumer, KafkaTopic, Mirror, Producer, StrimziRelease, type KafkaCluster } from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';

function three() {
  const site = newSite({ release: StrimziRelease.V1_2 });
  const [a, b, c] = ['a', 'b', 'c'].map((name) => newCluster(site, name)) as [KafkaCluster, KafkaCluster, KafkaCluster];
  const orders = a.addTopic('orders', { partitions: 1, replicas: 3 });
  return { site, a, b, c, orders };
}

describe('a topic at another cluster', () => {
  it('is granted, read and written under the name that mirrors give it, whenever they are told of', () => {
    const { site, a, b, c, orders } = three();
    const there = orders.at(c);
    there.grantConsume(c.addUser('auditor'), 'audit');
    new Consumer(site, 'warehouse', { topic: there, group: 'stock' });
    expect(there.topicName).toBe('orders');
    new Mirror(site, 'first', { source: a, target: b, topics: [orders], replicationPolicy: 'default' });
    new Mirror(site, 'second', { source: b, target: c, topics: [orders.at(b)], replicationPolicy: { separator: '-' } });
    expect(there.topicName).toBe('b-a.orders');
    expect(findings(site)).toEqual([]);
    expect(JSON.stringify(manifest(site, 'KafkaUser', 'auditor').spec)).toContain('"b-a.orders"');
    expect(JSON.stringify(manifest(site, 'KafkaUser', 'warehouse').spec)).toContain('"b-a.orders"');
    expect(JSON.stringify(manifest(site, 'Deployment', 'warehouse').spec)).toContain('"b-a.orders"');
    expect(manifest(site, 'KafkaMirrorMaker2', 'second').spec).toMatchObject({
      mirrors: [{ topicsPattern: 'a\\.orders', groupsPattern: 'audit,stock' }],
    });
  });

  it('is the topic itself at its own', () => {
    const { a, orders } = three();
    expect(orders.at(a).topicName).toBe('orders');
    expect(orders.at(a).cluster).toBe(a);
  });

  it('is told of once where no mirror brings it, and none is described', () => {
    const { site, a, b, c, orders } = three();
    new Producer(site, 'one', { topic: orders.at(b) });
    new Producer(site, 'two', { topic: orders.at(b) });
    expect(findings(site)).toMatchObject([
      { rule: 'topic-arrives', severity: 'warning', path: 'site/b', given: 'orders of a' },
    ]);
    b.addTopic('orders-b', { topicName: 'orders', partitions: 1, replicas: 3 });
    expect(findings(site)).toEqual([]);
    KafkaTopic.fromTopicName(a, 'bills').at(c);
    expect(findings(site)).toMatchObject([{ path: 'site/c', given: 'bills of a' }]);
  });

  it('can be written to by a mirror back without a loop of questions', () => {
    const { site, a, b, orders } = three();
    new Mirror(site, 'there', { source: a, target: b, topics: [orders], replicationPolicy: 'default' });
    new Mirror(site, 'back', { source: b, target: a, topics: [orders.at(b)], replicationPolicy: 'default' });
    expect(manifest(site, 'KafkaMirrorMaker2', 'back').spec).toMatchObject({
      mirrors: [{ topicsPattern: 'a\\.orders' }],
    });
    expect(orders.at(b).topicName).toBe('a.orders');
  });
});
