import { Jaeger, KafkaBridge, KafkaRebalance, Rack, StrimziRelease, type Site } from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';

function at(release: StrimziRelease): Site {
  return newSite({ release, kubernetesCluster: 'here' });
}

function aclsOf(site: Site, user: string): Record<string, string[]> {
  const { authorization } = manifest(site, 'KafkaUser', user).spec as unknown as {
    authorization: { acls: { resource: { type: string; name: string }; operations: string[] }[] };
  };
  return Object.fromEntries(
    authorization.acls.map(({ resource, operations }) => [`${resource.type} ${resource.name}`, operations]),
  );
}

describe('a bridge', () => {
  it('is wired to its cluster, listens, and may do what its clients do', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    const [orders, stock] = ['orders', 'stock'].map((id) => cluster.addTopic(id));
    new KafkaBridge(site, 'http', {
      cluster,
      cors: { allowedOrigins: ['https://shop.example.com'], allowedMethods: ['GET', 'POST'] },
      producesTo: [orders!],
      consumesFrom: [{ topic: stock!, group: 'web' }],
      producer: { config: { acks: 'all' } },
      consumer: { timeoutSeconds: 60 },
      rack: Rack.zones(),
      tracing: new Jaeger(site, 'jaeger', { host: 'jaeger.example.com' }),
      overrides: { spec: { http: { port: 8081 } } },
    });
    expect(manifest(site, 'KafkaBridge', 'http').spec).toMatchObject({
      replicas: 1,
      bootstrapServers: 'europe-kafka-bootstrap:9093',
      http: { port: 8081, cors: { allowedOrigins: ['https://shop.example.com'], allowedMethods: ['GET', 'POST'] } },
      producer: { config: { acks: 'all' } },
      consumer: { timeoutSeconds: 60 },
      tracing: { type: 'opentelemetry' },
    });
    expect(aclsOf(site, 'http')).toMatchObject({
      'topic orders': ['Write'],
      'topic stock': ['Read'],
      'group web': ['Read'],
    });
    expect(findings(site)).toEqual([]);
  });
});

describe('a rebalance', () => {
  it('is of a cluster with Cruise Control', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site, 'europe', { brokers: 5, overrides: { spec: { cruiseControl: {} } } });
    new KafkaRebalance(cluster, 'grow', { mode: 'add-brokers', brokers: [3, 4], autoApproval: true });
    expect(manifest(site, 'KafkaRebalance', 'grow')).toMatchObject({
      metadata: {
        labels: { 'strimzi.io/cluster': 'europe' },
        annotations: { 'strimzi.io/rebalance-auto-approval': 'true' },
      },
      spec: { mode: 'add-brokers', brokers: [3, 4] },
    });
    expect(findings(site)).toEqual([]);
  });

  it('is told where there is none, and where a mode lacks its brokers', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    new KafkaRebalance(cluster, 'all');
    new KafkaRebalance(cluster, 'shrink', { mode: 'remove-brokers' });
    new KafkaRebalance(cluster, 'usual', { template: true });
    const found = findings(site);
    expect(found.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'needed-fields site/europe/shrink',
      'rebalance-cluster site/europe/all',
    ]);
    expect(found.at(-1)?.message).toContain('so it is with 1 more: site/europe/shrink');
  });

  it('has nothing of the props of a class of the team', () => {
    class Watched extends KafkaRebalance {}
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site, 'europe', { cruiseControl: {} });
    const props = { mode: 'full', watchers: 'shop' } as const;
    new Watched(cluster, 'all', props);
    expect(findings(site)).toEqual([]);
    expect(manifest(site, 'KafkaRebalance', 'all').spec).toEqual({ mode: 'full' });
  });

  it('is all brokers and nothing else where a release knows no modes', () => {
    const site = at(StrimziRelease.V0_18);
    const cluster = newCluster(site, 'europe', { overrides: { spec: { cruiseControl: {} } } });
    new KafkaRebalance(cluster, 'grow', { mode: 'add-brokers', brokers: [3] });
    expect(findings(site).map(({ field }) => field)).toEqual(['spec.mode', 'spec.brokers']);
  });
});
