import { JsonPatch } from 'cdk8s';
import {
  Jaeger,
  KafkaCluster,
  KafkaBridge,
  KafkaConnect,
  KafkaConnector,
  KafkaRebalance,
  KafkaTopic,
  KafkaUser,
  Listener,
  Placement,
  Rack,
  StrimziRelease,
  type KafkaConnectProps,
  type Site,
} from '../../src';
import { findings, manifest, manifests, newCluster, newSite } from './harness';

function at(release: StrimziRelease): Site {
  return newSite({ release, kubernetesCluster: 'here' });
}

const DATABASE = { class: 'io.debezium.connector.postgresql.PostgresConnector', tasksMax: 2 };

function aclsOf(site: Site, user: string): Record<string, string[]> {
  const { authorization } = manifest(site, 'KafkaUser', user).spec as unknown as {
    authorization: { acls: { resource: { type: string; name: string }; operations: string[] }[] };
  };
  return Object.fromEntries(
    authorization.acls.map(({ resource, operations }) => [`${resource.type} ${resource.name}`, operations]),
  );
}

describe('a Kafka Connect', () => {
  it('is wired to its cluster, with a user, names and replicas of its own', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    new KafkaConnect(site, 'pipes', { cluster, replicas: 2, config: { 'offset.flush.interval.ms': 1000 } });
    expect(manifest(site, 'KafkaConnect', 'pipes')).toMatchObject({
      metadata: { annotations: { 'strimzi.io/use-connector-resources': 'true' } },
      spec: {
        replicas: 2,
        bootstrapServers: 'europe-kafka-bootstrap:9093',
        tls: { trustedCertificates: [{ secretName: 'europe-cluster-ca-cert', certificate: 'ca.crt' }] },
        authentication: { type: 'tls', certificateAndKey: { secretName: 'pipes' } },
        groupId: 'pipes',
        configStorageTopic: 'pipes-configs',
        offsetStorageTopic: 'pipes-offsets',
        statusStorageTopic: 'pipes-status',
        config: {
          'config.storage.replication.factor': 3,
          'offset.flush.interval.ms': 1000,
          'offset.storage.replication.factor': 3,
          'status.storage.replication.factor': 3,
        },
      },
    });
    expect(aclsOf(site, 'pipes')).toMatchObject({
      'group pipes': ['Read'],
      'topic pipes-configs': expect.arrayContaining(['Read', 'Write', 'Create']),
      'topic pipes-offsets': expect.arrayContaining(['Read', 'Write', 'Create']),
      'topic pipes-status': expect.arrayContaining(['Read', 'Write', 'Create']),
    });
    expect(findings(site)).toEqual([]);
  });

  it('asks for no more replicas of its topics than there are brokers, and for the default where nobody knows', () => {
    const site = at(StrimziRelease.V1_2);
    const factor = (id: string): unknown =>
      (manifest(site, 'KafkaConnect', id).spec?.['config'] as Record<string, unknown>)[
        'config.storage.replication.factor'
      ];
    new KafkaConnect(site, 'one', { cluster: newCluster(site, 'small', { brokers: 1 }) });
    expect(factor('one')).toBe(1);
    const unseen = KafkaCluster.fromClusterName(site, 'central');
    new KafkaConnect(site, 'two', { cluster: unseen });
    expect(factor('two')).toBe(-1);
  });

  it.each(StrimziRelease.ALL.map((release) => [release.name, release] as const))('is sound on %s', (_, release) => {
    const site = at(release);
    const cluster = newCluster(site);
    const connect = new KafkaConnect(site, 'pipes', {
      cluster,
      env: [
        { name: 'LEVEL', value: 'x' },
        { name: 'DB_PASSWORD', secret: { secret: 'db', key: 'password' } },
      ],
      files: [
        { name: 'db', secret: 'db' },
        { name: 'maps', configMap: 'maps' },
      ],
      resources: { requests: { cpu: '1' } },
      placement: Placement.zone('a'),
    });
    connect.addConnector('changes', { ...DATABASE, config: { 'topic.prefix': 'shop' } });
    new KafkaBridge(site, 'http', { cluster, consumer: { config: { 'auto.offset.reset': 'earliest' } } });
    expect(findings(site)).toEqual([]);
    expect(manifests(site).filter(({ kind }) => /Connect|Bridge/.test(kind))).toHaveLength(3);
  });

  it.each([StrimziRelease.V0_22, StrimziRelease.V0_45, StrimziRelease.V1_2])(
    'may have no files in a list at %s',
    (release) => {
      const site = at(release);
      new KafkaConnect(site, 'pipes', { cluster: newCluster(site), files: [], env: [] });
      expect(findings(site)).toEqual([]);
    },
  );

  it('has variables and files where the release takes them', () => {
    const files = {
      cluster: undefined as never,
      files: [{ name: 'db', secret: 'creds' }],
      env: [{ name: 'PASSWORD', secret: { secret: 'creds', key: 'p' } }],
    } satisfies KafkaConnectProps;
    const specOf = (release: StrimziRelease) => {
      const site = at(release);
      new KafkaConnect(site, 'pipes', { ...files, cluster: newCluster(site) });
      return manifest(site, 'KafkaConnect', 'pipes').spec;
    };
    const variable = { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'creds', key: 'p' } } };
    const volume = { name: 'db', secret: { secretName: 'creds' } };
    expect(specOf(StrimziRelease.V0_22)).toMatchObject({
      externalConfiguration: { env: [variable], volumes: [volume] },
    });
    expect(specOf(StrimziRelease.V0_45)).toMatchObject({
      externalConfiguration: { env: [variable] },
      template: {
        pod: { volumes: [volume] },
        connectContainer: { volumeMounts: [{ name: 'db', mountPath: '/mnt/db' }] },
      },
    });
    const newest = specOf(StrimziRelease.V1_2);
    expect(newest).toMatchObject({ template: { pod: { volumes: [volume] }, connectContainer: { env: [variable] } } });
    expect(newest).not.toHaveProperty('externalConfiguration');
  });

  it('is told of words that a release means to drop where the program chose them, and not the library', () => {
    const told = (overrides?: KafkaConnectProps['overrides'], ...patches: readonly JsonPatch[]) => {
      const site = at(StrimziRelease.V0_45);
      const env = [{ name: 'PASSWORD', secret: { secret: 'creds', key: 'p' } }];
      const connect = new KafkaConnect(site, 'pipes', { cluster: newCluster(site), env, overrides });
      connect.addJsonPatch(...patches);
      return findings(site).filter(({ rule }) => rule === 'deprecated-fields');
    };
    expect(told()).toEqual([]);
    expect(told({ spec: { jvmOptions: { '-Xmx': '1g' } } })).toEqual([]);
    expect(told({ spec: { externalConfiguration: { env: [] } } })).toMatchObject([
      { field: 'spec.externalConfiguration' },
    ]);
    expect(told(undefined, JsonPatch.add('/spec/template', { deployment: {} }))).toMatchObject([
      { field: 'spec.template.deployment' },
    ]);
  });

  it('names in its configuration, before there are fields, what its workers keep', () => {
    const site = at(StrimziRelease.V0_45);
    new KafkaConnect(site, 'pipes', { cluster: newCluster(site), groupId: 'others' });
    expect(manifest(site, 'KafkaConnect', 'pipes').spec).toMatchObject({
      config: { 'group.id': 'others', 'config.storage.topic': 'pipes-configs' },
    });
    expect(aclsOf(site, 'pipes')).toHaveProperty('group others');
  });

  it('builds plugins, knows racks, and traces itself', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    new KafkaConnect(site, 'pipes', {
      cluster,
      rack: Rack.zones(),
      tracing: new Jaeger(site, 'jaeger', { host: 'jaeger.example.com' }),
      build: {
        output: { type: 'docker', image: 'registry.example.com/pipes:1', pushSecret: 'registry' },
        plugins: [
          { name: 'debezium', artifacts: [{ type: 'tgz', url: 'https://example.com/d.tgz', sha512sum: 'ab' }] },
          { name: 'camel', artifacts: [{ type: 'maven', group: 'g', artifact: 'a', version: '1' }] },
        ],
      },
    });
    expect(manifest(site, 'KafkaConnect', 'pipes').spec).toMatchObject({
      rack: { topologyKey: 'topology.kubernetes.io/zone' },
      tracing: { type: 'opentelemetry' },
      template: { connectContainer: { env: expect.arrayContaining([{ name: 'OTEL_SERVICE_NAME', value: 'pipes' }]) } },
      build: {
        output: { type: 'docker', image: 'registry.example.com/pipes:1', pushSecret: 'registry' },
        plugins: [{ name: 'debezium' }, { artifacts: [{ type: 'maven', group: 'g', artifact: 'a', version: '1' }] }],
      },
    });
    expect(findings(site)).toEqual([]);
  });

  it('shares nothing with another one of its cluster, and is told where it does', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    new KafkaConnect(site, 'one', { cluster });
    new KafkaConnect(site, 'two', { cluster });
    expect(findings(site)).toEqual([]);
    new KafkaConnect(site, 'three', { cluster, groupId: 'one' });
    expect(findings(site)).toMatchObject([{ rule: 'worker-names', path: 'site/three', field: 'spec.groupId' }]);
  });

  it('asks an open cluster for no user, and takes one that it is given', () => {
    const site = at(StrimziRelease.V1_2);
    const open = newCluster(site, 'open', { listeners: [Listener.plain()] });
    expect(new KafkaConnect(site, 'free', { cluster: open }).user).toBeUndefined();
    const cluster = newCluster(site);
    const user = cluster.addUser('shared');
    expect(new KafkaConnect(site, 'pipes', { cluster, user }).user).toBe(user);
    expect(aclsOf(site, 'shared')).toHaveProperty('group pipes');
  });

  it('is told a Kafka version that the release does not run', () => {
    const site = at(StrimziRelease.V1_2);
    new KafkaConnect(site, 'pipes', { cluster: newCluster(site), version: '2.5.0' });
    expect(findings(site)).toMatchObject([{ rule: 'kafka-version', field: 'spec.version' }]);
  });
});

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
