import {
  Authorization,
  Consumer,
  Duration,
  Jaeger,
  KafkaTopic,
  Listener,
  Mirror,
  Streams,
  StrimziRelease,
  type MirrorProps,
} from '../../src';
import { findings, manifest, newCluster, newNeighbour, newSite } from './harness';

function mirrored(release: StrimziRelease, props: Partial<MirrorProps> = {}) {
  const site = newSite({ release });
  const europe = newCluster(site);
  const us = newCluster(site, 'us');
  const orders = europe.addTopic('orders.v1', { partitions: 1, replicas: 3 });
  const mirror = new Mirror(site, 'mirror', { source: europe, target: us, topics: [orders], ...props });
  return { site, europe, us, orders, mirror };
}

describe('a MirrorMaker 1', () => {
  it('derives addresses, secrets and its topics', () => {
    const { site } = mirrored(StrimziRelease.V0_18);
    expect(findings(site)).toEqual([]);
    expect(manifest(site, 'KafkaMirrorMaker', 'mirror').spec).toEqual({
      replicas: 1,
      consumer: {
        bootstrapServers: 'europe-kafka-bootstrap:9093',
        groupId: 'mirror',
        tls: { trustedCertificates: [{ secretName: 'europe-cluster-ca-cert', certificate: 'ca.crt' }] },
        authentication: {
          type: 'tls',
          certificateAndKey: { secretName: 'mirror-source', certificate: 'user.crt', key: 'user.key' },
        },
      },
      producer: expect.objectContaining({ bootstrapServers: 'us-kafka-bootstrap:9093' }),
      whitelist: 'orders\\.v1',
    });
  });

  it('gives its users what they need and no more', () => {
    const { site } = mirrored(StrimziRelease.V0_18);
    const rights = (user: string): string[] => {
      const { acls } = (
        manifest(site, 'KafkaUser', user).spec as {
          authorization: { acls: { resource: { type: string; name: string }; operation: string }[] };
        }
      ).authorization;
      return acls.map(({ resource, operation }) => `${resource.type} ${resource.name} ${operation}`);
    };
    expect(rights('mirror-source')).toEqual(['topic orders.v1 Read', 'group mirror Read']);
    expect(rights('mirror-target')).toEqual(['topic orders.v1 Write']);
  });

  it('is traced through a Jaeger agent', () => {
    const { site, europe, us, orders } = mirrored(StrimziRelease.V0_18);
    new Mirror(site, 'traced', { source: europe, target: us, topics: [orders], tracing: new Jaeger(site, 'jaeger') });
    expect(manifest(site, 'KafkaMirrorMaker', 'traced').spec).toMatchObject({
      tracing: { type: 'jaeger' },
      template: {
        mirrorMakerContainer: { env: expect.arrayContaining([{ name: 'JAEGER_AGENT_HOST', value: 'jaeger-agent' }]) },
      },
    });
  });

  it('is not to be had of a release that has none', () => {
    const { site } = mirrored(StrimziRelease.V1_2, { engine: 'mirrorMaker' });
    const told = findings(site);
    expect(told).toContainEqual(
      expect.objectContaining({
        rule: 'release-has-noun',
        given: 'MirrorMaker 1',
        allowed: expect.stringContaining('0.45.2'),
      }),
    );
    expect(told.map(({ rule }) => rule)).not.toContain('is-writable');
  });
});

describe('a MirrorMaker 2', () => {
  it('keeps names and writes offsets where the release can', () => {
    const { site, us, orders } = mirrored(StrimziRelease.V1_2);
    new Consumer(site, 'warehouse', { topic: orders.at(us) });
    expect(findings(site)).toEqual([]);
    const spec = manifest(site, 'KafkaMirrorMaker2', 'mirror').spec;
    expect(spec).toMatchObject({
      target: { alias: 'us', groupId: 'mirror', configStorageTopic: '__mirror-configs' },
      mirrors: [
        {
          source: { alias: 'europe' },
          topicsPattern: 'orders\\.v1',
          groupsPattern: 'warehouse',
          sourceConnector: {
            config: { 'replication.policy.class': 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy' },
          },
          checkpointConnector: {
            config: { 'sync.group.offsets.enabled': 'true', 'offset-syncs.topic.location': 'target' },
          },
        },
      ],
    });
  });

  it('puts the alias before names where it is asked to', () => {
    const { site, mirror, orders } = mirrored(StrimziRelease.V1_2, { replicationPolicy: 'default' });
    expect(mirror.remoteTopic(orders).topicName).toBe('europe.orders.v1');
    new Consumer(site, 'warehouse', { topic: mirror.remoteTopic(orders) });
    expect(manifest(site, 'KafkaMirrorMaker2', 'mirror').spec).toMatchObject({
      mirrors: [{ groupsPattern: 'warehouse', checkpointConnector: {} }],
    });
  });

  it('of 0.18 cannot keep names', () => {
    const { site } = mirrored(StrimziRelease.V0_18, { engine: 'mirrorMaker2' });
    expect(findings(site)).toMatchObject([
      { rule: 'release-says-field', field: 'replicationPolicy', path: 'site/mirror' },
    ]);
  });

  it('has no consumer group', () => {
    const { site } = mirrored(StrimziRelease.V1_2, { consumerGroup: 'group' });
    expect(findings(site)).toMatchObject([{ field: 'consumerGroup', given: 'group' }]);
  });
});

describe('the names that a mirror gives its clusters', () => {
  const alike = (props: Partial<MirrorProps> = {}) => {
    const site = newSite({ release: StrimziRelease.V0_45, kubernetesCluster: 'blue' }, 'madrid');
    const porto = newNeighbour(site, 'porto');
    const [source, target] = [newCluster(site, 'kafka'), newCluster(porto, 'kafka')];
    const orders = source.addTopic('orders', { partitions: 1, replicas: 3 });
    const mirror = new Mirror(porto, 'mirror', { source, target, topics: [orders], groups: ['stock'], ...props });
    return { site, porto, mirror, orders, spec: manifest(porto, 'KafkaMirrorMaker2', 'mirror').spec };
  };

  it('differ where the clusters are called alike', () => {
    const { site, porto, spec } = alike();
    expect(findings(site)).toMatchObject([
      {
        rule: 'secret-at-hand',
        given: 'kafka-cluster-ca-cert as madrid-kafka-cluster-ca-cert, mirror-source',
        allowed: 'Secrets in namespace porto of blue',
      },
    ]);
    expect(JSON.stringify(spec)).toContain('"secretName":"madrid-kafka-cluster-ca-cert"');
    expect(JSON.stringify(spec)).toContain('"secretName":"kafka-cluster-ca-cert"');
    expect(spec).toMatchObject({
      connectCluster: 'porto-kafka',
      clusters: [{ alias: 'madrid-kafka' }, { alias: 'porto-kafka' }],
      mirrors: [{ sourceCluster: 'madrid-kafka', targetCluster: 'porto-kafka' }],
    });
    const rights = JSON.stringify(manifest(porto, 'KafkaUser', 'mirror-target').spec);
    expect(rights).toContain('"mm2-offset-syncs.madrid-kafka.internal"');
    expect(rights).toContain('"madrid-kafka.checkpoints.internal"');
  });

  it('are chosen where somebody chooses', () => {
    const { spec, mirror, orders } = alike({ sourceAlias: 'm', targetAlias: 'p', replicationPolicy: 'default' });
    expect(spec).toMatchObject({ clusters: [{ alias: 'm' }, { alias: 'p' }] });
    expect(mirror.remoteTopic(orders).topicName).toBe('m.orders');
  });
});

describe('a mirror', () => {
  it('reads and writes as users of its clusters', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const [source, target] = [newCluster(site), newCluster(site, 'us')];
    const users = { sourceUser: target.addUser('shop'), targetUser: source.addUser('till') };
    new Mirror(site, 'mirror', { source, target, topics: [source.addTopic('orders')], ...users });
    expect(findings(site)).toMatchObject([
      { rule: 'grant-at-own-cluster', path: 'site/mirror', field: 'sourceUser', allowed: 'a user of europe' },
      { rule: 'grant-at-own-cluster', path: 'site/mirror', field: 'targetUser', allowed: 'a user of us' },
    ]);
  });

  it('follows readers that nobody asks who they are', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const open = { listeners: [Listener.plain()], authorization: Authorization.none() };
    const [source, target] = [newCluster(site, 'europe', open), newCluster(site, 'us', open)];
    const [orders, bills] = ['orders', 'bills'].map((name) => KafkaTopic.fromTopicName(source, name));
    if (!orders || !bills) throw new Error('no topics');
    new Mirror(site, 'mirror', { source, target, topics: [orders] });
    new Consumer(site, 'warehouse', { topic: orders.at(target) });
    new Streams(site, 'pipe', { source: orders, target: bills });
    expect(manifest(site, 'KafkaMirrorMaker2', 'mirror').spec).toMatchObject({
      mirrors: [{ groupsPattern: 'pipe,warehouse' }],
    });
  });

  it('looks for new consumer groups once a minute, or as often as it is told', () => {
    const interval = (props: Partial<MirrorProps>) => {
      const { site } = mirrored(StrimziRelease.V1_2, { groups: ['stock'], ...props });
      return JSON.stringify(manifest(site, 'KafkaMirrorMaker2', 'mirror').spec);
    };
    expect(interval({})).toContain('"refresh.groups.interval.seconds":60');
    expect(interval({ groupsInterval: Duration.minutes(5) })).toContain('"refresh.groups.interval.seconds":300');
  });

  it('does not copy a cluster onto itself', () => {
    const site = newSite();
    const europe = newCluster(site);
    new Mirror(site, 'mirror', { source: europe, target: europe, topics: [] });
    expect(findings(site)).toContainEqual(
      expect.objectContaining({ rule: 'mirror-ends-apart', path: 'site/mirror', given: 'europe' }),
    );
  });

  it('copies topics of its source', () => {
    const { site, us, orders, europe } = mirrored(StrimziRelease.V0_18);
    new Mirror(site, 'back', { source: us, target: europe, topics: [orders] });
    expect(findings(site)).toContainEqual(expect.objectContaining({ rule: 'mirror-source-topics', path: 'site/back' }));
  });

  it('reaches a cluster elsewhere through an external listener with an address, and not without', () => {
    const site = newSite();
    const us = newCluster(site, 'us');
    const near = newCluster(newSite({}, 'other'), 'near');
    const far = newCluster(newSite({}, 'other'), 'far', {
      listeners: [Listener.tls(), Listener.route({ bootstrapHost: 'far.example.com' })],
    });
    new Mirror(site, 'from-near', { source: near, target: us, topics: [KafkaTopic.fromTopicName(near, 'orders')] });
    new Mirror(site, 'from-far', { source: far, target: us, topics: [KafkaTopic.fromTopicName(far, 'orders')] });
    expect(findings(site).filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'cluster-in-reach', path: 'site/from-near', field: 'source' },
    ]);
    expect(manifest(site, 'KafkaMirrorMaker', 'from-far').spec).toMatchObject({
      consumer: { bootstrapServers: 'far.example.com:443' },
    });
  });
});
