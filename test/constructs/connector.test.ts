import { KafkaConnect, KafkaConnector, KafkaTopic, KafkaUser, StrimziRelease, type Site } from '../../src';
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

describe('a connector', () => {
  it('reads topics as a group of its own, and writes to others, as the user of its workers', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    const [orders, payments, changes] = ['orders', 'payments', 'changes'].map((id) => cluster.addTopic(id));
    const connect = new KafkaConnect(site, 'pipes', { cluster });
    connect.addConnector('sink', { class: 'FileSink', topics: [orders!, payments!] });
    connect.addConnector('source', { class: 'FileSource', producesTo: [changes!], config: { topic: 'changes' } });
    expect(manifest(site, 'KafkaConnector', 'sink')).toMatchObject({
      metadata: { labels: { 'strimzi.io/cluster': 'pipes' } },
      spec: { class: 'FileSink', config: { topics: 'orders,payments' } },
    });
    expect(aclsOf(site, 'pipes')).toMatchObject({
      'topic orders': ['Read'],
      'topic payments': ['Read'],
      'topic changes': ['Write'],
      'group connect-sink': ['Read'],
    });
    expect(findings(site)).toEqual([]);
  });

  it('reads as the group that its settings name', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    const topics = [cluster.addTopic('orders')];
    const config = { 'consumer.override.group.id': 'mine' };
    new KafkaConnect(site, 'pipes', { cluster }).addConnector('sink', { class: 'FileSink', topics, config });
    expect(aclsOf(site, 'pipes')).toHaveProperty('group mine');
    expect(aclsOf(site, 'pipes')).not.toHaveProperty('group connect-sink');
  });

  it('has rights to what its settings alone name', () => {
    const site = at(StrimziRelease.V1_2);
    const connect = new KafkaConnect(site, 'pipes', { cluster: newCluster(site) });
    connect.addConnector('named', { class: 'FileSink', config: { topics: 'orders, bills' } });
    connect.addConnector('found', { class: 'FileSink', config: { 'topics.regex': 'audit\\..*' } });
    connect.addConnector('all', { class: 'FileSink', config: { 'topics.regex': '.*' } });
    const acls = aclsOf(site, 'pipes');
    expect(acls).toMatchObject({ 'topic orders': ['Read'], 'topic bills': ['Read'], 'topic audit.': ['Read'] });
    expect(acls).toMatchObject({ 'group connect-named': ['Read'], 'group connect-found': ['Read'] });
    expect(Object.keys(acls)).not.toContain('topic ');
  });

  it('may write to the topic of what it fails on, and make it where a setting names it', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    const [orders, failed] = ['orders', 'failed'].map((id) => cluster.addTopic(id, { partitions: 1, replicas: 2 }));
    const connect = new KafkaConnect(site, 'pipes', { cluster });
    const config = { 'errors.tolerance': 'all' } as const;
    connect.addConnector('prop', { class: 'FileSink', topics: [orders!], deadLetters: failed!, config });
    const dead = { ...config, 'errors.deadletterqueue.topic.name': 'lost' };
    connect.addConnector('setting', { class: 'FileSink', topics: [orders!], config: dead });
    expect(manifest(site, 'KafkaConnector', 'prop').spec).toMatchObject({
      config: { topics: 'orders', 'errors.deadletterqueue.topic.name': 'failed' },
    });
    expect(aclsOf(site, 'pipes')).toMatchObject({ 'topic failed': ['Write'], 'topic lost': ['Write', 'Create'] });
    expect(findings(site)).toEqual([]);
    connect.addConnector('both', { class: 'FileSink', topics: [orders!], deadLetters: failed!, config: dead });
    expect(findings(site)).toMatchObject([
      { path: 'site/pipes/both', field: 'config["errors.deadletterqueue.topic.name"]', given: 'lost' },
    ]);
  });

  it('may use the transactional ids of its tasks where workers have sources write each record once', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    const orders = cluster.addTopic('orders', { partitions: 1, replicas: 2 });
    const once = { 'exactly.once.source.support': 'enabled' } as const;
    const connect = new KafkaConnect(site, 'pipes', { cluster, groupId: 'workers', config: once });
    connect.addConnector('source', { class: 'FileSource', producesTo: [orders] });
    connect.addConnector('sink', { class: 'FileSink', topics: [orders] });
    const acls = aclsOf(site, 'pipes');
    expect(acls).toHaveProperty('transactionalId workers-source-', ['Write']);
    expect(acls).not.toHaveProperty('transactionalId workers-sink-');
    const plain = new KafkaConnect(site, 'plain', { cluster });
    plain.addConnector('plain-source', { class: 'FileSource', producesTo: [orders] });
    expect(JSON.stringify(aclsOf(site, 'plain'))).not.toContain('transactional');
    const central = KafkaConnect.fromConnectName(site, 'central', {
      cluster,
      user: cluster.addUser('c'),
      transactionGroup: 'g',
    });
    new KafkaConnector(central, 'theirs', { class: 'FileSource' });
    expect(aclsOf(site, 'c')).toHaveProperty('transactionalId g-theirs-');
  });

  it('is told where its settings name other topics than it has rights to', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    const connect = new KafkaConnect(site, 'pipes', { cluster });
    const topics = [cluster.addTopic('orders', { partitions: 1, replicas: 2 })];
    connect.addConnector('twice', { class: 'FileStreamSink', topics, config: { topics: 'bills' } });
    connect.addConnector('pattern', { class: 'FileStreamSink', topics, config: { 'topics.regex': 'bills.*' } });
    connect.addConnector('once', { class: 'FileStreamSink', topics: [], config: { topics: 'orders' } });
    const told = findings(site).filter(({ rule }) => rule === 'prop-value');
    expect(told).toMatchObject([
      { path: 'site/pipes/twice', field: 'config.topics', given: 'bills', severity: 'warning' },
      { path: 'site/pipes/pattern', field: 'config["topics.regex"]', given: 'bills.*' },
    ]);
    expect(told).toHaveLength(2);
  });

  it('belongs to a Kafka Connect of somebody else as well', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    const user = KafkaUser.fromUserName(cluster, 'theirs');
    const connect = KafkaConnect.fromConnectName(site, 'central', { cluster, user });
    new KafkaConnector(connect, 'sink', { class: 'FileSink', topics: [KafkaTopic.fromTopicName(cluster, 'orders')] });
    expect(manifest(site, 'KafkaConnector', 'sink').metadata.labels).toEqual({ 'strimzi.io/cluster': 'central' });
    const told = findings(site);
    expect(told).toMatchObject([{ rule: 'granted-elsewhere' }]);
    expect(JSON.stringify(told)).toMatch(/orders.*connect-sink/);
  });

  it('manages its offsets, restarts and state', () => {
    const site = at(StrimziRelease.V1_2);
    new KafkaConnect(site, 'pipes', { cluster: newCluster(site) }).addConnector('source', {
      class: 'FileSource',
      state: 'stopped',
      autoRestart: { enabled: true, maxRestarts: 5 },
      listOffsetsTo: 'offsets',
      alterOffsetsFrom: 'wanted',
      offsets: 'alter',
    });
    expect(manifest(site, 'KafkaConnector', 'source')).toMatchObject({
      metadata: { annotations: { 'strimzi.io/connector-offsets': 'alter' } },
      spec: {
        state: 'stopped',
        autoRestart: { enabled: true, maxRestarts: 5 },
        listOffsets: { toConfigMap: { name: 'offsets' } },
        alterOffsets: { fromConfigMap: { name: 'wanted' } },
      },
    });
    expect(findings(site)).toEqual([]);
  });

  it.each([StrimziRelease.V0_22, StrimziRelease.V0_37])(
    'waits where $name has no states, and is told that it cannot be stopped there',
    (release) => {
      const site = at(release);
      const connect = new KafkaConnect(site, 'pipes', { cluster: newCluster(site) });
      connect.addConnector('waits', { class: 'FileSource', state: 'paused' });
      expect(manifest(site, 'KafkaConnector', 'waits').spec).toMatchObject({ pause: true });
      expect(findings(site)).toEqual([]);
      connect.addConnector('stopped', { class: 'FileSource', state: 'stopped' });
      expect(findings(site)).toMatchObject([
        {
          rule: 'release-says-field',
          path: 'site/pipes/stopped',
          field: 'spec.state',
          remedy: expect.stringContaining('Strimzi 0.38.0') as string,
          message: expect.stringContaining('written as paused') as string,
        },
      ]);
    },
  );

  it('is restarted, as a whole or one task of it, beside annotations of its own', () => {
    const site = at(StrimziRelease.V1_2);
    const connect = new KafkaConnect(site, 'pipes', { cluster: newCluster(site) });
    connect.addConnector('sink', { class: 'X', restart: true, restartTask: 0, annotations: { team: 'shop' } });
    connect.addConnector('still', { class: 'X', restart: false });
    expect(manifest(site, 'KafkaConnector', 'sink').metadata).toMatchObject({
      annotations: { team: 'shop', 'strimzi.io/restart': 'true', 'strimzi.io/restart-task': '0' },
    });
    expect(manifest(site, 'KafkaConnector', 'still').metadata).not.toHaveProperty('annotations');
    expect(findings(site)).toEqual([]);
    const early = at(StrimziRelease.V0_20);
    const pipes = new KafkaConnect(early, 'pipes', { cluster: newCluster(early) });
    pipes.addConnector('sink', { class: 'X', restart: true, restartTask: 1 });
    expect(findings(early).map(({ rule, field }) => [rule, field])).toEqual([
      ['annotation-values', 'metadata.annotations["strimzi.io/restart"]'],
      ['annotation-values', 'metadata.annotations["strimzi.io/restart-task"]'],
    ]);
    connect.addConnector('wrong', { class: 'X', restartTask: -1 });
    expect(findings(site)).toMatchObject([{ rule: 'prop-value', field: 'restartTask' }]);
  });

  it('is told where it is of no Kafka Connect, of one elsewhere, or of one that takes no connectors', () => {
    const site = at(StrimziRelease.V1_2);
    new KafkaConnector(site, 'stray', { class: 'X' });
    expect(findings(site)).toMatchObject([{ rule: 'prop-missing', path: 'site/stray', field: 'connect' }]);

    const other = at(StrimziRelease.V1_2);
    const connect = new KafkaConnect(other, 'pipes', { cluster: newCluster(other), connectorResources: false });
    connect.addConnector('sink', { class: 'X' });
    expect(findings(other)).toMatchObject([{ rule: 'connector-cluster', path: 'site/pipes/sink' }]);
  });
});
