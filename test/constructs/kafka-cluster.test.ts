import {
  Authentication,
  Authorization,
  KafkaTopic,
  Listener,
  Placement,
  Producer,
  Rack,
  StrimziRelease,
} from '../../src';
import { claim, findings, manifest, manifests, newCluster, newSite } from './harness';

describe('a Kafka cluster', () => {
  it('is safe by default', () => {
    const site = newSite();
    newCluster(site);
    expect(findings(site)).toEqual([]);
    expect(manifest(site, 'Kafka', 'europe').spec).toMatchObject({
      kafka: {
        listeners: { tls: { authentication: { type: 'tls' } } },
        authorization: { type: 'simple' },
        storage: { deleteClaim: false },
        config: { 'default.replication.factor': 3, 'min.insync.replicas': 2 },
      },
    });
  });

  it('has no more replicas than brokers', () => {
    const site = newSite();
    newCluster(site, 'small', { brokers: 1 });
    expect(manifest(site, 'Kafka', 'small').spec).toMatchObject({
      kafka: { replicas: 1, config: { 'offsets.topic.replication.factor': 1, 'min.insync.replicas': 1 } },
    });
    expect(findings(site)).toEqual([]);
  });

  it('stays in its zones, with all its pods', () => {
    const site = newSite();
    newCluster(site, 'europe', { placement: Placement.zone('eu-1', { key: 'example.com/zone' }), rack: Rack.zones() });
    const spec = manifest(site, 'Kafka', 'europe').spec as Record<string, { template?: object; rack?: object }>;
    for (const part of ['kafka', 'zookeeper', 'entityOperator']) {
      expect(JSON.stringify(spec[part]?.template)).toContain(
        '"key":"example.com/zone","operator":"In","values":["eu-1"]',
      );
    }
    expect(spec.kafka?.rack).toEqual({ topologyKey: 'topology.kubernetes.io/zone' });
  });

  it('prefers nodes to others, and asks for several labels of them, in the words of Kubernetes', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const affinity = {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'disk', operator: 'Exists' }] }],
      },
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 1, preference: { matchExpressions: [{ key: 'pool', operator: 'In', values: ['kafka'] }] } },
      ],
    };
    newCluster(site, 'europe', { placement: Placement.affinity(affinity) });
    expect(manifest(site, 'KafkaNodePool', 'europe-dual-role').spec).toMatchObject({
      template: { pod: { affinity: { nodeAffinity: affinity } } },
    });
    expect(findings(site)).toEqual([]);
  });

  it('keeps its metadata in an older version, which not all releases can say', () => {
    const { V0_18, V1_2 } = StrimziRelease;
    const [late, early] = [newSite({ release: V1_2 }), newSite({ release: V0_18 })];
    for (const site of [late, early]) newCluster(site, 'europe', { metadataVersion: '4.3' });
    expect(manifest(late, 'Kafka', 'europe').spec).toMatchObject({ kafka: { metadataVersion: '4.3' } });
    expect(findings(late)).toEqual([]);
    expect(findings(early)).toMatchObject([
      { rule: 'operator-reads-field', field: 'spec.kafka.metadataVersion', given: '4.3' },
    ]);
  });

  it('loses a setting of the library that is set to undefined', () => {
    const site = newSite();
    newCluster(site, 'europe', { config: { 'min.insync.replicas': undefined, 'num.partitions': 6 } });
    const { config } = (manifest(site, 'Kafka', 'europe').spec as { kafka: { config: object } }).kafka;
    expect(config).not.toHaveProperty(['min.insync.replicas']);
    expect(config).toHaveProperty(['num.partitions'], 6);
  });

  it('makes no topics by itself where the topic operator asks for that, unless somebody counts on it', () => {
    const created = (grant: boolean, release: StrimziRelease): unknown => {
      const site = newSite({ release });
      const cluster = newCluster(site);
      const orders = cluster.addTopic('orders', { partitions: 1, replicas: 3 });
      orders.grantProduce(cluster.addUser('shop'), { createTopic: grant });
      return (manifest(site, 'Kafka', 'europe').spec as { kafka: { config: Record<string, unknown> } }).kafka.config[
        'auto.create.topics.enable'
      ];
    };
    expect(created(false, StrimziRelease.V1_2)).toBe(false);
    expect(created(true, StrimziRelease.V1_2)).toBeUndefined();
    expect(created(false, StrimziRelease.V0_18)).toBeUndefined();
  });

  it('makes the topics of open producers that say so', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const open = newCluster(site, 'open', { listeners: [Listener.plain()], authorization: Authorization.none() });
    new Producer(site, 'shop', { topic: KafkaTopic.fromTopicName(open, 'orders'), createTopic: true });
    expect(JSON.stringify(manifest(site, 'Kafka', 'open').spec)).not.toContain('auto.create.topics.enable');
  });

  it('keeps its node pools in its zones, and counts the brokers in them', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const cluster = newCluster(site, 'europe', { placement: Placement.zone('eu-1') });
    cluster.addNodePool('more', { replicas: 2, roles: ['controller'], storage: claim('1Gi') });
    cluster.addNodePool('elsewhere', { replicas: 1, storage: claim('1Gi'), placement: Placement.zone('eu-2') });
    expect(cluster.brokers).toBe(4);
    expect(JSON.stringify(manifest(site, 'KafkaNodePool', 'more').spec)).toContain('"values":["eu-1"]');
    expect(JSON.stringify(manifest(site, 'KafkaNodePool', 'elsewhere').spec)).toContain('"values":["eu-2"]');
  });

  it('of one node pool has the brokers of that one, and one without pools those that it asks for', () => {
    const pooled = newCluster(newSite({ release: StrimziRelease.V1_2 }), 'europe', { brokers: 5 });
    expect(pooled.brokers).toBe(5);
    const apart = newCluster(newSite({ release: StrimziRelease.V1_2 }), 'europe', {
      brokers: 4,
      controllers: { replicas: 3, storage: claim('1Gi') },
    });
    expect(apart.brokers).toBe(4);
    expect(newCluster(newSite(), 'europe', { brokers: 2 }).brokers).toBe(2);
  });

  it('may be written as often as one likes', () => {
    const site = newSite();
    newCluster(site).addUser('shop');
    expect(manifests(site)).toEqual(manifests(site));
  });

  it('cannot have controllers, node pools or many listeners before there are any', () => {
    const site = newSite();
    newCluster(site, 'europe', {
      controllers: { storage: claim('1Gi') },
      listeners: [Listener.tls(), Listener.internal('second', { port: 9095 })],
      authorization: Authorization.custom({ authorizerClass: 'com.example.Authorizer' }),
    });
    const told = findings(site).map(({ rule, field }) => `${rule} ${field}`);
    expect(told).toContain('release-says-field controllers');
    expect(told).toContain('release-says-field spec.kafka.listeners[1]');
  });

  it('cannot have ZooKeeper after there is any', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    newCluster(site, 'europe', { zookeeper: { storage: claim('1Gi') } });
    expect(findings(site)[0]).toMatchObject({ rule: 'release-says-field', field: 'zookeeper', path: 'site/europe' });
  });
});

describe('names', () => {
  it.each(['Europe', 'europe_1', '-europe', 'a'.repeat(254)])('refuse a cluster "%s"', (name) => {
    const site = newSite();
    newCluster(site, name);
    expect(findings(site)).toContainEqual(
      expect.objectContaining({ rule: 'legal-name', field: 'metadata.name', given: name }),
    );
  });

  it('of two clusters at one site differ', () => {
    const site = newSite();
    newCluster(site);
    newCluster(site);
    expect(findings(site)).toContainEqual(expect.objectContaining({ rule: 'unique-name', given: 'europe' }));
  });

  it('of a topic and a user of one cluster may be one', () => {
    const site = newSite();
    const cluster = newCluster(site);
    cluster.addTopic('orders', { partitions: 1, replicas: 3 });
    cluster.addUser('orders');
    expect(findings(site)).toEqual([]);
    expect(
      manifests(site)
        .filter(({ metadata }) => metadata.name === 'orders')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['KafkaTopic', 'KafkaUser']);
  });

  it('of listeners are short', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    newCluster(site, 'europe', {
      listeners: [Listener.internal('Very_Long_Name', { authentication: Authentication.tls() })],
    });
    expect(findings(site)).toContainEqual(expect.objectContaining({ rule: 'legal-name', field: 'listeners[0].name' }));
  });
});
