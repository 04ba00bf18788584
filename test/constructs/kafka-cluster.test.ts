import { Authentication, Authorization, Listener, Placement, Rack, StrimziRelease } from '../../src';
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

  it('loses a setting of the library that is set to undefined', () => {
    const site = newSite();
    newCluster(site, 'europe', { config: { 'min.insync.replicas': undefined, 'num.partitions': 6 } });
    const { config } = (manifest(site, 'Kafka', 'europe').spec as { kafka: { config: object } }).kafka;
    expect(config).not.toHaveProperty(['min.insync.replicas']);
    expect(config).toHaveProperty(['num.partitions'], 6);
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
