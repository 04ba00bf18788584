import { access, can, StrimziRelease, type Access, type InventorySite } from '../../src';

const API = 'kafka.strimzi.io/v1';
const labels = { 'strimzi.io/cluster': 'europe' };
const topicAcl = (name: string, operations: string[], more: object = {}) => ({
  resource: { type: 'topic', name, patternType: 'literal' },
  operations,
  ...more,
});

function kafka(name: string, spec: object = { authorization: { type: 'simple' } }) {
  const listeners = [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } }];
  return {
    apiVersion: API,
    kind: 'Kafka',
    metadata: { name },
    spec: { kafka: { listeners, ...spec }, entityOperator: { topicOperator: {}, userOperator: {} } },
  };
}

function user(name: string, acls: readonly object[], cluster = 'europe') {
  return {
    apiVersion: API,
    kind: 'KafkaUser',
    metadata: { name, labels: { 'strimzi.io/cluster': cluster } },
    spec: { authentication: { type: 'tls' }, authorization: { type: 'simple', acls } },
  };
}

const topic = (name: string) => ({ apiVersion: API, kind: 'KafkaTopic', metadata: { name, labels }, spec: {} });
const site = (...manifests: object[]): InventorySite => ({
  release: StrimziRelease.V1_2,
  namespace: 'shop',
  manifests,
});
const tell = (...manifests: object[]): Access => access([site(...manifests)]);

const tls = (secret: string) => ({
  type: 'tls',
  certificateAndKey: { secretName: secret, certificate: 'user.crt', key: 'user.key' },
});
const end = (alias: string, secret: string) => ({
  alias,
  bootstrapServers: `${alias}-kafka-bootstrap:9093`,
  authentication: tls(secret),
});

function mirror(topicsPattern: string, flow: object) {
  return {
    apiVersion: API,
    kind: 'KafkaMirrorMaker2',
    metadata: { name: 'mirror' },
    spec: {
      replicas: 1,
      target: {
        ...end('us', 'writer'),
        groupId: 'mirror',
        configStorageTopic: 'c',
        offsetStorageTopic: 'o',
        statusStorageTopic: 's',
      },
      mirrors: [{ source: end('europe', 'reader'), topicsPattern, ...flow }],
    },
  };
}

const SOURCE = {
  sourceConnector: { config: { 'sync.topic.acls.enabled': 'false', 'offset-syncs.topic.location': 'target' } },
};

describe('the matrix', () => {
  it('has what each user may do with each thing that rules and topics name', () => {
    const { cells } = tell(
      kafka('europe'),
      topic('orders.new'),
      topic('bills'),
      user('all', [topicAcl('*', ['Read'])]),
      user('some', [
        { resource: { type: 'topic', name: 'orders.', patternType: 'prefix' }, operations: ['Write'] },
        topicAcl('orders.old', ['Write'], { type: 'deny' }),
      ]),
    );
    const told = cells.map(({ user: who, resource, operations }) => [
      who,
      resource.type === 'cluster' ? '' : resource.name,
      operations.join(),
    ]);
    expect(told).toEqual([
      ['all', '*', 'Read,Describe'],
      ['all', 'bills', 'Read,Describe'],
      ['all', 'orders.new', 'Read,Describe'],
      ['all', 'orders.old', 'Read,Describe'],
      ['some', 'orders.', 'Write,Describe'],
      ['some', 'orders.new', 'Write,Describe'],
      ['some', 'orders.old', 'Describe'],
    ]);
  });

  it('has topics first, then groups, transactional ids and the cluster', () => {
    const of = (resource: object, operation: string) => ({ resource, operations: [operation] });
    const { cells } = tell(
      kafka('europe'),
      user('all', [
        of({ type: 'cluster' }, 'Create'),
        of({ type: 'transactionalId', name: 'a' }, 'Write'),
        of({ type: 'group', name: 'b' }, 'Read'),
        of({ type: 'topic', name: 'c' }, 'Read'),
        of({ type: 'topic', name: 'a' }, 'Read'),
      ]),
    );
    expect(
      cells.map(({ resource }) => (resource.type === 'cluster' ? '' : `${resource.type} ${resource.name}`)),
    ).toEqual(['topic a', 'topic c', 'group b', 'transactionalId a', '']);
  });

  it('leaves out who is not bound by rules, and says what decides', () => {
    const { users, cells } = tell(
      kafka('europe', { authorization: { type: 'simple', superUsers: ['CN=admin'] } }),
      kafka('open', {}),
      user('admin', [topicAcl('orders', ['Read'])]),
      user('anybody', [topicAcl('orders', ['Read'])], 'open'),
      user('nowhere', [], 'unseen'),
    );
    expect(cells).toEqual([]);
    expect(users.map(({ user: who, principal, is }) => [who, principal, is])).toEqual([
      ['admin', 'CN=admin', 'super'],
      ['anybody', 'CN=anybody', 'free'],
      ['nowhere', 'CN=nowhere', 'unknown'],
    ]);
  });

  it('tells clusters of one name apart', () => {
    const sites = ['a', 'b'].map((name) => ({ ...site(kafka('europe'), user('shop', [])), name }));
    expect(access(sites).users.map(({ cluster }) => cluster)).toEqual(['a/shop/europe', 'b/shop/europe']);
  });
});

describe('the reasons of rules', () => {
  const READER = user('reader', [
    topicAcl('orders', ['Read', 'Describe', 'DescribeConfigs', 'Delete']),
    topicAcl('*', ['Read']),
    { resource: { type: 'group', name: 'stock' }, operations: ['Read'] },
    topicAcl('orders', ['Write'], { type: 'deny' }),
  ]);
  const PAIR = [kafka('europe'), kafka('us'), topic('orders'), READER];
  const checkpoint = {
    ...SOURCE,
    checkpointConnector: { config: { 'offset-syncs.topic.location': 'target' } },
    groupsPattern: 'stock',
  };

  it('are the client applications and mirrors that need them, and nobody where none does', () => {
    const { rules } = tell(...PAIR, mirror('orders', checkpoint));
    expect(rules).toMatchObject([
      {
        resource: { name: 'orders' },
        reasons: [
          { operations: ['Read'], intent: 'mirrorSourceTopic', by: 'manifest 5' },
          { operations: ['DescribeConfigs'], intent: 'mirrorSourceTopic' },
        ],
        unexplained: ['Delete'],
        redundant: ['Describe'],
        wider: [],
      },
      { resource: { name: '*' }, wider: ['Read'], unexplained: [] },
      { resource: { name: 'stock' }, wider: ['Read'], reasons: [{ intent: 'mirrorSourceGroup' }] },
      { type: 'deny', reasons: [], unexplained: [] },
    ]);
  });

  it('do not come of connectors that are not there', () => {
    const { rules } = tell(...PAIR, mirror('orders', {}));
    expect(rules.map(({ unexplained }) => unexplained.join())).toEqual([
      'Read,DescribeConfigs,Delete',
      'Read',
      'Read',
      '',
    ]);
  });

  it('follow expressions, and what they find of the topics that are described', () => {
    const { rules } = tell(...PAIR, mirror('ord.*', SOURCE));
    expect(rules[0]).toMatchObject({ unexplained: ['Delete'], wider: [] });
    const everything = tell(...PAIR, mirror('.*', SOURCE));
    expect(everything.rules[1]).toMatchObject({ wider: [], unexplained: [] });
  });

  it('come from client applications', () => {
    const client = (name: string, variables: Record<string, string>) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace: 'shop' },
      spec: {
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: { app: name } },
          spec: {
            containers: [
              {
                name,
                image: 'quay.io/strimzi-test-clients/test-clients:0.13.0-kafka-4.1.0',
                env: Object.entries({ BOOTSTRAP_SERVERS: 'europe-kafka-bootstrap:9093', ...variables })
                  .map(([key, value]) => ({ name: key, value }))
                  .concat(
                    secretVariable('USER_CRT', 'reader', 'user.crt'),
                    secretVariable('USER_KEY', 'reader', 'user.key'),
                  ),
              },
            ],
          },
        },
      },
    });
    const consumer = client('stock', { CLIENT_TYPE: 'KafkaConsumer', TOPIC: 'orders', GROUP_ID: 'stock' });
    const { rules } = tell(...PAIR, consumer);
    expect(rules[0]?.reasons).toMatchObject([{ operations: ['Read'], intent: 'consume', by: 'manifest 5' }]);
  });
});

describe('the reasons of rules of Kafka Connect', () => {
  it('are its workers, and the sink connectors that they run', () => {
    const connect = {
      apiVersion: API,
      kind: 'KafkaConnect',
      metadata: { name: 'sinks' },
      spec: {
        replicas: 1,
        bootstrapServers: 'europe-kafka-bootstrap:9093',
        authentication: tls('connect'),
        groupId: 'sinks',
        configStorageTopic: 'c',
        offsetStorageTopic: 'o',
        statusStorageTopic: 's',
        config: { 'exactly.once.source.support': 'enabled' },
      },
    };
    const connector = (name: string, config: object) => ({
      apiVersion: API,
      kind: 'KafkaConnector',
      metadata: { name, labels: { 'strimzi.io/cluster': 'sinks' } },
      spec: { class: 'Any', config },
    });
    const sink = connector('files', { topics: 'bills, orders', 'errors.deadletterqueue.topic.name': 'failed' });
    const source = connector('tables', {});
    const connectUser = user('connect', [
      topicAcl('c', ['Read']),
      topicAcl('orders', ['Read', 'Write']),
      { resource: { type: 'group', name: 'connect-files' }, operations: ['Read'] },
      topicAcl('failed', ['Write']),
      { resource: { type: 'transactionalId', name: 'sinks-', patternType: 'prefix' }, operations: ['Write'] },
    ]);
    const { rules, lacks } = tell(kafka('europe'), connectUser, connect, sink, source);
    expect(rules).toMatchObject([
      { reasons: [{ intent: 'connectStorage', by: 'manifest 3' }], unexplained: [] },
      { reasons: [{ operations: ['Read'], intent: 'consume', by: 'manifest 4' }], unexplained: ['Write'] },
      { reasons: [{ intent: 'consume', by: 'manifest 4' }], unexplained: [] },
      { reasons: [{ intent: 'produce', by: 'manifest 4' }], unexplained: [] },
      { reasons: [{ intent: 'connectorExactlyOnce', by: 'manifest 5' }], unexplained: [] },
    ]);
    expect(lacks).toContainEqual(
      expect.objectContaining({ operation: 'Create', resource: expect.objectContaining({ name: 'failed' }) as object }),
    );
  });
});

describe('what is lacking', () => {
  it('is what somebody needs and may not do, but for topics that are there', () => {
    const { lacks } = tell(
      kafka('europe'),
      kafka('us'),
      topic('orders'),
      user('reader', [topicAcl('orders', ['Read'], { host: '10.0.0.1' })]),
      user(
        'writer',
        [{ resource: { type: 'group', name: 'mirror' }, operations: ['Read'] }, topicAcl('*', ['All'])],
        'us',
      ),
      mirror('orders', SOURCE),
    );
    expect(lacks.map(({ user: who, operation, by }) => `${who} ${operation} by ${by}`)).toEqual([
      'reader DescribeConfigs by manifest 6',
    ]);
  });
});

describe('an answer', () => {
  const shop = user('shop', [topicAcl('orders', ['Write'])]);
  const write = { user: 'shop', operation: 'Write', resource: { type: 'topic', name: 'orders' } } as const;

  it('is that of the brokers', () => {
    const manifests = [kafka('europe'), shop];
    expect(can([site(...manifests)], write)).toEqual({ verdict: 'allowed', because: 'a rule allows it' });
    expect(can([site(...manifests)], { ...write, operation: 'Read' }).verdict).toBe('denied');
  });

  it('is not known of a user that is not seen, or that several are', () => {
    expect(can([site(kafka('europe'))], write).verdict).toBe('unknown');
    const two = [
      site(kafka('europe'), kafka('us'), shop, {
        ...user('shop', [], 'us'),
        metadata: { name: 'shop', namespace: 'us', labels: { 'strimzi.io/cluster': 'us' } },
      }),
    ];
    expect(can(two, write)).toEqual({ verdict: 'unknown', because: 'there are several KafkaUsers shop' });
    expect(can(two, { ...write, cluster: 'europe' }).verdict).toBe('allowed');
  });
});

function secretVariable(name: string, secret: string, key: string) {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } } as unknown as { name: string; value: string };
}
