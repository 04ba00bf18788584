import { JsonPatch, Lazy } from 'cdk8s';
import type { Overrides } from '../../src';
import { Consumer, KafkaTopic, Listener, Mirror, NodePool, Platform, StrimziRelease, Exposure } from '../../src';
import { claim, findings, manifest, newCluster, newSite } from './harness';

const modern = () => newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'here' });

describe('overrides', () => {
  it('are merged into what the library writes, map by map', () => {
    const site = modern();
    newCluster(site, 'europe', {
      overrides: {
        spec: { kafka: { jvmOptions: { '-Xms': '2g' }, config: { 'num.partitions': 6 } }, kafkaExporter: {} },
      },
    });
    expect(manifest(site, 'Kafka', 'europe').spec).toMatchObject({
      kafka: {
        version: '4.3.1',
        jvmOptions: { '-Xms': '2g' },
        config: { 'num.partitions': 6, 'min.insync.replicas': 2 },
      },
      kafkaExporter: {},
      entityOperator: { topicOperator: {}, userOperator: {} },
    });
    expect(findings(site)).toEqual([]);
  });

  it('leave labels beside those that say what an object belongs to', () => {
    const site = modern();
    newCluster(site).addTopic('orders', { labels: { team: 'shop' }, overrides: { spec: { config: { a: 'b' } } } });
    expect(manifest(site, 'KafkaTopic', 'orders').metadata.labels).toEqual({
      'strimzi.io/cluster': 'europe',
      team: 'shop',
    });
  });

  it('take a field away by null, also one that they bring themselves', () => {
    const site = modern();
    newCluster(site, 'europe', {
      overrides: { spec: { entityOperator: { topicOperator: null }, kafkaExporter: { image: null, topicRegex: 'a' } } },
    });
    const { spec } = manifest(site, 'Kafka', 'europe');
    expect(spec).toMatchObject({ entityOperator: { userOperator: {} }, kafkaExporter: { topicRegex: 'a' } });
    expect(JSON.stringify(spec)).not.toMatch(/topicOperator|image|null/);
  });

  it('merge lists by the names of their items, whatever order they are in', () => {
    const site = modern();
    newCluster(site, 'europe', {
      listeners: [Listener.plain(), Listener.tls()],
      overrides: {
        spec: {
          kafka: {
            listeners: [
              { name: 'tls', configuration: { maxConnections: 5 } },
              { name: 'more', port: 9099, type: 'internal', tls: false },
            ],
          },
        },
      },
    });
    const { kafka } = manifest(site, 'Kafka', 'europe').spec as { kafka: { listeners: unknown[] } };
    expect(kafka.listeners).toMatchObject([
      { name: 'plain', port: 9092 },
      { name: 'tls', port: 9093, tls: true, authentication: { type: 'tls' }, configuration: { maxConnections: 5 } },
      { name: 'more', port: 9099 },
    ]);
    expect(kafka.listeners).toHaveLength(3);
  });

  it('replace lists of values, and lists whose items have no names', () => {
    const site = modern();
    const cluster = newCluster(site, 'europe');
    new NodePool(cluster, 'more', {
      replicas: 1,
      roles: ['controller', 'broker'],
      storage: claim('1Gi'),
      overrides: { spec: { roles: ['broker'] } },
    });
    expect(manifest(site, 'KafkaNodePool', 'more').spec).toMatchObject({ roles: ['broker'] });
    cluster.addUser('shop', {
      acls: [{ resource: { type: 'topic', name: 'a' }, operations: ['Read'] }],
      overrides: { spec: { authorization: { acls: [{ resource: { type: 'cluster' }, operations: ['Alter'] }] } } },
    });
    expect(manifest(site, 'KafkaUser', 'shop').spec).toMatchObject({
      authorization: { type: 'simple', acls: [{ resource: { type: 'cluster' }, operations: ['Alter'] }] },
    });
  });

  it('stand before JSON patches, and leave what they are given as it is', () => {
    const site = modern();
    const overrides = { spec: { partitions: 5, config: { 'a.b': 1 } } };
    const topic = newCluster(site).addTopic('orders', { partitions: 3, replicas: 3, overrides });
    topic.addJsonPatch(JsonPatch.replace('/spec/partitions', 7));
    expect(manifest(site, 'KafkaTopic', 'orders').spec).toEqual({ partitions: 7, replicas: 3, config: { 'a.b': 1 } });
    expect(overrides).toEqual({ spec: { partitions: 5, config: { 'a.b': 1 } } });
  });

  it('may hold what is known when the app is synthesized', () => {
    const site = modern();
    const partitions = Lazy.any({ produce: () => 12 }) as number;
    newCluster(site).addTopic('orders', { overrides: { spec: { partitions } } });
    expect(manifest(site, 'KafkaTopic', 'orders').spec).toMatchObject({ partitions: 12 });
  });

  it('are judged with the whole: rules look at what they say', () => {
    const site = modern();
    newCluster(site).addTopic('orders', { replicas: 3, overrides: { spec: { replicas: 4 } } });
    expect(findings(site)).toMatchObject([{ rule: 'topic-replicas', field: 'spec.replicas', given: 4 }]);
  });

  it('are held to the schema: a misspelt field is told with the nearest', () => {
    const site = modern();
    const overrides = { spec: { kafka: { jvmOption: {} } } } as never;
    newCluster(site, 'europe', { overrides });
    expect(findings(site)).toMatchObject([
      { rule: 'schema-accepts', field: 'spec.kafka.jvmOption', remedy: 'Write jvmOptions, or leave it out.' },
    ]);
  });

  it('tell a word of a later release with the releases that have it, and the one that the site runs', () => {
    const site = newSite({ release: StrimziRelease.V0_33, kubernetesCluster: 'here' });
    newCluster(site, 'europe', { overrides: { spec: { kafka: { tieredStorage: { type: 'custom' } } } } });
    expect(findings(site)[0]).toMatchObject({
      field: 'spec.kafka.tieredStorage',
      message: 'This release has no such field; a server would drop it or refuse the object.',
      remedy: 'Leave it out. Releases from 0.40 on have it; the site runs 0.33.2.',
    });
  });

  it('tell a word of another API with the API and the releases that have it', () => {
    const site = modern();
    newCluster(site, 'europe', { overrides: { spec: { zookeeper: { replicas: 3 } } } });
    expect(findings(site)[0]).toMatchObject({
      field: 'spec.zookeeper',
      message: 'This release has no such field; a server would drop it or refuse the object.',
      remedy: 'Leave it out. Releases up to 0.51 have it in kafka.strimzi.io/v1beta2; the site runs 1.2.0.',
    });
  });

  it('tell a secret that is typed in, without its value', () => {
    const site = modern();
    newCluster(site, 'europe', {
      overrides: {
        spec: { kafka: { template: { kafkaContainer: { env: [{ name: 'DB_PASSWORD', value: 'hunter2' }] } } } },
      },
    });
    const [found, ...others] = findings(site);
    expect(found).toMatchObject({ rule: 'secret-typed' });
    expect(others).toEqual([]);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it('answer for a field that the release has no words for', () => {
    const told = (over: Overrides<'Kafka'>) => {
      const site = newSite({ kubernetesCluster: 'here' });
      newCluster(site, 'europe', { listeners: [Listener.tls(), Listener.clusterIp('inside')], overrides: over });
      return findings(site).flatMap(({ rule, field = '' }) => (rule === 'release-says-field' ? [field] : []));
    };
    expect(told({})).toEqual(['spec.kafka.listeners[1]']);
    expect(told({ spec: { kafka: { listeners: null } } })).toEqual([]);
  });

  it('are allowed on every construct that writes an object', () => {
    const site = newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'here', platform: Platform.OPENSHIFT });
    const [europe, us] = [newCluster(site, 'europe'), newCluster(site, 'us')];
    const topic = europe.addTopic('orders');
    new Mirror(site, 'mirror', {
      source: europe,
      target: us,
      topics: [topic],
      overrides: {
        spec: { clientRackInitImage: 'a/b:1', mirrors: [{ source: { alias: 'europe' }, topicsPattern: 'o.*' }] },
      },
    });
    expect(manifest(site, 'KafkaMirrorMaker2', 'mirror').spec).toMatchObject({
      clientRackInitImage: 'a/b:1',
      mirrors: [{ source: { alias: 'europe', bootstrapServers: expect.any(String) }, topicsPattern: 'o.*' }],
    });
    new Consumer(site, 'stock', { topic, overrides: { spec: { revisionHistoryLimit: 3 } } });
    expect(manifest(site, 'Deployment', 'stock').spec).toMatchObject({ revisionHistoryLimit: 3, replicas: 1 });
    new Exposure(site, 'ui', { service: 'ui', port: 80, overrides: { spec: { wildcardPolicy: 'None' } } });
    expect(manifest(site, 'Route', 'ui').spec).toMatchObject({ wildcardPolicy: 'None' });
  });

  it('have no field but spec: the rest of an object has props', () => {
    const site = modern();
    const overrides = { metadata: { name: 'other' } } as never;
    newCluster(site).addTopic('orders', { overrides });
    expect(findings(site)).toMatchObject([{ rule: 'prop-unknown', field: 'overrides.metadata', allowed: 'spec' }]);
  });
});

describe('the types of overrides', () => {
  it('know the words of every API, and refuse misspelt ones', () => {
    const words: Overrides<'Kafka'>[] = [
      { spec: { kafka: { jvmOptions: { '-Xmx': '1g' } }, cruiseControl: null } },
      { spec: { zookeeper: { replicas: 5 } } },
      { spec: { kafka: { listeners: { plain: {} } } } },
      // @ts-expect-error -- a misspelt field
      { spec: { kafka: { jvmOption: {} } } },
      // @ts-expect-error -- a value of another type
      { spec: { kafka: { jvmOptions: { '-Xmx': 1 } } } },
      // @ts-expect-error -- a word of another kind
      { spec: { partitions: 3 } },
    ];
    expect(words).toHaveLength(6);
    expect(KafkaTopic).toBeDefined();
  });
});
