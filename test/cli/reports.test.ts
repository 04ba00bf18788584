import { join } from 'node:path';
import { call, Folder, kafka, topic } from './harness';

const folder = new Folder();
const FILES = { 'kafka.yaml': kafka('europe', 2), 'topics/orders.yaml': topic('orders', 'europe', 3) };

test('an inventory is told in tables', async () => {
  const { code, stdout } = await call(folder.with(FILES), [
    'report',
    'inventory',
    '.',
    '--release',
    '1.2',
    '-n',
    'shop',
  ]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^namespace shop\n\nPods \(3\)\n +NAME +COUNT +OF\n/);
  expect(stdout).toMatch(/europe-europe-nodes-1 +1 +Kafka europe\n/);
  expect(stdout).toMatch(/data-europe-europe-nodes-0 +20Gi +Kafka europe\n/);
  expect(stdout).toMatch(/NAME +TOPIC +CLUSTER +PARTITIONS +REPLICATION FACTOR\n +orders +orders +europe +12 +3\n/);
});

test('an inventory is told as JSON and as Markdown', async () => {
  const cwd = folder.with(FILES);
  const json = await call(cwd, ['report', 'inventory', '.', '--release', '1.2', '-f', 'json']);
  expect(JSON.parse(json.stdout)).toMatchObject({
    topics: [{ name: 'orders', partitions: 12 }],
    users: [],
    unread: [],
  });
  const markdown = await call(cwd, ['report', 'inventory', '.', '--release', '1.2', '-f', 'markdown']);
  expect(markdown.stdout).toContain('| europe-entity-operator-\\* | 1 | Kafka europe |');
});

test('sites of a file are told one by one', async () => {
  const sites = 'sites:\n  old: {release: 0.45.2, paths: old}\n  new: {release: 1.2, namespace: shop, paths: new}\n';
  const cwd = folder.with({
    'cdk8s-strimzi.yaml': sites,
    'old/a.yaml': topic('a', 'b', 3),
    'new/a.yaml': topic('a', 'b', 3),
  });
  const { stdout } = await call(cwd, ['report', 'inventory']);
  expect(stdout.match(/^(site .*|Topics.*)$/gm)).toEqual([
    'site old',
    'Topics (1)',
    'site new, namespace shop',
    'Topics (1)',
  ]);
});

test('what cannot be read is told, and ends with 2', async () => {
  const cwd = folder.with({
    ...FILES,
    'broken.yaml': 'a: [\n',
    'nameless.yaml': 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\n',
  });
  const { code, stdout, stderr } = await call(cwd, ['report', 'inventory', '.', '--release', '1.2']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/broken\.yaml:2:1: .*\nnameless\.yaml: It has no metadata\.name/);
  expect(stdout).toContain('Topics (1)');
});

test.each([
  [['report'], 'name a report: access, inventory, replication, secrets, runbook'],
  [['report', 'inventory', '.', '--release', '1.2', '-f', 'mermaid'], 'mermaid is a format of report replication'],
  [['report', 'inventory', '.', '--release', '1.2', '--user', 'shop'], '--user is for the report access'],
  [['report', 'inventory', '.', '--release', '1.2', '-f', 'svg'], 'svg is a format of report replication'],
  [['report', 'inventry', '.'], 'did you mean inventory?'],
  [['report', 'inventory', '.'], 'name it, as in --release 1.2'],
  [['report', 'inventory', '--release', '1.2'], 'name the files or folders to read'],
])('%j is not understood', async (argv, message) => {
  const { code, stderr } = await call(folder.with(FILES), argv);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('the replication is told as tables, as JSON, and as a picture', async () => {
  const dist = join(__dirname, '../../dist/workshop-1.2');
  const told = (format: string) => call(dist, ['report', 'replication', '.', '--release', '1.2', '-f', format]);
  const text = await told('text');
  expect(text.stdout).toMatch(
    /^us-cluster$[^]*my-topic +copied +amq-streams\.k8s\.yaml:\d+ +my-topic at europe-cluster$/m,
  );
  expect(text).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse((await told('json')).stdout)).toMatchObject({
    ways: [{ topics: 'my-topic', syncsOffsets: true }],
    notes: [],
  });
  expect((await told('markdown')).stdout).toContain('| my-topic | copied |');
  expect((await told('mermaid')).stdout).toContain('c0 -->|"my-topic"| c1');
  expect((await told('svg')).stdout).toMatch(/^<svg [^]*>my-topic<\/text>[^]*<\/svg>\n$/);
});

describe('the report of access', () => {
  const USER = `apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata:
  name: NAME
  labels:
    strimzi.io/cluster: europe
spec:
  authentication:
    type: tls
  authorization:
    type: simple
    acls:
      - resource: { type: topic, name: orders }
        operations: [Write, Describe]
`;
  const secured = kafka('europe', 3)
    .replace('    config:\n', '    authorization:\n      type: simple\n    config:\n')
    .replace('topicOperator: {}', 'userOperator: {}');
  const cwd = folder.with({
    'kafka.yaml': secured,
    'users/a.yaml': USER.replace('NAME', 'checkout'),
    'users/b.yaml': USER.replace('NAME', 'another'),
  });
  const report = (...more: string[]) => call(cwd, ['report', 'access', '.', '--release', '1.2', ...more]);

  it('has a column for each user and a row for each thing', async () => {
    const { code, stdout } = await report();
    expect(code).toBe(0);
    expect(stdout).toMatch(/May \(1\)\n +ANOTHER +CHECKOUT\n +topic orders +W +W\n/);
    expect(stdout).toMatch(/\nR Read, W Write, .*\n$/);
  });

  it('is of one user where one is named', async () => {
    const { stdout } = await report('--user', 'checkout');
    expect(stdout).not.toContain('another');
    expect(stdout).toMatch(/checkout +topic orders +Write +Nobody in these manifests needs it\.\n/);
    expect(stdout).toMatch(/checkout +topic orders +Describe +Another operation of the rule brings it\.\n/);
  });

  it('is told as JSON and as Markdown', async () => {
    const json = JSON.parse((await report('-f', 'json')).stdout) as object;
    expect(json).toMatchObject({ cells: [{ user: 'another', operations: ['Write', 'Describe'] }, {}], lacks: [] });
    expect((await report('-f', 'markdown')).stdout).toContain(
      '|  | another | checkout |\n| --- | --- | --- |\n| topic orders | W | W |',
    );
  });

  it('has blocks of few users', async () => {
    const users = Array.from({ length: 7 }, (_, n) => [`users/${n}.yaml`, USER.replace('NAME', `user-${n}`)]);
    const many = folder.with({ 'kafka.yaml': secured, ...(Object.fromEntries(users) as Record<string, string>) });
    const { stdout } = await call(many, ['report', 'access', '.', '--release', '1.2']);
    expect(stdout.match(/^May .*$/gm)).toHaveLength(2);
    expect(stdout).toMatch(/ +USER-6\n +topic orders +W\n/);
  });
});
