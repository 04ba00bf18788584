import { join } from 'node:path';
import { call, Folder, kafka, topic } from './harness';

const folder = new Folder();
const FAULTY = { 'kafka.yaml': kafka('europe', 3), 'topics/orders.yaml': topic('orders', 'europe', 4) };

interface Told {
  readonly findings: readonly {
    readonly rule: string;
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
    readonly field?: string;
    readonly message: string;
  }[];
  readonly notes: readonly string[];
  readonly summary: Readonly<Record<string, number>>;
}

async function told(cwd: string, argv: readonly string[], stdin?: string | Uint8Array): Promise<Told> {
  const { stdout, stderr } = await call(cwd, ['check', '--format', 'json', ...argv], {
    ...(stdin !== undefined && { stdin }),
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Told;
}

const RELEASE = ['--release', '1.2'];

describe('check reads', () => {
  test('any workload that says of itself that it is a client application', async () => {
    const job = (annotation: string): string => `
apiVersion: batch/v1
kind: Job
metadata:
  name: nightly
  annotations:
    ${annotation}: '{"contract":"kafka-properties","role":"producer","topic":"orders"}'
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: job
          image: nightly:1
          env:
            - { name: KAFKA_BOOTSTRAP_SERVERS, value: europe-kafka-bootstrap:9093 }
            - { name: KAFKA_SSL_TRUSTSTORE_CERTIFICATES, valueFrom: { secretKeyRef: { name: us-cluster-ca-cert, key: ca.crt } } }
`;
    const kafkas = { 'kafka.yaml': kafka('europe', 3), 'us.yaml': kafka('us', 3) };
    const known = folder.with({ ...kafkas, 'job.yaml': job('cdk8s-strimzi/client') });
    expect((await told(known, ['.', ...RELEASE])).findings).toMatchObject([
      { rule: 'trusted-cluster', file: 'job.yaml' },
    ]);
    const unknown = folder.with({ ...kafkas, 'job.yaml': job('example.com/client') });
    expect((await told(unknown, ['.', ...RELEASE])).findings).toEqual([]);
  });

  test('a folder with all that is below it, and tells the file, line and column of what is wrong', async () => {
    const { findings, summary } = await told(folder.with(FAULTY), ['.', ...RELEASE]);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'topic-replicas',
        file: 'topics/orders.yaml',
        line: 9,
        column: 13,
        field: 'spec.replicas',
      }),
    ]);
    expect(summary).toEqual({
      errors: 1,
      warnings: 0,
      files: 2,
      documents: 3,
      unreadable: 0,
      leftOut: 0,
      objects: 3,
      otherObjects: 0,
      waived: 0,
    });
  });

  test('standard input', async () => {
    const { findings } = await told(
      folder.with({}),
      ['-', ...RELEASE],
      `${kafka('europe', 3)}---\n${topic('orders', 'europe', 4)}`,
    );
    expect(findings).toEqual([expect.objectContaining({ rule: 'topic-replicas', file: '-', line: 38, column: 13 })]);
  });

  test('YAML and JSON together, and JSON with places', async () => {
    const orders = JSON.stringify(
      {
        apiVersion: 'kafka.strimzi.io/v1',
        kind: 'KafkaTopic',
        metadata: { name: 'orders', labels: { 'strimzi.io/cluster': 'europe' } },
        spec: { replicas: 4 },
      },
      null,
      2,
    );
    const cwd = folder.with({ 'kafka.yml': kafka('europe', 3), 'orders.json': orders });
    const { findings } = await told(cwd, ['.', ...RELEASE]);
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'topic-replicas', file: 'orders.json', line: 11, column: 17 }),
    ]);
  });

  test('JSON that is indented with tabs', async () => {
    const orders = {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaTopic',
      metadata: { name: 'orders', labels: { 'strimzi.io/cluster': 'europe' } },
      spec: { replicas: 4 },
    };
    const cwd = folder.with({ 'kafka.yml': kafka('europe', 3), 'orders.json': JSON.stringify(orders, null, '\t') });
    const { findings } = await told(cwd, ['.', ...RELEASE]);
    expect(findings).toEqual([expect.objectContaining({ rule: 'topic-replicas', line: 11, column: 15 })]);
  });

  test('lists, and typed lists whose items do not say their kind', async () => {
    const items = `apiVersion: v1
kind: List
items:
  - apiVersion: kafka.strimzi.io/v1
    kind: KafkaTopic
    metadata: {name: orders, labels: {strimzi.io/cluster: europe}}
    spec: {replicas: 5}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopicList
items:
  - metadata: {name: returns, labels: {strimzi.io/cluster: europe}}
    spec: {replicas: 6}
`;
    const { findings } = await told(folder.with({ 'a.yaml': kafka('europe', 3), 'b.yaml': items }), ['.', ...RELEASE]);
    expect(findings.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ['topic-replicas', 7, 22],
      ['topic-replicas', 13, 22],
    ]);
  });

  test('a field that is missing where the nearest one above it is', async () => {
    const pool = kafka('europe', 3).replace(/ {2}storage:\n.*\n.*\n/, '');
    const { findings } = await told(folder.with({ 'kafka.yaml': pool }), ['.', ...RELEASE]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'schema-accepts', field: 'spec.storage', line: 21, column: 1 }),
    );
  });

  test('anchors, merge keys and the YAML that Kubernetes tools understand', async () => {
    const merged = `apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata: {name: orders, labels: &mine {strimzi.io/cluster: europe}}
spec: &spec {partitions: 012, replicas: 4}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: returns
  labels:
    <<: {strimzi.io/cluster: europe}
spec:
  <<: {partitions: 3, replicas: 5}
`;
    const { findings } = await told(folder.with({ 'a.yaml': kafka('europe', 3), 'b.yaml': merged }), ['.', ...RELEASE]);
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
      ['topic-replicas', 4],
      ['topic-replicas', 12],
    ]);
  });

  test('each file once, however often it is named', async () => {
    const { summary } = await told(folder.with(FAULTY), ['kafka.yaml', '.', './topics', ...RELEASE]);
    expect(summary).toMatchObject({ files: 2, objects: 3 });
  });
});

test('what is below a field with a slip in its name is told where it stands', async () => {
  const text = topic('orders', 'europe', 0).replace('spec:', 'specs:');
  const { findings } = await told(folder.with({ 'a.yaml': text }), ['.', ...RELEASE]);
  expect(findings).toMatchObject([
    { field: 'specs', line: 7 },
    { field: 'spec.replicas', line: 9, column: 13 },
  ]);
});

describe('files that have one object', () => {
  const SMALL = { 'small.yaml': kafka('europe', 1), 'large.yaml': kafka('europe', 5) };

  test('are told once an object, and each is judged by itself', async () => {
    const files = {
      ...SMALL,
      'middle.yaml': `${kafka('europe', 3)}---\n${topic('orders', 'europe', 4)}`,
      'topics.yaml': topic('returns', 'europe', 5),
      'us.yaml': `${kafka('us', 3)}---\n${topic('new', 'us', 4)}`,
    };
    const { findings, notes } = await told(folder.with(files), ['.', ...RELEASE]);
    expect(
      findings.filter(({ rule }) => rule !== 'internal-topics').map(({ rule, file, message }) => [rule, file, message]),
    ).toEqual([
      ['one-file-an-object', 'large.yaml', 'The Kafka "europe" is also at middle.yaml:1, small.yaml:1.'],
      [
        'one-file-an-object',
        'large.yaml',
        'The KafkaNodePool "europe-nodes" is also at middle.yaml:15, small.yaml:15.',
      ],
      ['topic-replicas', 'middle.yaml', 'Topic "orders" asks for 4 replicas of each partition.'],
      ['topic-replicas', 'us.yaml', 'Topic "new" asks for 4 replicas of each partition.'],
    ]);
    expect(notes).toEqual([
      'files that have an object which others have too are judged each by itself, all others together',
    ]);
  });

  test('leave open what belongs to a cluster whose pools they have', async () => {
    const [cluster = '', pool = ''] = kafka('europe', 1).split('---\n');
    const files = {
      'a.yaml': cluster,
      'b.yaml': pool,
      'c.yaml': pool.replace('replicas: 1', 'replicas: 4'),
      'd.yaml': topic('orders', 'europe', 4),
    };
    const { findings } = await told(folder.with(files), ['.', ...RELEASE]);
    expect(findings.map(({ rule, file }) => [rule, file])).toEqual([['one-file-an-object', 'b.yaml']]);
  });

  test('are no alternatives where one of them has the object twice', async () => {
    const twice = `${topic('orders', 'europe', 3)}---\n${topic('orders', 'europe', 2)}`;
    const cwd = folder.with({ 'a.yaml': topic('orders', 'europe', 1), 'b.yaml': twice });
    const { findings } = await told(cwd, ['.', ...RELEASE]);
    expect(findings.map(({ rule, file, line, message }) => [rule, file, line, message])).toEqual([
      ['one-file-an-object', 'a.yaml', 4, 'The KafkaTopic "orders" is also at b.yaml:1.'],
      ['unique-object', 'b.yaml', 14, 'b.yaml:1 is the KafkaTopic "orders" already.'],
    ]);
  });

  test('are a fault at a site whose files the configuration names', async () => {
    const config = 'sites: {shop: {release: 1.2, paths: .}}\n';
    const { findings } = await told(folder.with({ ...SMALL, 'cdk8s-strimzi.yaml': config }), []);
    expect(findings.filter(({ rule }) => rule === 'unique-object')).toHaveLength(2);
    expect(findings.filter(({ rule }) => rule === 'one-file-an-object')).toEqual([]);
  });
});

describe('check leaves out, and says so', () => {
  test('templates of Helm', async () => {
    const cwd = folder.with({
      'chart/Chart.yaml': 'apiVersion: v2\nname: kafka\n',
      'chart/values.yaml': 'replicas: 3\n',
      'chart/templates/kafka.yaml': `{{- if .Values.kafka }}\n${kafka('{{ .Release.Name }}', 3)}{{- end }}\n`,
      'chart/templates/topic.yaml': topic('"{{ .Values.topic }}"', 'europe', 9),
    });
    const { findings, notes, summary } = await told(cwd, ['.', ...RELEASE]);
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ documents: 5, objects: 0, leftOut: 3 });
    expect(notes).toEqual([
      'left out: 3 templates that are yet to be filled in (chart/templates/kafka.yaml, chart/templates/topic.yaml)',
    ]);
  });

  test('what is yet to be substituted', async () => {
    const { findings, notes } = await told(folder.with({ 'a.yaml': topic('orders', 'europe', '${REPLICAS}') }), [
      '.',
      ...RELEASE,
    ]);
    expect(findings).toEqual([]);
    expect(notes).toEqual(['left out: 1 object with placeholders such as ${NAME} or <name> (a.yaml)']);
  });

  test.each(['<count>', '$REPLICAS', '%REPLICAS%', '@REPLICAS@', '(( grab replicas ))'])(
    'an object with the placeholder %s',
    async (placeholder) => {
      const { findings, notes } = await told(folder.with({ 'a.yaml': topic('orders', 'europe', `"${placeholder}"`) }), [
        '.',
        ...RELEASE,
      ]);
      expect(findings).toEqual([]);
      expect(notes).toEqual(['left out: 1 object with placeholders such as ${NAME} or <name> (a.yaml)']);
    },
  );

  test('no object for a group of a regular expression, or for signs within a text', async () => {
    const topics = '(?<team>[a-z]+)-orders';
    const mirror = `apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata: {name: orders, labels: {strimzi.io/cluster: europe}, annotations: {a: "${topics}", b: "5 %, 3 < 4 > 2", c: "a@B@c $1"}}
spec: {replicas: 4}
`;
    const { findings, notes } = await told(folder.with({ 'a.yaml': kafka('europe', 3), 'b.yaml': mirror }), [
      '.',
      ...RELEASE,
    ]);
    expect(notes).toEqual([]);
    expect(findings).toMatchObject([{ rule: 'topic-replicas' }]);
  });

  test('templates of Jinja, of ytt and of OpenShift', async () => {
    const name = '  name: orders\n';
    const cwd = folder.with({
      'jinja.yaml': `{% for topic in topics %}\n${topic('orders', 'europe', 9)}{% endfor %}\n`,
      'ytt.yaml': `#@ load("@ytt:data", "data")\n${topic('orders', 'europe', 9).replace(name, '  name: #@ data.values.name\n')}`,
      'openshift.yaml':
        'apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: {name: t}\nobjects: [{kind: KafkaTopic}]\n',
    });
    const { findings, notes } = await told(cwd, ['.', ...RELEASE]);
    expect(findings).toEqual([]);
    expect(notes).toEqual([
      'left out: 3 templates that are yet to be filled in (jinja.yaml, openshift.yaml, ytt.yaml)',
    ]);
  });

  test('patches that a kustomization above names, or one of another folder', async () => {
    const patch = 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nmetadata: {name: a}\nspec: {replicas: 5}\n';
    const cwd = folder.with({
      'prod/kustomization.yaml': 'patches:\n  - path: config/nodes.yaml\n  - path: ../shared/nodes.yaml\n',
      'prod/config/nodes.yaml': patch,
      'shared/nodes.yaml': patch,
    });
    expect((await told(cwd, ['.', ...RELEASE])).notes).toEqual([
      'left out: 2 patches of kustomize (prod/config/nodes.yaml, shared/nodes.yaml)',
    ]);
    expect((await told(join(cwd, 'prod/config'), ['nodes.yaml', ...RELEASE])).findings).toEqual([]);
  });

  test('patches of kustomize, by the kustomization or their name, and what may be one', async () => {
    const patch =
      'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata: {name: europe}\nspec: {kafka: {replicas: 5}}\n';
    const cwd = folder.with({
      'prod/kustomization.yaml': 'resources: [../base]\npatches:\n  - path: more.yaml\n  - path: ops.yaml\n',
      'prod/more.yaml': patch,
      'prod/ops.yaml': '- op: replace\n  path: /spec/kafka/replicas\n  value: 5\n',
      'test/kafka-patch.yaml': patch,
      'test/no-kind.yaml': 'metadata: {name: europe}\nspec: {replicas: 9}\n',
    });
    const { findings, notes } = await told(cwd, ['.', ...RELEASE]);
    expect(findings).toEqual([]);
    expect(notes).toEqual([
      'left out: 3 patches of kustomize (prod/more.yaml, prod/ops.yaml, test/kafka-patch.yaml)',
      'left out: 1 object that does not say its apiVersion or kind (test/no-kind.yaml)',
    ]);
  });

  test('nothing, where there is nothing', async () => {
    const files = { 'kustomization.yaml': 'resources: [../base]\n' };
    expect((await told(folder.with(files), ['.', ...RELEASE])).notes).toEqual([
      'there is no object beside kustomization.yaml: check what comes of it, as in kustomize build … | cdk8s-strimzi check -',
    ]);
    expect((await told(folder.with({ 'a.yaml': '# later\n' }), ['.', ...RELEASE])).notes).toEqual([
      'there is no object in what was read (a.yaml)',
    ]);
  });

  test('texts that programs fill in themselves, and braces in objects of others, are none of these', async () => {
    const rule =
      'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: a}\nspec: {x: "{{ $labels.pod }}"}\n';
    const connect = kafka('europe', 3).replace(
      '    config:\n',
      '    config:\n      ssl.key: "${secrets:shop/tls:key}"\n',
    );
    const { notes, summary } = await told(folder.with({ 'a.yaml': rule, 'b.yaml': connect }), ['.', ...RELEASE]);
    expect(notes).toEqual([]);
    expect(summary).toMatchObject({ objects: 2, otherObjects: 1 });
  });

  test('JSON of editors and compilers, which has comments and is no manifest', async () => {
    const broken = '{"apiVersion": "kafka.strimzi.io/v1", "kind": "KafkaTopic"';
    const cwd = folder.with({
      'tsconfig.json': '{\n  // as strict as can be: all of it\n  "strict": true,\n}',
      'topic.json': broken,
    });
    const { findings, notes } = await told(cwd, ['.', ...RELEASE]);
    expect(findings).toEqual([expect.objectContaining({ rule: 'is-yaml', file: 'topic.json' })]);
    expect(notes).toEqual(['left out: 1 document that is no Kubernetes object (tsconfig.json)']);
  });

  test('files of teams, and says who judges them', async () => {
    const cwd = folder.with({ 'teams/shop.yaml': 'topics:\n  - name: orders\n' });
    const { findings, notes } = await told(cwd, ['.', ...RELEASE]);
    expect(findings).toEqual([]);
    expect(notes).toEqual([
      'left out: 1 file of a team, which is judged where its program reads it by Team.fromFile (teams/shop.yaml)',
    ]);
  });

  test('hidden folders and node_modules, which it names where there is nothing else', async () => {
    const cwd = folder.with({ '.git/a.yaml': 'a', 'node_modules/b.yaml': 'b', 'README.md': '#' });
    expect(await call(cwd, ['check', '.', ...RELEASE])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'cdk8s-strimzi check: there is no .yaml, .yml or .json file in .; passed over: .git/, README.md, node_modules/\n\n' +
        'See cdk8s-strimzi check --help.\n',
    });
  });
});

describe('check ends with', () => {
  test('0 where there is no error', async () => {
    const { code, stdout } = await call(folder.with({ 'kafka.yaml': kafka('europe', 3) }), ['check', '.', ...RELEASE]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '0 errors, 0 warnings in 2 objects of 1 file\n' });
  });

  test('1 where there is one', async () => {
    expect(await call(folder.with(FAULTY), ['check', '.', ...RELEASE])).toMatchObject({ code: 1 });
  });

  test('2 where a file cannot be read, and tells what is wrong with the others', async () => {
    const cwd = folder.with({
      ...FAULTY,
      'binary.yaml': new Uint8Array([1, 0, 2]),
      'latin.yaml': new Uint8Array([0x61, 0xe4]),
    });
    const { code, stdout } = await call(cwd, ['check', '.', ...RELEASE]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/3 errors, 0 warnings in 3 objects of 4 files; 2 files could not be read\n$/);
    expect(stdout).toContain('error is-readable at binary.yaml:1:1: The file cannot be read: it is no text');
    expect(stdout).toContain('error is-readable at latin.yaml:1:1: The file cannot be read: it is not UTF-8.');
    expect(stdout).toContain('error topic-replicas at topics/orders.yaml:9:13');
  });

  test.each([
    [['check', '.'], /depends on the operators' release: name it, as in --release 1\.2/],
    [['check', '.', '--release', '9.9'], /no release "9\.9"/],
    [['check', ...RELEASE], /name the files or folders to check, or - for standard input/],
    [['check', 'nowhere', ...RELEASE], /there is no file or folder nowhere/],
    [['check', '', ...RELEASE], /a path is empty/],
    [
      ['check', 'kafka.yaml/x', ...RELEASE],
      /kafka\.yaml\/x cannot be read: what should be a folder on the way is a file/,
    ],
    [['check', 'a'.repeat(5_000), ...RELEASE], /a cannot be read: its name is too long/],
    [['check', '.', '--relase', '1.2'], /there is no option --relase; did you mean --release\?/],
    [['check', '.', '--release'], /--release needs a value: --release RELEASE/],
    [['check', '.', '--release', ''], /--release is empty: is a variable of the shell not set\?/],
    [['check', '.', '--release='], /--release is empty/],
    [['--verbose', 'check'], /there is no option --verbose before a command/],
    [['check', '.', '--release', '--quiet'], /--release needs a value/],
    [['check', '.', '--quiet=1', ...RELEASE], /--quiet takes no value/],
    [['check', '.', '--format', 'xml', ...RELEASE], /--format takes text, json, sarif, github, not "xml"/],
    [['check', '.', '--max-warnings', 'few', ...RELEASE], /--max-warnings takes a whole number, not "few"/],
    [['check', '.', '--platform', 'openshift'], /--platform goes with --release/],
    [['chekc', '.'], /there is no command chekc; did you mean check\?/],
  ])('2 where the call is not understood: %j', async (argv, message) => {
    const { code, stdout, stderr } = await call(folder.with(FAULTY), argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

test('a finding is waived by an annotation in the file, counted, and a waiver that meets nothing is told there', async () => {
  const waive = (rule: string) =>
    topic('orders', 'europe', 4).replace(
      '  labels:',
      `  annotations:\n    cdk8s-strimzi.io/waive.${rule}: Brokers follow.\n  labels:`,
    );
  const met = await call(folder.with({ 'a.yaml': kafka('europe', 3), 'b.yaml': waive('topic-replicas') }), [
    'check',
    '.',
    ...RELEASE,
  ]);
  expect(met).toMatchObject({ code: 0, stdout: '0 errors, 0 warnings in 3 objects of 2 files; 1 finding waived\n' });
  const unmet = await call(folder.with({ 'b.yaml': waive('topic-replica') }), ['check', '.', ...RELEASE]);
  expect(unmet).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^warning unused-waiver at b\.yaml:6:43: There is no rule topic-replica\.\n/),
  });
});

test('a finding is waived for a site in the configuration', async () => {
  const config =
    'sites: {shop: {release: 1.2, paths: ., waivers: {topic-replicas: Brokers follow., kafka-version: Old.}}}\n';
  const { code, stdout } = await call(folder.with({ ...FAULTY, 'cdk8s-strimzi.yaml': config }), ['check']);
  expect(code).toBe(0);
  expect(stdout).toContain(
    'warning unused-waiver at cdk8s-strimzi.yaml:1:98: The waiver of kafka-version meets no finding of this site.',
  );
  expect(stdout).toContain('1 finding waived');
});
