import { Jaeger, KafkaCluster, Mirror, Producer, StrimziRelease, Tracing } from '../../src';
import { claim, findings, manifest, manifests, newCluster, newSite } from './harness';

describe('Strimzi 0.45', () => {
  it('runs a cluster with ZooKeeper, or with KRaft and node pools, as it is asked', () => {
    const site = newSite({ release: StrimziRelease.V0_45 });
    newCluster(site, 'old', { zookeeper: { storage: claim('10Gi') } });
    newCluster(site, 'new');
    expect(findings(site)).toMatchObject([{ rule: 'parting-features', path: 'site/old', severity: 'warning' }]);
    expect(manifest(site, 'Kafka', 'old').spec).toMatchObject({ zookeeper: { replicas: 3 }, kafka: { replicas: 3 } });
    expect(manifest(site, 'Kafka', 'new').metadata).toMatchObject({
      annotations: { 'strimzi.io/kraft': 'enabled', 'strimzi.io/node-pools': 'enabled' },
    });
    expect(manifest(site, 'KafkaNodePool', 'new-dual-role').spec).toMatchObject({ roles: ['controller', 'broker'] });
  });

  it('mirrors with MirrorMaker 1 or 2, as it is asked', () => {
    const site = newSite({ release: StrimziRelease.V0_45 });
    const source = newCluster(site);
    const target = newCluster(site, 'us');
    const topics = [source.addTopic('orders', { partitions: 1, replicas: 3 })];
    new Mirror(site, 'one', { source, target, topics, engine: 'mirrorMaker' });
    new Mirror(site, 'two', { source, target, topics });
    expect(findings(site)).toMatchObject([{ rule: 'deprecated-fields', path: 'site/one', field: 'kind' }]);
    expect(manifest(site, 'KafkaMirrorMaker', 'one').spec).toMatchObject({ include: 'orders' });
    expect(manifest(site, 'KafkaMirrorMaker2', 'two').spec).toMatchObject({ connectCluster: 'us' });
  });

  it('traces with OpenTelemetry into Jaeger v1 or v2, as it is asked', () => {
    const site = newSite({ release: StrimziRelease.V0_45 });
    const topic = newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 });
    const old = new Jaeger(site, 'old', { operator: 'jaeger-v1' });
    const today = new Jaeger(site, 'today');
    new Producer(site, 'shop', { topic, tracing: old });
    new Producer(site, 'till', { topic, tracing: today });
    expect(findings(site)).toEqual([]);
    expect(manifests(site).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['Jaeger', 'OpenTelemetryCollector']),
    );
    expect(JSON.stringify(manifest(site, 'Deployment', 'shop').spec)).toContain('http://old-collector:4317');
    expect(JSON.stringify(manifest(site, 'Deployment', 'till').spec)).toContain('http://today-collector:4317');
  });
});

describe('Strimzi 1.2', () => {
  it('has separate controllers where they are asked for', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    newCluster(site, 'europe', { brokers: 5, controllers: { storage: claim('10Gi') } });
    expect(findings(site)).toEqual([]);
    expect(manifest(site, 'KafkaNodePool', 'europe-controllers').spec).toMatchObject({
      roles: ['controller'],
      replicas: 3,
    });
    expect(manifest(site, 'KafkaNodePool', 'europe-brokers').spec).toMatchObject({ roles: ['broker'], replicas: 5 });
  });

  it('counts the brokers of pools that are added', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const cluster = newCluster(site, 'europe', { brokers: 1 });
    cluster.addNodePool('europe-fast', { replicas: 2, storage: claim('100Gi') });
    cluster.addTopic('orders', { partitions: 1, replicas: 3 });
    expect(findings(site)).toEqual([]);
    expect(cluster.brokers).toBe(3);
  });

  it('counts the brokers of the one pool that took the place of the usual one', () => {
    const cluster = newCluster(newSite({ release: StrimziRelease.V1_2 }), 'europe', { brokers: 3 });
    cluster.node.tryRemoveChild('europe-dual-role');
    cluster.addNodePool('europe-fast', { replicas: 5, storage: claim('100Gi') });
    expect(cluster.brokers).toBe(5);
  });

  it('sends traces to any place that speaks OTLP', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const topic = newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 });
    new Producer(site, 'shop', {
      topic,
      tracing: Tracing.otlp({ host: 'tempo.example.com', protocol: 'http', tls: true }),
    });
    expect(findings(site)).toEqual([]);
    expect(JSON.stringify(manifest(site, 'Deployment', 'shop').spec)).toContain('https://tempo.example.com:4318');
  });
});

describe('a topology of two releases', () => {
  it('is mirrored from the older into the newer, each in its own words', () => {
    const old = newSite({ release: StrimziRelease.V0_18, kubernetesCluster: 'blue' }, 'old');
    const site = newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'blue' }, 'new');
    const source = newCluster(old);
    const target = newCluster(site, 'us');
    new Mirror(site, 'mirror', { source, target, topics: [source.addTopic('orders', { partitions: 1, replicas: 3 })] });
    expect(manifest(old, 'KafkaUser', 'mirror-source')).toMatchObject({ apiVersion: 'kafka.strimzi.io/v1beta1' });
    expect(manifest(site, 'KafkaMirrorMaker2', 'mirror')).toMatchObject({
      apiVersion: 'kafka.strimzi.io/v1',
      spec: { mirrors: [{ source: { bootstrapServers: 'europe-kafka-bootstrap.old.svc:9093' } }] },
    });
  });

  it('keeps what it is told of a cluster that is managed elsewhere', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const source = KafkaCluster.fromClusterName(site, 'central', { brokers: 2 });
    new Mirror(site, 'back', { source: newCluster(site), target: source, topics: [] });
    expect(manifest(site, 'KafkaMirrorMaker2', 'back').spec).toMatchObject({
      target: { config: { 'config.storage.replication.factor': 2 } },
    });
  });
});
