import { App as PlainApp } from 'cdk8s';
import type { KafkaCluster, MirrorProps } from '../../src';
import { KafkaTopic, Listener, Mirror, Site, StrimziRelease } from '../../src';
import { findings, manifest, manifests, newCluster, newNeighbour, newSite } from './harness';

function hub(release: StrimziRelease, props: Partial<MirrorProps> = {}) {
  const site = newSite({ release });
  const [target, europe, us] = ['hub', 'europe', 'us'].map((name) => newCluster(site, name)) as [
    KafkaCluster,
    KafkaCluster,
    KafkaCluster,
  ];
  const topics = [europe, us].map((cluster) =>
    cluster.addTopic('orders', {
      partitions: 1,
      replicas: 3,
      resourceName: `${cluster.clusterName}-orders`,
      topicName: 'orders',
    }),
  );
  const sources = [{ cluster: europe, groups: ['stock'] }, { cluster: us }];
  const mirror = new Mirror(site, 'collect', { sources, target, topics, replicationPolicy: 'default', ...props });
  return { site, target, europe, us, topics, mirror };
}

const spec = (site: Site, name = 'collect') => manifest(site, 'KafkaMirrorMaker2', name).spec;
const rightsOf = (site: Site, user: string): string => JSON.stringify(manifest(site, 'KafkaUser', user).spec);

describe('a mirror of several sources', () => {
  it('is one MirrorMaker 2 with a user at each', () => {
    const { site, mirror } = hub(StrimziRelease.V1_2);
    expect(findings(site)).toEqual([]);
    expect(spec(site)).toMatchObject({
      target: { alias: 'hub', groupId: 'collect' },
      mirrors: [
        {
          source: { alias: 'europe', bootstrapServers: 'europe-kafka-bootstrap:9093' },
          topicsPattern: 'orders',
          groupsPattern: 'stock',
        },
        { source: { alias: 'us', bootstrapServers: 'us-kafka-bootstrap:9093' }, topicsPattern: 'orders' },
      ],
    });
    expect(mirror.sourceUsers.map((user) => user?.userName)).toEqual(['collect-source-europe', 'collect-source-us']);
    expect(rightsOf(site, 'collect-source-us')).toContain('"orders"');
    expect(rightsOf(site, 'collect-source-us')).not.toContain('stock');
    expect(rightsOf(site, 'collect-target')).toContain('"us.orders"');
    expect(rightsOf(site, 'collect-target')).toContain('"mm2-offset-syncs.europe.internal"');
  });

  it('lists its clusters where the release has a list', () => {
    const { site } = hub(StrimziRelease.V0_45);
    expect(findings(site)).toEqual([]);
    expect(spec(site)).toMatchObject({
      connectCluster: 'hub',
      clusters: [{ alias: 'europe' }, { alias: 'us' }, { alias: 'hub' }],
      mirrors: [
        { sourceCluster: 'europe', targetCluster: 'hub' },
        { sourceCluster: 'us', targetCluster: 'hub' },
      ],
    });
  });

  it('is a MirrorMaker 1 for each where the release has no other', () => {
    const { site, mirror } = hub(StrimziRelease.V0_18, { replicationPolicy: 'identity', topics: ['orders'] });
    const made = manifests(site).filter(({ kind }) => kind === 'KafkaMirrorMaker');
    expect(made.map(({ metadata }) => metadata.name)).toEqual(['collect-europe', 'collect-us']);
    expect(made[1]?.spec).toMatchObject({
      consumer: { bootstrapServers: 'us-kafka-bootstrap:9093', groupId: 'collect-us' },
    });
    expect(mirror.sourceUsers.map((user) => user?.userName)).toEqual(['collect-europe-source', 'collect-us-source']);
    // No offsets are copied, which were asked for of one source.
    expect(findings(site)).toMatchObject([{ rule: 'release-says-field', path: 'site/collect', field: 'groups' }]);
  });

  it('copies names from every source, and a topic from its own cluster', () => {
    const { site, topics } = hub(StrimziRelease.V1_2, { topics: ['bills'] });
    expect(spec(site)).toMatchObject({ mirrors: [{ topicsPattern: 'bills' }, { topicsPattern: 'bills' }] });
    expect(topics).toHaveLength(2);
    const apart = hub(StrimziRelease.V1_2);
    const own = [apart.europe.addTopic('bills'), apart.us.addTopic('invoices')];
    new Mirror(apart.site, 'own', {
      sources: [{ cluster: apart.europe }, { cluster: apart.us }],
      target: apart.target,
      topics: own,
    });
    expect(spec(apart.site, 'own')).toMatchObject({
      mirrors: [{ topicsPattern: 'bills' }, { topicsPattern: 'invoices' }],
    });
    const far = KafkaTopic.fromTopicName(newCluster(newSite({}, 'far')), 'orders');
    expect(findings(hub(StrimziRelease.V1_2, { topics: [far] }).site)).toContainEqual(
      expect.objectContaining({ rule: 'mirror-source-topics', field: 'topics' }),
    );
  });

  it('refuses an alias that two of them have', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const [target, europe, us] = ['hub', 'europe', 'us'].map((name) => newCluster(site, name)) as [
      KafkaCluster,
      KafkaCluster,
      KafkaCluster,
    ];
    const sources = [
      { cluster: europe, alias: 'x' },
      { cluster: us, alias: 'x' },
    ];
    new Mirror(site, 'collect', { sources, target, topics: ['orders'], replicationPolicy: 'default' });
    expect(findings(site)).toContainEqual(
      expect.objectContaining({ rule: 'mirror-clusters', field: 'spec.mirrors[1]' }),
    );
  });

  it('has to have one', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    new Mirror(site, 'mirror', { target: newCluster(site), topics: ['orders'] });
    expect(findings(site)).toMatchObject([{ rule: 'prop-missing', field: 'source', path: 'site/mirror' }]);
  });
});

describe('mirrors of one name at several sites', () => {
  const twins = () => {
    const site = newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'blue', waivers: {} }, 'hub');
    const target = newCluster(site, 'hub');
    const [madrid, porto] = ['madrid', 'porto'].map((name) => newNeighbour(site, name)) as [Site, Site];
    for (const at of [madrid, porto]) {
      new Mirror(at, 'mirror', {
        source: newCluster(at, 'kafka'),
        target,
        topics: ['orders'],
        replicationPolicy: 'default',
      });
    }
    return { site, madrid, porto };
  };

  it('have groups, topics and users of their own at one target', () => {
    const { site, madrid, porto } = twins();
    expect(findings(site).filter(({ rule }) => rule !== 'secret-at-hand')).toMatchObject([
      // Their sources are called alike, which aliases mend.
      { rule: 'mirror-aliases', path: 'porto/mirror', given: 'kafka' },
    ]);
    expect([madrid, porto].map((at) => spec(at, 'mirror'))).toMatchObject([
      { target: { groupId: 'madrid-mirror', configStorageTopic: '__madrid-mirror-configs' } },
      { target: { groupId: 'porto-mirror', statusStorageTopic: '__porto-mirror-status' } },
    ]);
    expect(rightsOf(site, 'mirror-target')).toContain('__madrid-mirror-');
    expect(rightsOf(site, 'porto-mirror-target')).toContain('__porto-mirror-');
  });
});

describe('what a mirror derives', () => {
  const one = (props: Partial<MirrorProps>, release = StrimziRelease.V1_2) => {
    const site = newSite({ release });
    const [source, target] = [newCluster(site), newCluster(site, 'us')];
    new Mirror(site, 'mirror', { source, target, topics: ['orders'], ...props });
    return site;
  };

  it('covers prefixes, patterns and exclusions, with rights that follow', () => {
    const site = one({
      topics: [{ prefix: 'shop.' }, { pattern: 'bills-[0-9]+' }],
      excludedTopics: ['shop.secret'],
      groups: [{ prefix: 'connect-' }],
    });
    expect(findings(site)).toEqual([]);
    expect(spec(site, 'mirror')).toMatchObject({
      mirrors: [
        {
          topicsPattern: 'bills-[0-9]+,shop\\..*',
          topicsExcludePattern: '.*[\\-\\.]internal,.*\\.replica,__.*,shop\\.secret',
          groupsPattern: 'connect-.*',
          groupsExcludePattern: 'console-consumer-.*,__.*',
        },
      ],
    });
    const acls = JSON.stringify(manifest(site, 'KafkaUser', 'mirror-source').spec);
    expect(acls).toContain('"name":"shop.","patternType":"prefix"');
    expect(acls).toContain('"name":"bills-","patternType":"prefix"');
  });

  it('asks for what bounds a pattern, and takes everything where that is said', () => {
    expect(findings(one({ topics: [{ pattern: '.*' }] }))).toMatchObject([{ rule: 'mirror-rights' }]);
    expect(findings(one({ groups: [{ pattern: '(a|b).+' }] }))).toMatchObject([
      { rule: 'mirror-bounds', field: 'groups' },
    ]);
    const all = one({ topics: [{ pattern: '.*', within: '*' }] });
    expect(findings(all)).toEqual([]);
    expect(rightsOf(all, 'mirror-source')).toContain('"name":"*"');
  });

  it('refuses names that Kafka has not', () => {
    const site = one({ topics: ['*', { prefix: '' }], groups: ['*'] });
    // Nothing that comes of them is told besides, such as rights to them.
    expect(findings(site)).toMatchObject([
      { rule: 'legal-name', field: 'topics', given: '*' },
      { rule: 'legal-name', field: 'topics', given: '' },
      { rule: 'legal-name', field: 'groups', given: '*' },
    ]);
  });

  it('is exact on request, with rights to its transactions', () => {
    const site = one({ exactlyOnce: true });
    expect(findings(site)).toEqual([]);
    expect(spec(site, 'mirror')).toMatchObject({
      target: { config: { 'exactly.once.source.support': 'enabled' } },
      mirrors: [{ sourceConnector: { config: { 'consumer.isolation.level': 'read_committed' } } }],
    });
    const acls = rightsOf(site, 'mirror-target');
    expect(acls).toContain('"name":"connect-cluster-mirror","patternType":"literal"');
    expect(acls).toContain('"name":"mirror-europe->us.MirrorSourceConnector-","patternType":"prefix"');
    expect(findings(one({ exactlyOnce: true }, StrimziRelease.of('0.35')))).toContainEqual(
      expect.objectContaining({ rule: 'release-says-field', field: 'exactlyOnce' }),
    );
  });

  it('writes heartbeats where the API has a connector for them, and says where not', () => {
    const site = one({ heartbeats: true }, StrimziRelease.V0_45);
    expect(findings(site)).toEqual([]);
    expect(spec(site, 'mirror')).toMatchObject({
      mirrors: [{ heartbeatConnector: { config: { 'heartbeats.topic.replication.factor': 3 } } }],
    });
    expect(rightsOf(site, 'mirror-target')).toContain('"europe.heartbeats"');
    expect(findings(one({ heartbeats: true }))).toMatchObject([
      { rule: 'release-says-field', field: 'spec.mirrors[0].heartbeatConnector' },
    ]);
  });

  it('can be said otherwise, and rights follow', () => {
    const workerNames = {
      groupId: 'mine',
      configStorageTopic: 'mine-configs',
      offsetStorageTopic: 'mine-offsets',
      statusStorageTopic: 'mine-status',
    };
    const site = one({ offsetSyncs: 'source', workerNames, workerConfig: { 'config.storage.replication.factor': 2 } });
    expect(findings(site)).toEqual([]);
    expect(spec(site, 'mirror')).toMatchObject({
      target: {
        ...workerNames,
        config: { 'config.storage.replication.factor': 2, 'offset.storage.replication.factor': 3 },
      },
      mirrors: [{ sourceConnector: { config: { 'offset-syncs.topic.location': 'source' } } }],
    });
    expect(rightsOf(site, 'mirror-target')).toContain('"mine-status"');
    expect(rightsOf(site, 'mirror-target')).not.toContain('__mirror');
    expect(rightsOf(site, 'mirror-source')).toContain('"mm2-offset-syncs.us.internal"');
  });

  it('names topics with a separator or as a class of the team does', () => {
    const dashed = one({ replicationPolicy: { separator: '-' }, groups: ['stock'] });
    expect(spec(dashed, 'mirror')).toMatchObject({
      mirrors: [
        {
          sourceConnector: { config: { 'replication.policy.separator': '-' } },
          checkpointConnector: { config: { 'replication.policy.separator': '-' } },
        },
      ],
    });
    expect(rightsOf(dashed, 'mirror-target')).toContain('"europe-checkpoints-internal"');
    expect(rightsOf(dashed, 'mirror-target')).toContain('"europe-orders"');
    const own = one({ replicationPolicy: { className: 'com.example.Mine', names: '{topic}-of-{source}' } });
    expect(rightsOf(own, 'mirror-target')).toContain('"orders-of-europe"');
    expect(findings(one({ replicationPolicy: { className: 'com.example.Mine', names: '{source}' } }))).toMatchObject([
      { rule: 'prop-value', field: 'replicationPolicy.names' },
    ]);
  });

  it('warns of a class of the team that keeps names, of which nobody sees whether it leads in a circle', () => {
    const keeps = one({ replicationPolicy: { className: 'com.example.Keep', names: '{topic}' } });
    expect(findings(keeps)).toMatchObject([
      { rule: 'prop-value', severity: 'warning', effect: 'unlooked', field: 'replicationPolicy.names' },
    ]);
  });
});

test('an expression that cannot be read is told once, by the rule on patterns', () => {
  const site = newSite();
  const [source, target] = [newCluster(site, 'a'), newCluster(site, 'b')];
  new Mirror(site, 'm', { source, target, topics: [{ pattern: '(' }] });
  expect(findings(site)).toMatchObject([
    { rule: 'mirror-pattern', message: expect.stringContaining('unterminated group') },
  ]);
});

describe('a mesh', () => {
  it('of one cluster, or of no topic, is told to copy nothing', () => {
    const site = newSite();
    const [cluster, other] = [newCluster(site, 'a'), newCluster(site, 'b')];
    Mirror.mesh(site, 'alone', { clusters: [cluster, cluster], topics: ['orders'] });
    Mirror.mesh(site, 'silent', { clusters: [cluster, other] });
    expect(findings(site)).toMatchObject([
      {
        rule: 'prop-value',
        path: site.node.path,
        field: 'mesh(clusters)',
        allowed: 'two different Kafka clusters at least',
      },
      { rule: 'prop-value', path: 'site', field: 'mesh(topics)', message: expect.stringContaining('"silent"') },
    ]);
  });

  it('has a mirror into each cluster, at its site, by aliases that are everywhere the same', () => {
    const app = new PlainApp();
    const waivers = { 'secret-at-hand': 'They are copied.', 'granted-elsewhere': 'It is granted.' };
    const clusters = ['madrid', 'porto', 'lisbon'].map((name) => {
      const site = new Site(app, name, { release: StrimziRelease.V1_2, waivers });
      return newCluster(site, 'kafka', {
        listeners: [Listener.tls(), Listener.route({ bootstrapHost: `${name}.example.com` })],
      });
    });
    const mirrors = Mirror.mesh(app, 'mesh', { clusters, topics: ['orders'] });
    expect(mirrors.map(({ node }) => node.path)).toEqual([
      'madrid/mesh-to-madrid-kafka',
      'porto/mesh-to-porto-kafka',
      'lisbon/mesh-to-lisbon-kafka',
    ]);
    const [madrid] = clusters as [KafkaCluster];
    expect(findings(madrid.site).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(mirrors.map((mirror) => spec(mirror.site, mirror.name))).toMatchObject([
      {
        target: { alias: 'madrid-kafka' },
        mirrors: [{ source: { alias: 'porto-kafka' } }, { source: { alias: 'lisbon-kafka' } }],
      },
      {
        target: { alias: 'porto-kafka' },
        mirrors: [{ source: { alias: 'madrid-kafka' } }, { source: { alias: 'lisbon-kafka' } }],
      },
      { target: { alias: 'lisbon-kafka' } },
    ]);
    expect(JSON.stringify(spec(madrid.site, 'mesh-to-madrid-kafka'))).not.toContain('IdentityReplicationPolicy');
    expect(JSON.stringify(spec(madrid.site, 'mesh-to-madrid-kafka'))).toContain('"porto-kafka-cluster-ca-cert"');
  });

  it('has none into a cluster that nothing comes to, and refuses names that go round', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const clusters = ['a', 'b', 'c'].map((name) => newCluster(site, name));
    const topics = [KafkaTopic.fromTopicName(clusters[0] as KafkaCluster, 'orders')];
    const mirrors = Mirror.mesh(site, 'mesh', { clusters, topics });
    expect(mirrors.map(({ name }) => name)).toEqual(['mesh-to-b', 'mesh-to-c']);
    expect(findings(site)).toEqual([]);
    Mirror.mesh(site, 'round', { clusters, topics: ['bills'], replicationPolicy: 'identity' });
    expect(findings(site)).toContainEqual(expect.objectContaining({ rule: 'mirror-loop', given: 'bills' }));
  });
});

describe('Secrets that come from elsewhere', () => {
  const sites = () => {
    const madrid = newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'blue' }, 'madrid');
    return [madrid, newNeighbour(madrid, 'porto')] as const;
  };

  it('overwrite none that are there, nor each other, whoever is told of first', () => {
    const [madrid, porto] = sites();
    const [there, here] = [newCluster(madrid, 'kafka'), newCluster(porto, 'other')];
    for (const [at, source, target] of [
      [madrid, here, there],
      [porto, there, here],
    ] as const) {
      const name = source.clusterName;
      new Mirror(at, 'mirror', { source, target, topics: [`of-${name}`], replicationPolicy: 'default' });
    }
    newCluster(porto, 'kafka');
    const spelled = JSON.stringify(spec(porto, 'mirror'));
    expect(spelled).toContain('"secretName":"madrid-kafka-cluster-ca-cert"');
    expect(spelled).toContain('"secretName":"madrid-mirror-source"');
    expect(JSON.stringify(spec(madrid, 'mirror'))).toContain('"secretName":"other-cluster-ca-cert"');
    expect(findings(madrid).map(({ path, given }) => [path, given])).toEqual([
      ['madrid/mirror', 'other-cluster-ca-cert, mirror-source as porto-mirror-source'],
      ['porto/mirror', 'kafka-cluster-ca-cert as madrid-kafka-cluster-ca-cert, mirror-source as madrid-mirror-source'],
    ]);
  });
});
