import { App as PlainApp } from 'cdk8s';
import type { ActivePassiveProps, IKafkaCluster, SiteProps } from '../../src';
import { ActivePassive, Consumer, KafkaCluster, Mirror, Producer, Site, StrimziRelease } from '../../src';
import { findings, manifest, manifests, newCluster } from './harness';

type Role = ActivePassiveProps['active'];

/** East and west, a shop that writes, and a warehouse that reads. */
function pair(active: Role, props: Partial<SiteProps> = {}) {
  const app = new PlainApp();
  const [east, west] = ['east', 'west'].map((id) => {
    const waivers = { 'secret-at-hand': 'They are copied.' };
    return new Site(app, id, { release: StrimziRelease.V1_2, kubernetesCluster: 'one', ...props, waivers });
  }) as [Site, Site];
  const [primary, secondary] = [newCluster(east, 'kafka'), newCluster(west, 'kafka')];
  const made = new ActivePassive(app, 'orders', { primary, secondary, active });
  const topic = made.addTopic('orders', { partitions: 3, replicas: 3, config: { 'retention.ms': 1000 } });
  new Producer(made.active.site, 'shop', { topic, user: made.addUser('shop') });
  new Consumer(made.active.site, 'warehouse', { topic, user: made.addUser('warehouse') });
  return { app, east, west, primary, secondary, made, topic };
}

const names = (site: Site, kind: string): string[] =>
  manifests(site).flatMap(({ kind: of, metadata: { name } }) => (of === kind ? [name] : []));

const errors = (site: Site) => findings(site).filter(({ severity }) => severity === 'error');

describe.each([
  { active: undefined, from: 'east', to: 'west' },
  { active: 'primary', from: 'east', to: 'west' },
  { active: 'secondary', from: 'west', to: 'east' },
] as const)('a pair of which $active is active', ({ active, from, to }) => {
  const { made, ...sites } = pair(active);
  const [here, there] = from === 'east' ? [sites.east, sites.west] : [sites.west, sites.east];

  it('is sound', () => {
    expect(errors(here)).toEqual([]);
    expect([made.active.node.path, made.passive.node.path]).toEqual([`${from}/kafka`, `${to}/kafka`]);
    expect([here, there].map((site) => names(site, 'KafkaMirrorMaker2'))).toEqual([[], [made.mirror.name]]);
  });

  it('is mirrored one way, under the same names, with the positions of groups', () => {
    const { spec } = manifest(there, 'KafkaMirrorMaker2', `orders-to-${to}-kafka`);
    expect(spec).toMatchObject({
      target: { alias: `${to}-kafka`, bootstrapServers: 'kafka-kafka-bootstrap:9093' },
      mirrors: [
        {
          source: { alias: `${from}-kafka`, bootstrapServers: `kafka-kafka-bootstrap.${from}.svc:9093` },
          topicsPattern: 'orders',
          groupsPattern: 'warehouse',
          sourceConnector: {
            config: { 'replication.policy.class': 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy' },
          },
          checkpointConnector: { config: { 'sync.group.offsets.enabled': 'true' } },
        },
      ],
    });
  });

  it('has topics and users at both clusters, so that a change of roles deletes none', () => {
    const [topic, copy] = [here, there].map((site) => manifest(site, 'KafkaTopic', 'orders').spec);
    expect(topic).toMatchObject({ partitions: 3, config: { 'retention.ms': 1000 } });
    expect(copy).toEqual(topic);
    for (const site of [here, there])
      expect(names(site, 'KafkaUser')).toEqual(expect.arrayContaining(['shop', 'warehouse']));
  });

  it('has clients and their rights where it is active alone', () => {
    expect(names(here, 'Deployment')).toEqual(['shop', 'warehouse']);
    expect(names(there, 'Deployment')).toEqual([]);
    expect(JSON.stringify(manifest(here, 'KafkaUser', 'shop').spec)).toContain('"Write"');
    expect(manifest(there, 'KafkaUser', 'shop').spec).toEqual({ authentication: { type: 'tls' } });
  });
});

test('roles that change and change back leave no trace', () => {
  const written = (active: Role) => {
    const { east, west } = pair(active);
    return JSON.stringify([manifests(east), manifests(west)]);
  };
  expect(written('secondary')).not.toBe(written('primary'));
  expect(written('primary')).toBe(written(undefined));
});

describe('a pair is refused', () => {
  it('within one namespace, where topics of one name cannot be of two clusters', () => {
    const app = new PlainApp();
    const site = new Site(app, 'east', { release: StrimziRelease.V1_2 });
    const [primary, secondary] = [newCluster(site, 'one'), newCluster(site, 'two')];
    const made = new ActivePassive(app, 'orders', { primary, secondary });
    made.addTopic('orders', { partitions: 1, replicas: 3 });
    made.addUser('shop');
    expect(findings(site).map(({ rule, path, field }) => [rule, path, field])).toEqual([
      ['active-passive', 'orders', 'secondary'],
    ]);
  });

  it('of one cluster', () => {
    const app = new PlainApp();
    const site = new Site(app, 'east', { release: StrimziRelease.V1_2 });
    const primary = newCluster(site, 'one');
    const made = new ActivePassive(app, 'orders', { primary, secondary: primary });
    made.addTopic('orders', { partitions: 1, replicas: 3 });
    expect(findings(site).map(({ rule }) => rule)).toEqual(['active-passive']);
  });

  it('on a release whose mirrors give topics other names, at either site', () => {
    for (const active of ['primary', 'secondary'] as const) {
      const { east } = pair(active, { release: StrimziRelease.of('0.25') });
      expect(errors(east).map(({ rule, path }) => [rule, path])).toEqual([
        ['active-passive', 'orders'],
        ['active-passive', 'orders'],
      ]);
    }
  });

  it('where something else brings records back', () => {
    const { east, primary, secondary, topic } = pair('primary');
    new Mirror(east, 'back', { source: secondary, target: primary, topics: [topic.topicName] });
    expect(errors(east).map(({ rule }) => rule)).toContain('mirror-loop');
  });

  it('with a role that there is not', () => {
    const { east } = pair('standby' as Role);
    expect(errors(east)).toMatchObject([{ rule: 'prop-value', path: 'orders', field: 'active', given: 'standby' }]);
  });
});

test('clusters that somebody else manages can be a pair', () => {
  const app = new PlainApp();
  const [primary, secondary] = ['east', 'west'].map((id) => {
    const site = new Site(app, id, { release: StrimziRelease.V1_2, kubernetesCluster: 'one' });
    return KafkaCluster.fromClusterName(site, 'kafka');
  }) as [IKafkaCluster, IKafkaCluster];
  const made = new ActivePassive(app, 'orders', { primary, secondary });
  made.addTopic('orders', { partitions: 1 });
  made.addUser('shop');
  expect(errors(made.active.site)).toEqual([]);
  expect(names(made.passive.site, 'KafkaTopic')).toEqual(['orders']);
  expect(names(made.passive.site, 'KafkaUser')).toContain('shop');
});
