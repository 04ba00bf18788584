import {
  Consumer,
  KafkaCluster,
  KafkaTopic,
  KafkaUser,
  Mirror,
  NodePool,
  StrimziRelease,
  type IKafkaCluster,
  type Site,
} from '../../src';
import { Register } from '../../src/constructs/register';
import { claim, findings, manifest, manifests, newCluster, newNeighbour, newSite } from './harness';

const TOPIC = { partitions: 1, replicas: 3 };
const aclsOf = (site: Site, user: string): string => JSON.stringify(manifest(site, 'KafkaUser', user).spec);

describe('a reference to a Kafka cluster', () => {
  it('is the cluster that it names, whether somebody here manages that or not', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const owned = newCluster(site, 'kafka');
    const reference = KafkaCluster.fromClusterName(site, 'kafka');
    KafkaTopic.fromTopicName(reference, 'orders').grantProduce(owned.addUser('shop')).assertSuccess();
    new Mirror(site, 'mirror', { source: owned, target: reference, topics: [owned.addTopic('payments')] });
    expect(findings(site).filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'mirror-ends-apart', given: 'kafka' },
    ]);
    expect(aclsOf(site, 'shop')).toContain('"name":"orders"');
  });

  it('is the cluster of another reference that names the same', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const [one, other] = ['one', 'other'].map((id) =>
      KafkaCluster.fromClusterName(site, id, { clusterName: 'central' }),
    );
    if (!one || !other) throw new Error('no references');
    const target = newCluster(site, 'local');
    new Mirror(site, 'mirror', { source: one, target, topics: [KafkaTopic.fromTopicName(other, 'orders')] });
    expect(findings(site).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is another cluster at another site', () => {
    const here = newSite({ kubernetesCluster: 'blue' }, 'one');
    const there = KafkaCluster.fromClusterName(newNeighbour(here, 'other'), 'kafka');
    KafkaTopic.fromTopicName(there, 'orders').grantProduce(newCluster(here, 'kafka').addUser('shop'));
    expect(findings(here)).toMatchObject([{ rule: 'grant-at-own-cluster', path: 'one/kafka/user:shop' }]);
  });

  it('may be made as often as one likes, before and after the cluster', () => {
    const site = newSite();
    KafkaCluster.fromClusterName(site, 'europe');
    const europe = newCluster(site);
    KafkaCluster.fromClusterName(site, 'europe');
    expect(europe.node.path).toBe('site/europe');
    expect(findings(site)).toEqual([]);
  });

  it('is the scope of what is made at it', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const central = KafkaCluster.fromClusterName(site, 'central', { brokers: 5 });
    new KafkaTopic(central, 'orders', TOPIC).grantConsume(new KafkaUser(central, 'shop'), 'stock').assertSuccess();
    expect(manifest(site, 'KafkaTopic', 'orders').metadata.labels).toEqual({ 'strimzi.io/cluster': 'central' });
    expect(aclsOf(site, 'shop')).toContain('"name":"stock"');
    expect(manifests(site)).toHaveLength(2);
  });
});

describe('a reference to a user', () => {
  it('gets for the user what it asks for, whichever of the two was made first', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const kafka = newCluster(site, 'kafka');
    const reference = KafkaUser.fromUserName(kafka, 'shop');
    const grant = kafka.addTopic('orders', TOPIC).grantProduce(reference);
    expect(grant.success).toBe(false);
    kafka.addUser('shop');
    expect(grant.success).toBe(true);
    expect(findings(site)).toEqual([]);
    expect(aclsOf(site, 'shop')).toContain('"name":"orders"');
  });

  it('tells what has to be granted elsewhere, what mirrors need with it, once', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const central = KafkaCluster.fromClusterName(site, 'central');
    const [orders, bills] = ['orders', 'bills'].map((name) => KafkaTopic.fromTopicName(central, name));
    if (!orders || !bills) throw new Error('no topics');
    const target = newCluster(site, 'local');
    new Mirror(site, 'mirror', { source: central, target, topics: [orders] });
    new Consumer(site, 'stock', { topic: orders.at(target) });
    bills.grantProduce(KafkaUser.fromUserName(central, 'mirror-source'));
    KafkaUser.fromUserName(central, 'nobody-asked');
    expect(findings(site)).toMatchObject([
      {
        rule: 'granted-elsewhere',
        severity: 'warning',
        path: 'site/imported:central/imported:mirror-source',
        remedy: expect.stringContaining(
          'Write on topic bills; Read, DescribeConfigs on topic orders; Describe on group stock.',
        ),
      },
    ]);
  });

  it('tells it at the first of several references by path', () => {
    const site = newSite();
    const [b, a] = ['b', 'a'].map((id) => KafkaCluster.fromClusterName(site, id, { clusterName: 'central' }));
    if (!a || !b) throw new Error('no references');
    for (const cluster of [b, a])
      KafkaTopic.fromTopicName(cluster, 'orders').grantProduce(KafkaUser.fromUserName(cluster, 'shop'));
    expect(findings(site)).toMatchObject([{ rule: 'granted-elsewhere', path: 'site/imported:a/imported:shop' }]);
  });

  it('tells what must not be granted', () => {
    const site = newSite();
    const user = KafkaUser.fromUserName(KafkaCluster.fromClusterName(site, 'central'), 'shop');
    user.grant([{ type: 'deny', resource: { type: 'cluster' }, operations: ['Alter'] }]);
    expect(findings(site)[0]?.remedy).toContain('never Alter on the cluster');
  });

  it('counts what is too much to list', () => {
    const site = newSite();
    const user = KafkaUser.fromUserName(KafkaCluster.fromClusterName(site, 'central'), 'shop');
    user.grant(
      Array.from({ length: 22 }, (_, n) => ({
        resource: { type: 'topic' as const, name: `t${n}`, patternType: 'prefix' as const },
        operations: ['Read' as const],
      })),
    );
    expect(findings(site)[0]?.remedy).toMatch(/site: Read on topic t0\*; .*; 2 more\. /);
  });

  it('is not of the cluster that another is of, and says so', () => {
    const site = newSite();
    const grant = newCluster(site)
      .addTopic('orders', TOPIC)
      .grantProduce(KafkaUser.fromUserName(newCluster(site, 'us'), 'shop'));
    expect(grant.success).toBe(false);
    expect(() => {
      grant.assertSuccess();
    }).toThrow('user "shop" of us is of another cluster than the topic');
  });
});

describe('what is of a Kafka cluster', () => {
  const made = (at: 'cluster' | 'site'): unknown[] => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const cluster = newCluster(site);
    const scope = at === 'cluster' ? cluster : site;
    const props = at === 'cluster' ? {} : { cluster };
    const topic = new KafkaTopic(scope, 'orders', { ...TOPIC, ...props });
    topic.grantProduce(new KafkaUser(scope, 'orders', props));
    new NodePool(scope, 'europe-fast', { replicas: 2, storage: claim('10Gi'), ...props });
    expect(findings(site)).toEqual([]);
    expect(cluster.brokers).toBe(5);
    return manifests(site);
  };

  it('may be made within the cluster, or anywhere at its site', () => {
    expect(made('site')).toEqual(made('cluster'));
  });

  it('is of the cluster that it was added to, whatever else the props say', () => {
    const site = newSite();
    const [europe, us] = [newCluster(site), newCluster(site, 'us')];
    const props = { ...TOPIC, cluster: us };
    expect(europe.addTopic('orders', props).cluster).toBe(europe);
  });

  it('has the id that it has, whichever of a topic and a user was made first', () => {
    const paths = (turn: (steps: (() => string)[]) => (() => string)[]): string[] => {
      const cluster = newCluster(newSite());
      const steps = [() => cluster.addTopic('orders', TOPIC).node.path, () => cluster.addUser('orders').node.path];
      return turn(steps)
        .map((step) => step())
        .sort();
    };
    expect(paths((steps) => steps.reverse())).toEqual(paths((steps) => steps));
  });

  it('is of no cluster at a site that names none', () => {
    const site = newSite();
    new KafkaTopic(site, 'orders');
    KafkaUser.fromUserName(site, 'shop');
    KafkaTopic.fromTopicName(site, 'orders');
    expect(findings(site)).toMatchObject([
      { rule: 'prop-missing', path: 'site', field: 'fromTopicName(cluster)' },
      { rule: 'prop-missing', path: 'site/orders', field: 'cluster', message: 'It is of no Kafka cluster.' },
      { rule: 'prop-missing', path: 'site/imported:shop', field: 'cluster' },
    ]);
  });

  it('is in the namespace of the cluster, where the operators look for it', () => {
    const site = newSite({ kubernetesCluster: 'blue', release: StrimziRelease.V1_2 });
    const apps = newNeighbour(site, 'apps');
    const cluster: IKafkaCluster = newCluster(site);
    new KafkaTopic(apps, 'orders', { partitions: 1, replicas: 1, cluster });
    new KafkaUser(apps, 'shop', { cluster });
    new NodePool(apps, 'more', { cluster, replicas: 1, storage: claim('1Gi') });
    expect(findings(site)).toMatchObject([
      { rule: 'beside-its-cluster', path: 'apps/orders', given: 'apps of blue', allowed: 'site of blue' },
      { rule: 'beside-its-cluster', path: 'apps/user:shop' },
      { rule: 'beside-its-cluster', path: 'apps/more' },
    ]);
  });
});

describe('what was removed from the tree', () => {
  it('counts no more', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const [europe, us] = [newCluster(site), newCluster(site, 'us')];
    const orders = europe.addTopic('orders', TOPIC);
    const users = { sourceUser: europe.addUser('reader'), targetUser: us.addUser('writer') };
    new Mirror(site, 'mirror', { source: europe, target: us, topics: [orders], ...users });
    new NodePool(us, 'more', { replicas: 2, storage: claim('10Gi') });
    site.node.tryRemoveChild('mirror');
    us.node.tryRemoveChild('more');
    us.node.tryRemoveChild('user:writer');
    expect(manifest(site, 'KafkaUser', 'reader').spec).not.toHaveProperty('authorization');
    expect(us.brokers).toBe(3);
    expect(KafkaUser.fromUserName(us, 'writer').managed).toBe(false);
  });
});

test('nobody looks for the name of a topic at another cluster while programs are still being described', () => {
  const site = newSite({ release: StrimziRelease.V1_2 });
  const [europe, us] = [newCluster(site, 'europe'), newCluster(site, 'us')] as const;
  const orders = europe.addTopic('orders', TOPIC);
  const looks = jest.spyOn(Register.prototype, 'wiring', 'get');
  new Consumer(site, 'reader', { topic: orders.at(us) });
  orders.at(us).grantConsume(us.addUser('other'), 'others');
  expect(looks).not.toHaveBeenCalled();
  looks.mockRestore();
  new Mirror(site, 'mirror', { source: europe, target: us, topics: [orders], replicationPolicy: 'default' });
  for (const user of ['reader', 'other']) expect(aclsOf(site, user)).toContain('"name":"europe.orders"');
});
