import type { ChangeClass } from '../../src/reports/change-class';
import { diff } from '../../src/reports/diff';
import { EDITS, RIGHTS, SIMPLE } from './edits';
import { edited, objectsIn, TOPOLOGY, without } from './topology';

function review(before: string, after: string): { readonly worst: ChangeClass; readonly said: string } {
  const { changes } = diff(objectsIn(before), objectsIn(after));
  return {
    worst: changes[0]?.class ?? 'no-effect',
    said: changes.flatMap(({ effects }) => effects.map(({ message }) => message)).join('\n'),
  };
}

describe.each(EDITS)('%s', (_, edit, changeClass, says, neighbour, its) => {
  test(`is a change of the class ${changeClass}`, () => {
    const { worst, said } = review(TOPOLOGY, edited(TOPOLOGY, ...edit));
    expect(said).toMatch(says);
    expect(worst).toBe(changeClass);
  });

  test(`what stands beside it is of the class ${its}`, () => {
    expect(review(TOPOLOGY, edited(TOPOLOGY, ...neighbour)).worst).toBe(its);
  });
});

test.each([
  ['KafkaTopic', 'orders', 'destroys-data', /deletes topic "orders" of europe/],
  ['KafkaTopic', 'audit', 'no-effect', /stays in Kafka/],
  ['KafkaUser', 'checkout', 'narrows-access', /loses all rights/],
  ['KafkaNodePool', 'brokers', 'destroys-data', /stopped at once/],
  ['Kafka', 'europe', 'manual-step', /Argo CD leaves the object/],
  ['KafkaMirrorMaker2', 'to-us', 'restarts-mirror', /stops for good/],
  ['KafkaConnect', 'connect', 'restarts-pods', /gone/],
  ['KafkaConnector', 'database', 'safe', /ends/],
  ['Deployment', 'warehouse', 'restarts-pods', /gone/],
  ['Secret', 'warehouse', 'manual-step', /does not find it/],
  ['Namespace', 'shop', 'destroys-data', /deleted/],
] as const)('%s %s that is removed is of the class %s', (kind, name, changeClass, says) => {
  const { worst, said } = review(TOPOLOGY, without(TOPOLOGY, kind, name));
  expect(said).toMatch(says);
  expect(worst).toBe(changeClass);
});

test('a cluster that nothing protects is destroyed with the claims that go with it', () => {
  const bare = edited(TOPOLOGY, '  annotations:\n    argocd.argoproj.io/sync-options: Prune=false\n', '');
  expect(review(bare, without(bare, 'Kafka', 'europe')).worst).toBe('destroys-data');
  const kept = edited(bare, 'deleteClaim: true', 'deleteClaim: false');
  expect(review(kept, without(kept, 'Kafka', 'europe')).worst).toBe('may-lose-data');
});

test('an object that is renamed or goes to another namespace is told as what it becomes', () => {
  const renamed = diff(objectsIn(TOPOLOGY), objectsIn(edited(TOPOLOGY, 'name: brokers', 'name: workers')));
  expect(renamed.changes.map(({ what, name, becomes }) => [what, name, becomes])).toEqual([
    ['removed', 'brokers', { name: 'workers', namespace: 'shop' }],
    ['added', 'workers', undefined],
  ]);
});

test('rights that nobody asks for come and go without effect', () => {
  const open = edited(TOPOLOGY, SIMPLE, '');
  const { worst, said } = review(open, edited(open, RIGHTS, '        operations: [All]\n'));
  expect(said).toContain('europe asks nobody for rights');
  expect(worst).toBe('no-effect');
});

test('what is gained is told for programs', () => {
  const { changes } = diff(objectsIn(TOPOLOGY), objectsIn(edited(TOPOLOGY, RIGHTS, '        operations: [All]\n')));
  expect(changes.flatMap(({ effects }) => effects.map(({ access }) => access))).toEqual([
    {
      user: 'checkout',
      does: 'gain',
      operations: ['All'],
      resource: { type: 'topic', name: 'orders', patternType: 'literal' },
      host: '*',
    },
  ]);
});

test('no value that may be secret is told', () => {
  const after = TOPOLOGY.replaceAll('first', 'second').replace('warehouse:1', 'warehouse:2');
  const told = JSON.stringify(diff(objectsIn(TOPOLOGY), objectsIn(after)));
  expect(told).toContain('database.password');
  expect(told).not.toMatch(/first|second/);
});

test('nothing changes between a topology and itself', () => {
  expect(diff(objectsIn(TOPOLOGY), objectsIn(TOPOLOGY))).toEqual({ changes: [], unjudged: [], unread: [] });
});

test('objects of kinds that are not known are named, and not judged', () => {
  const { changes, unjudged } = diff(objectsIn(TOPOLOGY), objectsIn(without(TOPOLOGY, 'Secret', 'nobodys')));
  expect(changes).toEqual([]);
  expect(unjudged).toEqual([
    { kind: 'Secret', name: 'nobodys', namespace: 'shop', what: 'removed', path: 'manifest 12' },
  ]);
});

test('objects of lists are those that stand alone elsewhere', () => {
  const all = objectsIn(TOPOLOGY) as readonly { readonly kind: string }[];
  const topics = all.filter(({ kind }) => kind === 'KafkaTopic');
  const others = all.filter(({ kind }) => kind !== 'KafkaTopic');
  const bare = topics.map(({ kind: _, ...item }) => item);
  const typed = { apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaTopicList', items: bare };
  const nested = { apiVersion: 'v1', kind: 'List', items: [typed, { apiVersion: 'v1', kind: 'List', items: others }] };
  expect(topics.length).toBeGreaterThan(0);
  expect(diff(all, [nested])).toEqual({ changes: [], unjudged: [], unread: [] });
});

test('what cannot be told from others is told', () => {
  const { unread, changes } = diff(
    [{ apiVersion: 'v1', kind: 'List', items: [{ kind: 'Kafka' }, 7] }],
    [
      { apiVersion: 'kafka.strimzi.io/v9', kind: 'Kafka', metadata: { name: 'a' } },
      { apiVersion: 'kafka.strimzi.io/v1', kind: 'Kafka', metadata: {} },
    ],
  );
  expect(changes).toEqual([]);
  expect(unread).toEqual([
    { path: 'manifest 1 items[0]', message: 'It has no apiVersion: nobody can tell which object it is.' },
    { path: 'manifest 1 items[1]', message: 'It has no apiVersion: nobody can tell which object it is.' },
    { path: 'manifest 2', message: 'It has no metadata.name: nobody can tell which object it is.' },
    { path: 'manifest 1', message: 'There is no Kafka in kafka.strimzi.io/v9 that is known here.' },
  ]);
});

test('another version of the API alone has no effect', () => {
  const before = TOPOLOGY.replaceAll(
    'kafka.strimzi.io/v1\nkind: KafkaTopic',
    'kafka.strimzi.io/v1beta2\nkind: KafkaTopic',
  )
    .replaceAll('kafka.strimzi.io/v1\nkind: KafkaUser', 'kafka.strimzi.io/v1beta2\nkind: KafkaUser')
    .replaceAll('kafka.strimzi.io/v1\nkind: KafkaNodePool', 'kafka.strimzi.io/v1beta2\nkind: KafkaNodePool');
  const { changes } = diff(objectsIn(before), objectsIn(TOPOLOGY));
  expect(changes).toHaveLength(5);
  expect(new Set(changes.map((change) => change.class))).toEqual(new Set(['no-effect']));
});

test('brokers that a Kafka describes are those of the pool that takes them over', () => {
  const old = (replicas: number) => `apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: {name: a}
spec:
  kafka: {replicas: ${replicas}, listeners: [], storage: {type: ephemeral}}
  zookeeper: {replicas: 3, storage: {type: ephemeral}}
`;
  const pool = (name: string) => `apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: {name: a, annotations: {strimzi.io/node-pools: enabled}}
spec:
  kafka: {listeners: []}
  zookeeper: {replicas: 3, storage: {type: ephemeral}}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaNodePool
metadata: {name: ${name}, labels: {strimzi.io/cluster: a}}
spec: {replicas: 3, roles: [broker], storage: {type: ephemeral}}
`;
  expect(review(old(3), pool('kafka')).worst).toBe('safe');
  expect(review(old(4), pool('kafka')).worst).toBe('may-lose-data');
  const other = review(old(3), pool('brokers'));
  expect(other.worst).toBe('destroys-data');
  expect(other.said).not.toContain('takes over');
});

test('controllers are added by hand to a cluster that exists, and brokers are not', () => {
  const pool = (name: string, role: string): string => `---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: {name: ${name}, namespace: shop, labels: {strimzi.io/cluster: europe}}
spec: {replicas: 3, roles: [${role}], storage: {type: ephemeral}}
`;
  expect(review(TOPOLOGY, `${TOPOLOGY}${pool('more', 'controller')}`).worst).toBe('manual-step');
  expect(review(TOPOLOGY, `${TOPOLOGY}${pool('more', 'broker')}`).worst).toBe('safe');
  expect(review('', pool('first', 'controller')).worst).toBe('safe');
});

test('new topics with fewer copies may lose data, and with more they do not', () => {
  const withCopies = (copies: number): string =>
    edited(TOPOLOGY, 'min.insync.replicas: 2', `min.insync.replicas: 2\n      default.replication.factor: ${copies}`);
  const fewer = review(withCopies(3), withCopies(1));
  expect([fewer.worst, fewer.said]).toEqual(['may-lose-data', expect.stringContaining('New topics')]);
  expect(review(withCopies(2), withCopies(3)).worst).toBe('restarts-pods');
});

test('metadata of an earlier version than that of Kafka, where none was said, needs a look', () => {
  const unsaid = edited(TOPOLOGY, '    metadataVersion: 4.1-IV1\n', '');
  const said = (version: string): string =>
    edited(unsaid, '    version: 4.1.0\n', `    version: 4.1.0\n    metadataVersion: ${version}\n`);
  expect(review(unsaid, said('4.0-IV3')).worst).toBe('manual-step');
  expect(review(unsaid, said('4.1-IV1')).worst).toBe('safe');
});
