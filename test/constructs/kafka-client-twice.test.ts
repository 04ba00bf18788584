import { Deployment } from 'cdk8s-plus-27';
import { KafkaClient, Tracing, type KafkaClientProps, type Manifest } from '../../src';
import { clientsBeside, readManifest } from '../../src/dialects/read';
import { findings, manifest, newCluster } from './harness';
import { containers, envOf, IMAGE, podOf, shopSite } from './workloads';

describe('a workload of two clusters', () => {
  const OTHER = { contract: 'quarkus', prefix: 'US_' } as const;
  const twice = (props: Partial<KafkaClientProps>, first: Partial<KafkaClientProps> = {}) => {
    const { site, cluster, orders } = shopSite();
    const us = newCluster(site, 'us');
    const bills = us.addTopic('bills', { replicas: 3 });
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    KafkaClient.of(workload, { cluster, contract: 'quarkus', consumesFrom: [orders], ...first });
    const client = KafkaClient.of(workload, { cluster: us, contract: 'quarkus', producesTo: [bills], ...props });
    return { site, us, client };
  };

  it('is told of each in variables of its own, as a user of each', () => {
    const { site } = twice(OTHER);
    expect(findings(site)).toEqual([]);
    const written = manifest(site, 'Deployment', 'shop');
    expect(envOf(written)).toMatchObject({
      KAFKA_BOOTSTRAP_SERVERS: 'europe-kafka-bootstrap:9093',
      KAFKA_SSL_KEYSTORE_KEY: { secretKeyRef: { name: 'shop', key: 'user.key' } },
      US_KAFKA_BOOTSTRAP_SERVERS: 'us-kafka-bootstrap:9093',
      US_KAFKA_SECURITY_PROTOCOL: 'SSL',
      US_KAFKA_SSL_KEYSTORE_TYPE: 'PEM',
      US_KAFKA_SSL_KEYSTORE_KEY: { secretKeyRef: { name: 'shop-us', key: 'user.key' } },
    });
    expect(JSON.stringify(written.metadata)).toContain('orders');
    expect(JSON.stringify(manifest(site, 'KafkaUser', 'shop'))).toContain('orders');
    expect(JSON.stringify(manifest(site, 'KafkaUser', 'shop-us'))).toContain('bills');
  });

  it('has the files of each in a folder of its own', () => {
    const files = { contract: 'kafka-properties', credentialsAs: 'files' } as const;
    const { site } = twice({ ...files, prefix: 'US_' }, files);
    expect(findings(site)).toEqual([]);
    const pod = podOf(manifest(site, 'Deployment', 'shop'));
    expect(pod.containers[0]?.volumeMounts).toMatchObject([
      { name: 'cluster-ca', mountPath: '/etc/kafka-credentials/cluster-ca' },
      { name: 'user', mountPath: '/etc/kafka-credentials/user' },
      { name: 'us-cluster-ca', mountPath: '/etc/kafka-credentials/us/cluster-ca' },
      { name: 'us-user', mountPath: '/etc/kafka-credentials/us/user' },
    ]);
    expect(envOf(manifest(site, 'Deployment', 'shop'))).toMatchObject({
      US_KAFKA_SSL_KEYSTORE_KEY: '${directory:/etc/kafka-credentials/us/user:user.key}',
    });
  });

  it('is read back, whatever its names begin with', () => {
    const both = { contract: 'spring-boot', prefix: 'EU_' } as const;
    const { site } = twice({ ...both, prefix: 'US_' }, both);
    expect(readManifest(manifest(site, 'Deployment', 'shop'))?.record).toMatchObject({
      contract: 'spring-boot',
      prefix: 'EU_',
      role: { type: 'consumer', topic: 'orders', group: 'shop' },
      endpoint: { bootstrapServers: 'europe-kafka-bootstrap:9093', credentials: { type: 'tls', secret: 'shop' } },
    });
  });

  it('is read as both, by an annotation for each', () => {
    const { site } = twice(OTHER);
    const written = manifest(site, 'Deployment', 'shop');
    const { annotations } = written.metadata as { annotations?: Record<string, string> };
    expect(Object.keys(annotations ?? {})).toEqual(['cdk8s-strimzi/client', 'cdk8s-strimzi/client-2']);
    const described = readManifest(written);
    expect(described && clientsBeside(written as Manifest, described)).toMatchObject([
      {
        name: 'shop',
        prefix: 'US_',
        role: { type: 'producer', topic: 'bills' },
        endpoint: { bootstrapServers: 'us-kafka-bootstrap:9093', credentials: { secret: 'shop-us' } },
      },
    ]);
  });

  it('is told once that both would be in the same variables', () => {
    const { site } = twice({});
    const found = findings(site);
    expect(found).toMatchObject([
      { rule: 'client-workload', path: 'site/shop/kafka-client-2', field: 'prefix', given: 'no prefix' },
    ]);
    expect(found[0]?.message).toContain('The container is told of europe in the same variables and places: KAFKA_');
    expect(envOf(manifest(site, 'Deployment', 'shop'))).toMatchObject({
      KAFKA_BOOTSTRAP_SERVERS: 'europe-kafka-bootstrap:9093',
    });
  });

  it('may say the same twice where both mean the same', () => {
    const tracing = Tracing.otlp({ host: 'tempo' });
    expect(findings(twice({ ...OTHER, tracing }, { tracing }).site)).toEqual([]);
  });

  it('has images that know one cluster alone', () => {
    const { site } = twice({ contract: 'test-clients', prefix: 'US_' });
    expect(findings(site)).toMatchObject([{ rule: 'client-contract', field: 'prefix', allowed: 'no prefix' }]);
  });

  it('has a container for each', () => {
    const { site, cluster, orders } = shopSite();
    const us = newCluster(site, 'us');
    const workload = new Deployment(site, 'shop', {
      metadata: { name: 'shop' },
      containers: [...containers, { image: IMAGE, name: 'second' }],
    });
    KafkaClient.of(workload, { cluster, contract: 'quarkus', consumesFrom: [orders] });
    KafkaClient.of(workload, { cluster: us, contract: 'quarkus', container: 'second' });
    expect(findings(site)).toEqual([]);
    expect(envOf(manifest(site, 'Deployment', 'shop'), 1)).toMatchObject({
      KAFKA_BOOTSTRAP_SERVERS: 'us-kafka-bootstrap:9093',
    });
  });
});
