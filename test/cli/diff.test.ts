import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { edited, TOPOLOGY } from '../reports/topology';
import { call, Folder, topic } from './harness';

const folder = new Folder();
const ORDERS = topic('orders', 'europe', 3);
const GROWN = ORDERS.replace('12', '13');

/** Two folders, `old` and `new`, with a file in each. */
function folders(before: string, after: string): string {
  return folder.with({ 'old/a.yaml': before, 'new/a.yaml': after });
}

test('a change is told with its class, its field and what to do', async () => {
  const cwd = folders(ORDERS, ORDERS.replace('12', '6'));
  const { code, stdout } = await call(cwd, ['diff', 'old', 'new']);
  expect(stdout).toBe(`KafkaTopic orders is changed (new/a.yaml)
    manual step: The operator refuses it: Kafka takes no partition away, and the topic stays as it is.
        field: spec.partitions: 12 → 6
        do:    Add a topic with fewer partitions and move to it, or keep the number.

manual step at worst; 1 object changed (1 object: manual step)
`);
  expect(code).toBe(7);
});

test.each([
  ['no-effect', 0, ['  replicas: 5\n', '  replicas: 5 # five\n']],
  ['safe', 0, ['partitions: 12', 'partitions: 13']],
  ['restarts-pods', 3, ['memory: 4Gi', 'memory: 8Gi']],
  ['restarts-mirror', 4, ['topicsPattern: orders', 'topicsPattern: stock']],
  ['narrows-access', 5, ['[Read, Write]', '[Read]']],
  ['widens-access', 6, ['[Read, Write]', '[All]']],
  ['manual-step', 7, ['partitions: 12', 'partitions: 11']],
  ['may-lose-data', 8, ['retention.ms: 7200000', 'retention.ms: 1']],
  ['destroys-data', 9, ['name: brokers', 'name: workers']],
] as const)('%s at worst ends with %d', async (changeClass, code, [from, to]) => {
  const cwd = folders(TOPOLOGY, edited(TOPOLOGY, from, to));
  expect((await call(cwd, ['diff', 'old', 'new'])).code).toBe(code);
  const allowed = (await call(cwd, ['diff', 'old', 'new', '--allow', changeClass])).code;
  expect(allowed).toBeLessThanOrEqual(code === 0 ? 0 : code - 1);
});

test('several classes may be allowed, and what else comes of the same object counts', async () => {
  const after = edited(
    edited(TOPOLOGY, '      superUsers: [CN=admin]\n', ''),
    '    version: 4.1.0\n',
    '    version: 4.1.1\n',
  );
  const cwd = folders(TOPOLOGY, after);
  const code = async (...allow: string[]) =>
    (await call(cwd, ['diff', 'old', 'new', ...allow.flatMap((each) => ['--allow', each])])).code;
  expect(await code()).toBe(5);
  expect(await code('narrows-access')).toBe(3);
  expect(await code('narrows-access', 'restarts-pods')).toBe(0);
});

test('a file that is cut otherwise changes nothing', async () => {
  const cwd = folder.with({
    'old/a.yaml': `${ORDERS}---\n${topic('stock', 'europe', 3)}`,
    'new/x/o.yaml': ORDERS,
    'new/s.yml': topic('stock', 'europe', 3),
  });
  expect(await call(cwd, ['diff', 'old', 'new'])).toMatchObject({
    code: 0,
    stdout: 'nothing changes that is known here\n',
  });
});

test('objects of one name in several files are compared file by file', async () => {
  const cwd = folder.with({
    'old/a.yaml': ORDERS,
    'old/b.yaml': GROWN,
    'new/a.yaml': ORDERS,
    'new/b.yaml': GROWN.replace('13', '14'),
  });
  expect((await call(cwd, ['diff', 'old', 'new'])).stdout).toMatch(/partitions: 13 → 14\n\nsafe at worst; 1 object/);
});

test('what cannot be read is told, and ends with 2', async () => {
  const cwd = folder.with({
    'old/a.yaml': ORDERS,
    'new/a.yaml': 'a: [\n',
    'new/b.yaml': ORDERS,
    'new/c.yaml': 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\n',
  });
  const { code, stdout } = await call(cwd, ['diff', 'old', 'new']);
  expect(code).toBe(2);
  expect(stdout).toMatch(/cannot be read:\n {4}new\/a\.yaml:2:1: .*\n {4}new\/c\.yaml: It has no metadata\.name/);
});

test('what is left out is told, and objects that are not known are named', async () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n';
  const cwd = folder.with({
    'old/a.yaml': ORDERS,
    'new/a.yaml': ORDERS,
    'new/b.yaml': secret,
    'new/t.yaml': '{{ a }}: b\n',
  });
  const { code, stdout } = await call(cwd, ['diff', 'old', 'new']);
  expect(code).toBe(0);
  expect(stdout).toContain('not known here:\n    Secret a is added (new/b.yaml)');
  expect(stdout).toContain('left out: 1 template');
});

test('what is yet to be filled in is compared as it stands, and not taken for gone', async () => {
  const filled = ORDERS.replace('replicas: 3', 'replicas: 3\n  config: {retention.ms: 5}');
  const cwd = folders(filled, filled.replace('retention.ms: 5', 'retention.ms: "${RETENTION}"'));
  const { code, stdout } = await call(cwd, ['diff', 'old', 'new']);
  expect(stdout).toContain('spec.config["retention.ms"]: 5 → ${RETENTION}');
  expect(code).toBe(0);
});

test('JSON has all of it, and the figures', async () => {
  const { stdout } = await call(folders(ORDERS, GROWN), ['diff', 'old', 'new', '-f', 'json']);
  expect(JSON.parse(stdout)).toEqual({
    changes: [
      {
        kind: 'KafkaTopic',
        name: 'orders',
        what: 'changed',
        path: 'new/a.yaml',
        class: 'safe',
        effects: [{ class: 'safe', field: 'spec.partitions', before: 12, after: 13, message: expect.any(String) }],
      },
    ],
    unjudged: [],
    unread: [],
    problems: [],
    notes: [],
    summary: { worst: 'safe', objects: { safe: 1 }, effects: { safe: 1 } },
  });
});

test('Markdown is a table, in which names mean nothing but themselves', async () => {
  const user = (name: string) =>
    TOPOLOGY.slice(TOPOLOGY.indexOf('apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser'))
      .split('---')[0]!
      .replace('name: orders', `name: "${name}"`);
  const { stdout } = await call(folders(user('a'), user('@b|<i>_c')), ['diff', 'old', 'new', '-f', 'markdown']);
  expect(stdout).toContain('### What this change does to Kafka: widens access');
  expect(stdout).toContain('gains Read, Write on topic "&#64;b\\|&lt;i>\\_c".<br>`spec.authorization.acls` |');
});

test('Markdown fits into a comment', async () => {
  const topics = (partitions: number) =>
    Array.from({ length: 1000 }, (_, at) => topic(`t-${at}`, 'europe', 3).replace('12', String(partitions))).join(
      '---\n',
    );
  const { stdout } = await call(folders(topics(12), topics(13)), ['diff', 'old', 'new', '-f', 'markdown']);
  expect(stdout.length).toBeLessThan(65_536);
  expect(stdout).toMatch(/\d+ more rows/);
});

test.each([
  [['diff'], 'name what was and what is'],
  [['diff', 'old'], 'name what was and what is'],
  [['diff', 'old', 'new', 'old'], 'is compared with one other'],
  [['diff', 'old', 'nowhere'], 'there is no file or folder nowhere'],
  [['diff', 'old', 'new', '--allow', 'all'], '--allow takes no-effect'],
  [['diff', 'nothing', 'new'], 'no revision of git'],
])('%j is not understood', async (argv, message) => {
  const { code, stderr } = await call(folders(ORDERS, GROWN), argv);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

describe('revisions of git', () => {
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd });

  /** A repository whose branch `main` has a topic, and whose HEAD grows it. */
  function repository(): string {
    const cwd = folder.with({ 'dist/a.yaml': ORDERS });
    git(cwd, 'init', '-q', '-b', 'main');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-qm', 'first');
    git(cwd, 'switch', '-qc', 'branch');
    writeFileSync(join(cwd, 'dist/a.yaml'), GROWN);
    git(cwd, 'commit', '-qam', 'second');
    return cwd;
  }

  test('a revision is compared with what stands there now', async () => {
    const cwd = repository();
    expect((await call(cwd, ['diff', 'main', 'dist/'])).stdout).toContain('12 → 13');
    expect((await call(cwd, ['diff', 'HEAD', 'dist/'])).stdout).toContain('nothing changes');
    writeFileSync(join(cwd, 'dist/a.yaml'), ORDERS.replace('12', '14'));
    expect((await call(cwd, ['diff', 'HEAD', 'dist/a.yaml'])).stdout).toContain('13 → 14');
    expect((await call(join(cwd, 'dist'), ['diff', 'main', '.'])).stdout).toContain('12 → 14');
  });

  test('two revisions are compared, from one to the other or from where they parted', async () => {
    const cwd = repository();
    rmSync(join(cwd, 'dist'), { recursive: true });
    expect((await call(cwd, ['diff', 'main..HEAD', 'dist'])).stdout).toContain('12 → 13');
    expect((await call(cwd, ['diff', 'branch..main', 'dist'])).stdout).toContain('13 → 12');
    expect((await call(cwd, ['diff', 'branch...main', 'dist'])).stdout).toContain('nothing changes');
    expect((await call(cwd, ['diff', 'main...', 'dist'])).stdout).toContain('12 → 13');
  });

  test('what one side does not have is new, or gone', async () => {
    const cwd = repository();
    mkdirSync(join(cwd, 'more'));
    writeFileSync(join(cwd, 'more/b.yaml'), topic('stock', 'europe', 3));
    rmSync(join(cwd, 'dist'), { recursive: true });
    const { code, stdout } = await call(cwd, ['diff', 'main', 'dist', 'more']);
    expect(stdout).toMatch(/orders is removed \([0-9a-f]{10}:dist\/a\.yaml\)/);
    expect(stdout).toContain('stock is added (more/b.yaml)');
    expect(code).toBe(9);
    expect((await call(cwd, ['diff', 'main', 'nowhere'])).stderr).toContain('no file or folder nowhere, now or then');
  });

  test('links are followed, and names that look like options or lead outside are refused', async () => {
    const cwd = repository();
    symlinkSync('a.yaml', join(cwd, 'dist/link.yaml'));
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-qm', 'link');
    expect((await call(cwd, ['diff', 'HEAD', 'dist'])).stdout).toContain('nothing changes');
    expect((await call(cwd, ['diff', 'main..--output=x', 'dist'])).stderr).toContain('no revision of git');
    expect((await call(cwd, ['diff', 'main', '../..'])).stderr).toContain('is not in the repository');
  });

  test('nothing of a revision is left behind', async () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('cdk8s-strimzi-diff-'));
    const before = left();
    await call(repository(), ['diff', 'main..HEAD', 'dist']);
    expect(left()).toEqual(before);
  });
});
