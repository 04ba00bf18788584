import type { Manifest } from '../../src';
import { clusterAddresses } from '../../src/dialects/operator-names';
import { readManifest } from '../../src/dialects/read';
import { StrimziRelease } from '../../src/dialects/releases';
import { Placed, Topology, type SiteFacts } from '../../src/model/topology';
import { replication } from '../../src/reports/replication';
import { replicationMermaid } from '../../src/reports/replication-mermaid';
import type { Replication } from '../../src/reports/replicated';

const SITE: SiteFacts = {
  platform: 'kubernetes',
  release: StrimziRelease.V1_2.facts,
  kubernetesCluster: 'k',
  namespace: 'kafka',
};
const API = 'kafka.strimzi.io/v1';

function cluster(name: string, ...topics: string[]): object[] {
  const labels = { 'strimzi.io/cluster': name };
  return [
    {
      apiVersion: API,
      kind: 'Kafka',
      metadata: { name },
      spec: { kafka: { listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true }] } },
    },
    ...topics.map((topicName) => ({
      apiVersion: API,
      kind: 'KafkaTopic',
      metadata: { name: `${name}-${topicName}`, labels },
      spec: { topicName },
    })),
  ];
}

interface Way {
  readonly topics?: string;
  readonly identity?: boolean;
  readonly source?: object;
  readonly checkpoint?: object | false;
  readonly name?: string;
  readonly storage?: string;
}

function mirror(from: string, to: string, { topics = '.*', identity = false, ...more }: Way = {}): object {
  const policy = { 'replication.policy.class': 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy' };
  const sourceConnector = { config: { ...(identity && policy), ...more.source } };
  const { checkpoint = { 'sync.group.offsets.enabled': true } } = more;
  const address = (name: string) => ({ alias: name, bootstrapServers: `${name}-kafka-bootstrap:9093` });
  const storage = more.storage ?? `__${from}-${to}`;
  return {
    apiVersion: API,
    kind: 'KafkaMirrorMaker2',
    metadata: { name: more.name ?? `${from}-to-${to}` },
    spec: {
      replicas: 1,
      target: {
        ...address(to),
        groupId: `${from}-${to}`,
        configStorageTopic: `${storage}-configs`,
        offsetStorageTopic: `${storage}-offsets`,
        statusStorageTopic: `${storage}-status`,
      },
      mirrors: [
        {
          source: address(from),
          ...(more.source !== NONE && { sourceConnector }),
          ...(checkpoint && { checkpointConnector: { config: checkpoint } }),
          topicsPattern: topics,
        },
      ],
    },
  };
}

const NONE = {};

interface Sp {
  readonly apiVersion?: string;
  readonly spec: {
    readonly target: { readonly alias: string };
    readonly mirrors: { readonly source: { readonly alias: string } }[];
  };
}

/** The mirror as it was in API versions that have heartbeat connectors. */
function old({ spec: { target, mirrors, ...spec }, ...object }: Sp): object {
  const {
    groupId: _,
    configStorageTopic: __,
    offsetStorageTopic: ___,
    statusStorageTopic: ____,
    ...end
  } = target as Sp['spec']['target'] & Readonly<Record<string, string>>;
  return {
    ...object,
    apiVersion: 'kafka.strimzi.io/v1beta2',
    spec: {
      ...spec,
      connectCluster: target.alias,
      clusters: [end, ...mirrors.map(({ source }) => source)],
      mirrors: mirrors.map(({ source, ...flow }) => ({
        sourceCluster: source.alias,
        targetCluster: target.alias,
        ...flow,
      })),
    },
  };
}

function report(...manifests: object[]): Replication {
  const topology = new Topology(clusterAddresses);
  for (const manifest of manifests.flat() as Manifest[]) {
    const known = readManifest(manifest);
    if (known) topology.add(known.noun, new Placed(known.record, SITE, { path: manifest.metadata.name }));
  }
  return replication(topology);
}

/** The topics of a cluster that are no mirror's own. */
function topicsAt(name: string, { clusters }: Replication): string[] {
  const found = clusters.find((each) => each.name === name);
  return (found?.topics ?? []).filter(({ as }) => as !== 'internal').map((topic) => topic.name);
}

function notes({ notes: all }: Replication): string[] {
  return all.map(({ about, mirror: by }) => `${about} ${by}`);
}

test('a topic is known by its name at each cluster, through a chain of mirrors', () => {
  const chain = report(
    ...cluster('a', 'orders'),
    ...cluster('b'),
    ...cluster('c'),
    mirror('a', 'b'),
    mirror('b', 'c', { identity: true }),
  );
  expect(topicsAt('b', chain)).toEqual(['a.orders']);
  expect(topicsAt('c', chain)).toEqual(['a.orders']);
  const there = chain.clusters.find(({ name }) => name === 'c')?.topics.find(({ name }) => name === 'a.orders');
  expect(there).toMatchObject({
    as: 'copied',
    mirror: 'b-to-c',
    from: [
      { cluster: 'b', topic: 'a.orders' },
      { cluster: 'a', topic: 'orders' },
    ],
  });
  expect(notes(chain)).toEqual([]);
});

test('copies with a prefix are not copied back, in whatever ring of mirrors', () => {
  const both = report(...cluster('a', 'orders'), ...cluster('b', 'sales'), mirror('a', 'b'), mirror('b', 'a'));
  expect(topicsAt('a', both)).toEqual(['b.sales', 'orders']);
  expect(topicsAt('b', both)).toEqual(['a.orders', 'sales']);
  const ring = report(
    ...cluster('a', 'x'),
    ...cluster('b'),
    ...cluster('c'),
    mirror('a', 'b'),
    mirror('b', 'c'),
    mirror('c', 'a'),
  );
  expect(topicsAt('c', ring)).toEqual(['b.a.x']);
  expect(topicsAt('a', ring)).toEqual(['x']);
});

test.each([
  [['orders'], []],
  [['orders'], ['orders']],
])('names that are kept in a ring are a loop, told once: %j %j', (atA, atB) => {
  const loop = report(
    ...cluster('a', ...atA),
    ...cluster('b', ...atB),
    mirror('a', 'b', { identity: true }),
    mirror('b', 'a', { identity: true }),
  );
  expect(notes(loop).filter((note) => note.startsWith('loop'))).toHaveLength(1);
});

test('two sources that keep one name meet at the target, and two mirrors of one source write it twice', () => {
  const hub = report(
    ...cluster('a', 'orders'),
    ...cluster('b', 'orders'),
    ...cluster('hub'),
    mirror('a', 'hub', { identity: true }),
    mirror('b', 'hub', { identity: true }),
  );
  expect(notes(hub)).toEqual(['collision b-to-hub']);
  const twice = report(
    ...cluster('a', 'orders'),
    ...cluster('b'),
    mirror('a', 'b', { identity: true, name: 'one' }),
    mirror('a', 'b', { identity: true, name: 'two' }),
  );
  expect(notes(twice)).toEqual(['twice two', 'shared-workers two']);
  expect(
    notes(
      report(
        ...cluster('a', 'orders'),
        ...cluster('b', 'orders'),
        ...cluster('hub'),
        mirror('a', 'hub'),
        mirror('b', 'hub'),
      ),
    ),
  ).toEqual([]);
});

test('a mirror that copies nothing says why', () => {
  expect(report(mirror('a', 'b', { source: NONE })).notes).toMatchObject([
    { about: 'carries-nothing', message: 'Nothing is copied from a: it has no source connector.' },
  ]);
  const misspelt = report(...cluster('a', 'orders'), mirror('a', 'b', { topics: 'order' }));
  expect(misspelt.notes).toMatchObject([
    { about: 'carries-nothing', message: expect.stringContaining('"order" finds none') },
  ]);
});

test('internal topics are never copied, and those of mirrors that do not look internal are by accident', () => {
  expect(notes(report(...cluster('a', '__x', 'y'), mirror('a', 'b', { topics: '__x,y' })))).toEqual([
    'never-copied a-to-b',
  ]);
  const accident = report(
    ...cluster('a', 'x'),
    ...cluster('b', 'y'),
    mirror('a', 'b', { storage: 'mine' }),
    mirror('b', 'c'),
  );
  expect(notes(accident)).toEqual(['by-accident b-to-c', 'by-accident b-to-c', 'by-accident b-to-c']);
});

test('groups whose offsets nobody sets at the target are told', () => {
  expect(notes(report(mirror('a', 'b', { checkpoint: {} })))).toEqual(['groups-not-synced a-to-b']);
  expect(report(mirror('a', 'b')).ways).toMatchObject([{ groups: '.*', syncsOffsets: true, prefix: 'a.' }]);
  expect(report(mirror('a', 'b', { checkpoint: false })).ways).toMatchObject([{ syncsOffsets: false }]);
});

test('a policy that is not known is told, and nothing is made up of it', () => {
  const custom = report(
    ...cluster('a', 'orders'),
    ...cluster('b'),
    mirror('a', 'b', { source: { 'replication.policy.class': 'com.example.Mine' } }),
  );
  expect(topicsAt('b', custom)).toEqual([]);
  expect(notes(custom)).toEqual(['unknown-names a-to-b']);
});

test('copies of copies are told once a mirror, and followed no further', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const ways = names.flatMap((from) => names.filter((to) => to !== from).map((to) => mirror(from, to)));
  const mesh = report(...names.flatMap((name) => cluster(name, 'orders')), ...ways);
  expect(topicsAt('b', mesh)).toContain('a.orders');
  const grown = mesh.notes.filter(({ about }) => about === 'growth');
  expect(grown).toHaveLength(ways.length);
  expect(grown[0]?.message).toContain('comes again as');
  const literal = names.flatMap((from) =>
    names.filter((to) => to !== from).map((to) => mirror(from, to, { topics: 'orders' })),
  );
  expect(notes(report(...names.flatMap((name) => cluster(name, 'orders')), ...literal))).toEqual([]);
});

test('copies that nobody knows for copies come to an end in the report', () => {
  const there = mirror('a', 'b') as { spec: { target: object; mirrors: { source: object }[] } };
  const back = mirror('b', 'a') as typeof there;
  Object.assign(back.spec.target, { alias: 'other' });
  Object.assign(there.spec.target, { alias: 'another' });
  const round = report(...cluster('a', 'orders'), ...cluster('b'), there, back);
  expect(notes(round)).toEqual(['growth b-to-a']);
});

test('heartbeats are copied with the alias, whatever policy and pattern', () => {
  const beats = (more: object = {}) => {
    const there = mirror('a', 'b', { topics: 'orders', identity: true, source: more }) as Sp;
    const back = mirror('b', 'a', { topics: 'bills', identity: true }) as Sp;
    return report(...cluster('a', 'orders', 'heartbeats'), ...cluster('b'), there, back);
  };
  expect(topicsAt('b', beats())).toEqual(['a.heartbeats', 'orders']);
  expect(topicsAt('a', beats())).toEqual(['heartbeats', 'orders']);
  expect(topicsAt('b', beats({ 'heartbeats.replication.enabled': 'false' }))).toEqual(['orders']);
});

test('heartbeats that mirrors write multiply in a mesh', () => {
  const names = ['a', 'b', 'c'];
  const ways = names.flatMap((from) =>
    names
      .filter((to) => to !== from)
      .map((to) => {
        const made = mirror(from, to, { topics: 'orders' }) as Sp;
        Object.assign(made.spec.mirrors[0] ?? {}, { heartbeatConnector: {} });
        return old(made);
      }),
  );
  const mesh = report(...names.flatMap((name) => cluster(name, 'orders')), ...ways);
  expect(topicsAt('a', mesh)).toEqual([
    'b.c.heartbeats',
    'b.heartbeats',
    'b.orders',
    'c.b.heartbeats',
    'c.heartbeats',
    'c.orders',
    'orders',
  ]);
  expect(mesh.notes.some(({ about, message }) => about === 'growth' && message.includes('heartbeats'))).toBe(true);
});

test('mirrors whose workers are in one group at one cluster are told', () => {
  const other = mirror('c', 'b') as { spec: { target: object } };
  Object.assign(other.spec.target, { groupId: 'a-b' });
  const both = report(...cluster('a', 'x'), ...cluster('b'), ...cluster('c', 'y'), mirror('a', 'b'), other);
  expect(both.notes).toMatchObject([
    { about: 'shared-workers', mirror: 'c-to-b', message: expect.stringContaining('a-to-b') },
  ]);
});

test('a separator is in the names of copies and of internal topics', () => {
  const dashed = (more: object = {}) =>
    report(
      ...cluster('a', 'orders'),
      ...cluster('b'),
      mirror('a', 'b', { source: { 'replication.policy.separator': '-', ...more } }),
    );
  expect(topicsAt('b', dashed())).toEqual(['a-orders']);
  const all = (found: Replication) => found.clusters.flatMap(({ topics }) => topics.map(({ name }) => name));
  expect(all(dashed())).toContain('a-checkpoints-internal');
  expect(all(dashed({ 'replication.policy.internal.topic.separator.enabled': false }))).toContain(
    'a.checkpoints.internal',
  );
});

test('what mirrors keep to themselves is where it is kept', () => {
  const internal = (location?: string) =>
    report(
      mirror('a', 'b', location === undefined ? {} : { source: { 'offset-syncs.topic.location': location } }),
    ).clusters.map(({ name, topics }) => [name, topics.map((topic) => topic.name)]);
  const own = ['__a-b-configs', '__a-b-offsets', '__a-b-status', 'a.checkpoints.internal'];
  expect(internal()).toEqual([
    ['a', ['mm2-offset-syncs.b.internal']],
    ['b', own],
  ]);
  expect(internal('target')).toEqual([
    ['a', []],
    ['b', [...own, 'mm2-offset-syncs.a.internal']],
  ]);
});

test('clusters of one name are told apart', () => {
  const [kafka, topic] = cluster('kafka', 'orders') as [object, object];
  const there = { ...kafka, metadata: { name: 'kafka', namespace: 'other' } };
  const twins = report(kafka, topic, there);
  expect(twins.clusters.map(({ name, topics }) => [name, topics.length])).toEqual([
    ['k/kafka/kafka', 1],
    ['k/other/kafka', 0],
  ]);
});

test('a picture has an arrow for each way', () => {
  const both = report(...cluster('a', 'orders'), ...cluster('b'), mirror('a', 'b', { topics: 'orders|x"y' }));
  expect(replicationMermaid(both)).toBe(
    'flowchart LR\n  c0["a<br/>1 topic"]\n  c1["b<br/>1 topic"]\n  c0 -->|"orders#124;x#34;y as a.…"| c1\n',
  );
});
