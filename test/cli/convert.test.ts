import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../scripts/project';
import { call, Folder, topic } from './harness';

const folder = new Folder();
const V1BETA2 = topic('orders', 'europe', 3).replace('/v1', '/v1beta2');
const V1 = topic('orders', 'europe', 3);
const SECRET = '# kept\napiVersion: v1\nkind: Secret\nmetadata: {name: a} # as it is\n';

test('a manifest is written in the API of the other release', async () => {
  expect(await call(folder.path, ['convert', '-', '--to', '1.2'], { stdin: V1BETA2 })).toEqual({
    code: 0,
    stdout: V1,
    stderr: '',
  });
});

test('what is no object of the operators stays as it is, and so do comments before what is', async () => {
  const stdin = `# head\n---\n${SECRET}---\n# of the topic\n${V1BETA2}---\n${SECRET}`;
  const { stdout } = await call(folder.path, ['convert', '-', '--to', '1.2'], { stdin });
  expect(stdout).toBe(`# head\n---\n${SECRET}---\n# of the topic\n${V1}---\n${SECRET}`);
});

test('what the release says the same way stays as it is', async () => {
  const flow =
    'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: {name: a, labels: {strimzi.io/cluster: b}}\nspec: {replicas: 1} # one\n';
  expect((await call(folder.path, ['convert', '-', '--to', '1.2'], { stdin: flow })).stdout).toBe(flow);
});

test.each([
  [
    `--- {apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaTopic, metadata: {name: orders, labels: {strimzi.io/cluster: europe}}, spec: {partitions: 12, replicas: 3}}\n`,
    `---\n${V1}`,
  ],
  [V1BETA2.replace(/^/gm, '  ').trimEnd(), V1],
  [V1BETA2.trimEnd(), V1],
])('however a document stands in its file, the file stays sound: %j', async (stdin, expected) => {
  expect((await call(folder.path, ['convert', '-', '--to', '1.2'], { stdin })).stdout).toBe(expected);
});

test('JSON stays JSON, and lists stay lists', async () => {
  const object = {
    apiVersion: 'kafka.strimzi.io/v1beta2',
    kind: 'KafkaTopic',
    metadata: { name: 'orders', labels: { 'strimzi.io/cluster': 'europe' } },
    spec: { replicas: 3 },
  };
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } };
  const told = { ...object, apiVersion: 'kafka.strimzi.io/v1' };
  const json = await call(folder.path, ['convert', '-', '--to', '1.2'], { stdin: JSON.stringify(object) });
  expect(JSON.parse(json.stdout)).toEqual(told);
  const list = { apiVersion: 'v1', kind: 'List', items: [secret, object] };
  const listed = await call(folder.path, ['convert', '-', '--to', '1.2'], { stdin: JSON.stringify(list) });
  expect(JSON.parse(listed.stdout)).toEqual({ ...list, items: [secret, told] });
});

test('a folder is written to another one, file by file, and the inputs stay', async () => {
  const cwd = folder.with({ 'in/a/topic.yaml': V1BETA2, 'in/secret.yaml': SECRET, 'in/notes.txt': 'x' });
  const { code, stderr } = await call(cwd, ['convert', 'in', '--to', '1.2', '-o', 'out']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '2 files written to out\n' });
  expect(filesBelow(join(cwd, 'out'))).toEqual(['a/topic.yaml', 'secret.yaml']);
  expect(readFileSync(join(cwd, 'out/a/topic.yaml'), 'utf8')).toBe(V1);
  expect(readFileSync(join(cwd, 'out/secret.yaml'), 'utf8')).toBe(SECRET);
  expect(readFileSync(join(cwd, 'in/a/topic.yaml'), 'utf8')).toBe(V1BETA2);
});

describe('inputs are written over', () => {
  test('where that is asked for', async () => {
    const cwd = folder.with({ 'work/x': '', 'a/topic.yaml': V1BETA2, 'b/topic.yaml': V1BETA2 });
    const { code } = await call(join(cwd, 'work'), ['convert', '../a', '../b/topic.yaml', '--to', '1.2', '--in-place']);
    expect(code).toBe(0);
    expect(['a', 'b'].map((each) => readFileSync(join(cwd, each, 'topic.yaml'), 'utf8'))).toEqual([V1, V1]);
    expect(readdirSync(cwd).sort()).toEqual(['a', 'b', 'work']);
  });

  test('never otherwise', async () => {
    const cwd = folder.with({ 'a/topic.yaml': V1BETA2 });
    const { code, stderr } = await call(cwd, ['convert', 'a', '--to', '1.2', '-o', 'a']);
    expect(code).toBe(2);
    expect(stderr).toContain('a/topic.yaml would be written over; name another folder, or say --in-place');
    expect(readFileSync(join(cwd, 'a/topic.yaml'), 'utf8')).toBe(V1BETA2);
  });
});

describe('what would be lost', () => {
  const USER = `apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata:
  name: europe
spec:
  kafka:
    listeners:
      - name: tls
        port: 9093
        type: internal
        tls: true
      - name: out
        port: 9094
        type: cluster-ip
        tls: true
`;

  test('is told with its place, and nothing is written', async () => {
    const cwd = folder.with({ 'in/kafka.yaml': USER, 'in/topic.yaml': V1 });
    const { code, stdout, stderr } = await call(cwd, ['convert', 'in', '--to', '0.18', '-o', 'out']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/error release-says-field at in\/kafka\.yaml:\d+:\d+: /);
    expect(stderr).toContain('Nothing was written. With --allow-losses all but what is lost is.');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('is left out where that is allowed, and told all the same', async () => {
    const cwd = folder.with({ 'in/kafka.yaml': USER });
    const { code, stderr } = await call(cwd, ['convert', 'in', '--to', '0.18', '-o', 'out', '--allow-losses']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/warning release-says-field at in\/kafka\.yaml/);
    expect(readFileSync(join(cwd, 'out/kafka.yaml'), 'utf8')).toContain('apiVersion: kafka.strimzi.io/v1beta1');
  });
});

test('what another release of the Access operator has is told with the release of Strimzi that it goes with', async () => {
  const cwd = folder.with({
    'access.yaml': `apiVersion: access.strimzi.io/v1alpha1
kind: KafkaAccess
metadata: {name: binding}
spec:
  kafka: {name: europe}
  template: {secret: {metadata: {labels: {team: shop}}}}
`,
  });
  const { code, stderr } = await call(cwd, ['convert', 'access.yaml', '--to', '0.45']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/release-says-field at access\.yaml:6:3/);
  expect(stderr).toContain('Name a release that can say it: Strimzi 0.49.1.');
  expect((await call(cwd, ['convert', 'access.yaml', '--to', '0.20'])).stderr).toContain('Strimzi 0.22.1 has it');
});

describe('an object of a kind that the release lacks', () => {
  const POOL = `apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: {name: pool, labels: {strimzi.io/cluster: europe}}
spec: {replicas: 3, roles: [broker], storage: {type: ephemeral}}
`;
  const allowed = ['--to', '0.22', '--allow-losses'];

  test('is lost as a whole, which keeps all from being written', async () => {
    const { code, stdout, stderr } = await call(folder.path, ['convert', '-', '--to', '0.22'], { stdin: POOL });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('has no KafkaNodePool. The object is left out.');
  });

  test('is left out with its separator where losses are allowed, and nothing else is', async () => {
    const stdin = `# head\n---\n${SECRET}---\n# of the pool\n${POOL}---\n${V1}`;
    const { code, stdout } = await call(folder.path, ['convert', '-', ...allowed], { stdin });
    expect(code).toBe(0);
    expect(stdout).toBe(`# head\n---\n${SECRET}---\n${V1BETA2}`);
  });

  test('writes lists of lists as one, and items of typed lists with their kind', async () => {
    const topic = '{metadata: {name: t, labels: {strimzi.io/cluster: c}}, spec: {partitions: 1}}';
    const typed = `{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopicList, items: [${topic}]}`;
    const secret = '{apiVersion: v1, kind: Secret, metadata: {name: a}}';
    const cwd = folder.with({ 'in/list.yaml': `apiVersion: v1\nkind: List\nitems: [${secret}, ${typed}]\n` });
    expect((await call(cwd, ['convert', 'in', '--to', '0.45', '-o', 'out'])).code).toBe(0);
    expect(readFileSync(join(cwd, 'out/list.yaml'), 'utf8').match(/(kind|apiVersion): .*/g)).toEqual([
      'apiVersion: v1',
      'kind: List',
      'apiVersion: v1',
      'kind: Secret',
      'apiVersion: kafka.strimzi.io/v1beta2',
      'kind: KafkaTopic',
    ]);
  });

  test('leaves a list without it, and no file that held it alone', async () => {
    const item = '  - {apiVersion: v1, kind: Secret, metadata: {name: a}}\n';
    const pool = '  - {apiVersion: kafka.strimzi.io/v1, kind: KafkaNodePool, metadata: {name: p}, spec: {}}\n';
    const list = `apiVersion: v1\nkind: List\nitems:\n${item}${pool}`;
    const cwd = folder.with({ 'in/pool.yaml': POOL, 'in/list.yaml': list, 'in/empty.yaml': '# nothing yet\n' });
    expect((await call(cwd, ['convert', 'in', ...allowed, '-o', 'out'])).code).toBe(0);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['empty.yaml', 'list.yaml']);
    expect(readFileSync(join(cwd, 'out/list.yaml'), 'utf8').match(/kind: .*/g)).toEqual(['kind: List', 'kind: Secret']);
  });
});

test('what takes other objects in the release stands behind what it comes from', async () => {
  const old = `apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: {name: europe}
spec:
  kafka:
    replicas: 3
    listeners: [{name: tls, port: 9093, type: internal, tls: true}]
    storage: {type: ephemeral}
  zookeeper: {replicas: 3, storage: {type: ephemeral}}
`;
  const { code, stdout } = await call(folder.path, ['convert', '-', '--to', '1.2'], {
    stdin: `${old}---\n${V1BETA2}---\n${SECRET}`,
  });
  expect(code).toBe(0);
  expect(stdout.match(/^kind: .*/gm)).toEqual([
    'kind: Kafka',
    'kind: KafkaNodePool',
    'kind: KafkaNodePool',
    'kind: KafkaTopic',
    'kind: Secret',
  ]);
  expect(stdout.endsWith(`---\n${V1}---\n${SECRET}`)).toBe(true);
});

test('objects of one name in several files each stay in theirs', async () => {
  const cwd = folder.with({ 'in/dev.yaml': V1BETA2, 'in/prod.yaml': V1BETA2.replace('12', '24') });
  await call(cwd, ['convert', 'in', '--to', '1.2', '-o', 'out']);
  expect(readFileSync(join(cwd, 'out/dev.yaml'), 'utf8')).toBe(V1);
  expect(readFileSync(join(cwd, 'out/prod.yaml'), 'utf8')).toBe(V1.replace('12', '24'));
});

test('an object without sound metadata is told, and keeps all from being written', async () => {
  const stdin = topic('orders', 'europe', 3).replace('name: orders', 'name: 7');
  const { code, stdout, stderr } = await call(folder.path, ['convert', '-', '--to', '0.45.2'], { stdin });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^error is-manifest at -:4:9: /);
});

test('a malformed file keeps all from being written', async () => {
  const cwd = folder.with({ 'in/a.yaml': V1BETA2, 'in/b.yaml': 'a: [' });
  const { code, stderr } = await call(cwd, ['convert', 'in', '--to', '1.2', '-o', 'out']);
  expect(code).toBe(1);
  expect(stderr).toContain('error is-yaml at in/b.yaml:1:');
  expect(existsSync(join(cwd, 'out'))).toBe(false);
});

test('a number that JSON cannot say is told', async () => {
  const { code, stderr } = await call(folder.path, ['convert', '-', '--to', '1.2'], {
    stdin: V1BETA2.replace('12', '.inf'),
  });
  expect(code).not.toBe(0);
  expect(stderr).not.toContain('fault of its own');
});

test('a file that cannot be put in its place leaves the folder as it was', async () => {
  const cwd = folder.with({ 'in/a.yaml': V1BETA2, 'in/b.yaml': V1BETA2, 'out/b.yaml/in-the-way': '' });
  writeFileSync(join(cwd, 'out/a.yaml'), 'before');
  const { code, stderr } = await call(cwd, ['convert', 'in', '--to', '1.2', '-o', 'out']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^cdk8s-strimzi convert: nothing was written: .* is a folder/);
  expect(readFileSync(join(cwd, 'out/a.yaml'), 'utf8')).toBe('before');
  expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['a.yaml', 'b.yaml']);
});

test.each([
  [['convert', '-'], /name the release to write for, as in --to 1\.2/],
  [['convert', '--to', '1.2'], /name the files or folders to convert, or - for standard input/],
  [['convert', '-', '--to', '7'], /no release "7"/],
  [['convert', '-', '--to', '1.2', '--in-place'], /standard input has no place to write to/],
  [['convert', 'a', '--to', '1.2', '--in-place', '-o', 'b'], /--output and --in-place exclude each other/],
])('a call that is not understood is refused: %j', async (argv, message) => {
  const { code, stderr } = await call(folder.with({ 'a/b.yaml': V1 }), argv);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});

test('a KafkaConnectS2I becomes a KafkaConnect', async () => {
  const stdin = `apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaConnectS2I
metadata: {name: pipes}
spec: {replicas: 1, bootstrapServers: 'europe-kafka-bootstrap:9092'}
`;
  for (const to of ['0.45', '1.2']) {
    const { code, stdout } = await call(folder.path, ['convert', '-', '--to', to, '--allow-losses'], { stdin });
    expect(code).toBe(0);
    expect(stdout).toMatch(/kind: KafkaConnect\nmetadata:\n {2}name: pipes/);
  }
});

test('what is lost of a MirrorMaker 1 is told at its own place', async () => {
  const mirror = (name: string): string => `apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaMirrorMaker
metadata: { name: ${name} }
spec:
  replicas: 1
  include: orders
  consumer: { bootstrapServers: "a:9092", groupId: ${name}-group }
  producer: { bootstrapServers: "b:9092" }
`;
  const stdin = `${mirror('one')}---\n${mirror('two')}---\n${V1BETA2}`;
  const { stderr } = await call(folder.path, ['convert', '-', '--to', '1.2'], { stdin });
  expect(stderr.match(/at -?\S*:\d+:\d+: MirrorMaker 2 reads|given: .*/g)).toEqual([
    expect.stringMatching(/:7:52: /),
    expect.stringContaining('"one-group"'),
    expect.stringMatching(/:16:52: /),
    expect.stringContaining('"two-group"'),
  ]);
});

test('what is wrong with metadata is told once', async () => {
  const stdin = V1BETA2.replace('name: orders', 'name: orders\n  namespace: n');
  const { stderr, code } = await call(folder.path, ['convert', '-', '--to', '1.2'], { stdin });
  expect([code, stderr.match(/error \S+/g)]).toEqual([1, ['error is-manifest']]);
});
