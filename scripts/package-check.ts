/**
 * `npm run package-check`: what a user gets from the registry. Packs the package, looks at what is in it, installs it in
 * empty folders, with the lowest and with the newest packages that its peer ranges take, and there compiles and runs a
 * CommonJS and an ESM program against it, and runs its command line.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT, run, runTool, withTemporaryFolder, type Outcome } from './project';

const NAME = 'cdk8s-strimzi';
/** Neither tests nor sources nor what runs have written, but for what the README shows: guides, examples and their YAML. */
const CONTENTS =
  /^(lib\/bundle\/.*\.js|lib\/src\/.*\.d\.ts|lib\/imports\/.*\.(js|d\.ts)|imports\/.*\.jsonl?|schemas\/.*\.json|docs\/.*\.md|examples\/.*\.(ts|md|ya?ml|json)|dist\/.*\.(yaml|cdk8s-strimzi)|package\.json|LICENSE|(README|CHANGELOG|CONTRIBUTING)\.md)$/;
/** What there has to be. */
const NEEDED = [
  ...['README.md', 'LICENSE', 'CHANGELOG.md', 'docs/api/README.md', 'lib/bundle/index.js', 'lib/src/index.d.ts'],
  ...['schemas/team.json', 'schemas/model.json'],
];
/** What a run loads only when a site speaks it. */
const API_FOLDERS = /\/lib\/(imports\/|bundle\/(?!(index|core)\.js))|\/imports\//;
const TOOLS = ['typescript', '@types/node'];

/** Uses what the library takes of cdk8s: sizes, durations, validations, patches, tests; and a file of a team. */
const PROGRAM = `
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { ApiObject, App as PlainApp, Chart, JsonPatch, Testing } from 'cdk8s';
import {
  App, Consumer, Duration, FindingsError, Jaeger, KafkaCluster, Mirror, Platform, Producer, Site, Size, Storage,
  StrimziRelease, Team, type KafkaTopicProps,
} from '${NAME}';
import { KafkaTopic } from '${NAME}/imports/strimzi-v1';

const app = new App({ outdir: 'described' });
const site = new Site(app, 'shop', { release: StrimziRelease.V0_18, platform: Platform.KUBERNETES });
const storage = Storage.persistentClaim({ size: Size.gibibytes(20) });
const kafka = new KafkaCluster(site, 'orders-kafka', { brokers: 3, storage });
const copies = new KafkaCluster(site, 'copies-kafka', { brokers: 3, storage });
const props: KafkaTopicProps = { partitions: 12, replicas: 3 };
const orders = kafka.addTopic('orders', props);
writeFileSync('team.json', JSON.stringify({ topics: [{ name: 'refunds', ...props, retention: '7d' }] }));
const policies = [{ name: 'house rules', topics: { retention: { most: Duration.days(30) } } }];
Team.fromFile(kafka, 'shop', { path: 'team.json', policies });
const tracing = new Jaeger(site, 'jaeger');
new Mirror(site, 'mirror', { source: kafka, target: copies, topics: [orders], tracing });
new Producer(site, 'checkout', { topic: orders, tracing });
new Consumer(site, 'warehouse', { topic: orders.at(copies), tracing });
app.synth();

function faulty<A extends PlainApp>(root: A): A {
  const small = new Site(root, 'shop', { release: StrimziRelease.V0_18 });
  new KafkaCluster(small, 'kafka', { brokers: 1, storage }).addTopic('orders', { partitions: 1, replicas: 3 });
  return root;
}
assert.throws(() => faulty(new App({ outdir: 'refused' })).synth(), FindingsError);
assert.throws(() => faulty(new PlainApp({ outdir: 'refused' })).synth(), /topic-replicas at shop\\/kafka\\/orders/);

const tested = new Site(Testing.app(), 'tested', { release: StrimziRelease.V1_2 });
const sized = new KafkaCluster(tested, 'kafka', { brokers: 1, storage: Storage.ephemeral({ sizeLimit: Size.mebibytes(1536) }) });
sized.addTopic('orders', { replicas: 1, retention: Duration.days(7), segmentSize: Size.mebibytes(64) });
ApiObject.of(sized).addJsonPatch(JsonPatch.add('/metadata/annotations', { team: 'red' }));
const [cluster, pool, topic] = Testing.synth(tested);
assert.equal(cluster.metadata.annotations.team, 'red');
assert.deepEqual(pool.spec.storage, { type: 'ephemeral', sizeLimit: '1536Mi' });
assert.deepEqual(topic.spec.config, { 'retention.ms': 604800000, 'segment.bytes': 67108864 });

const plain = new PlainApp({ outdir: 'imported' });
new KafkaTopic(new Chart(plain, 'topics'), 'orders', { spec: { partitions: 12, replicas: 3 } });
plain.synth();
`;

const PLUS_PROGRAM = `
import { strict as assert } from 'node:assert';
import { ApiObject } from 'cdk8s';
import { ConfigMap, Deployment } from 'cdk8s-plus-27';
import { App, KafkaClient, KafkaCluster, Site, Storage, StrimziRelease } from '${NAME}';

const app = new App({ outdir: 'written' });
const site = new Site(app, 'shop', { release: StrimziRelease.V1_2 });
new ConfigMap(site, 'settings', { metadata: { name: 'settings' }, data: { colour: 'green' } });
const cluster = new KafkaCluster(site, 'kafka', { brokers: 3, storage: Storage.persistentClaim({ size: '20Gi' }) });
const orders = cluster.addTopic('orders', { partitions: 1, replicas: 3 });
const checkout = new Deployment(site, 'checkout', { containers: [{ image: 'registry.example/checkout:1.0' }] });
KafkaClient.of(checkout, { cluster, contract: 'spring-boot', producesTo: [orders] });
app.synth();
const text = JSON.stringify(ApiObject.of(checkout).toJson());
assert.match(text, /"SPRING_KAFKA_BOOTSTRAPSERVERS","value":"kafka-kafka-bootstrap:9093"/);
`;

const SOUND = `
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata: { name: orders, labels: { strimzi.io/cluster: europe } }
spec: { partitions: 12, replicas: 3 }
`;
const USER = `
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaUser
metadata: { name: reader, labels: { strimzi.io/cluster: europe } }
spec:
  authentication: { type: tls }
  authorization:
    type: simple
    acls: [{ resource: { type: topic, name: orders }, operations: [Read] }]
---
apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: { name: europe }
spec: { kafka: { replicas: 3, authorization: { type: simple } }, entityOperator: { userOperator: {} } }
`;
const FAULTY = SOUND.replace('partitions', 'partition');
/** A run tells at its end which files of packages it has loaded. */
const TELL_LOADED = `process.on('exit', () => process.stderr.write(JSON.stringify(Object.keys(require.cache))))`;

const LOADED = `require('${NAME}'); console.log(JSON.stringify(Object.keys(require.cache)))`;

let failures = 0;

/** Says whether something holds, and why it does not. */
function check(claim: string, holds: boolean, because = ''): boolean {
  console.log(`${holds ? 'ok    ' : 'NOT OK'} ${claim}`);
  if (!holds && because !== '') console.log(because.trimEnd().replace(/^/gm, '       '));
  if (!holds) failures += 1;
  return holds;
}

function checkRun(claim: string, { ok, stdout, stderr }: Outcome): boolean {
  return check(claim, ok, stdout + stderr);
}

function pack(folder: string): { readonly tarball: string; readonly files: readonly string[] } {
  checkRun('the package builds', run('npm', ['run', 'build']));
  const { stdout, stderr } = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
  if (!packed) throw new Error(stderr);
  return { tarball: join(folder, packed.filename), files: packed.files.map(({ path }) => path) };
}

function checkTarball(tarball: string, files: readonly string[]): void {
  const strange = files.filter((file) => !CONTENTS.test(file));
  check(
    `the tarball holds the library and nothing else (${String(files.length)} files)`,
    strange.length === 0,
    strange.join('\n'),
  );
  const missing = NEEDED.filter((file) => !files.includes(file));
  check(
    'the tarball has an entry, the schemas, a README, a licence and a changelog',
    missing.length === 0,
    missing.join('\n'),
  );
  checkRun('publint finds nothing', runTool('publint', ['--strict', tarball]));
  const entries = files.flatMap((file) => /^lib\/(imports\/.*)\.js$/.exec(file)?.[1] ?? []);
  checkRun(
    `the types are right for every kind of import (${String(entries.length + 1)} entries)`,
    runTool('attw', [tarball, '--format', 'ascii', '--entrypoints', '.', ...entries]),
  );
}

/** The packages that the library works with, by name: those of its users, and those that it is compiled with here. */
interface Packages {
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { peerDependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Packages;

/** Both ends of the peer ranges, as npm is asked for them. What it finds newest is within the range. */
const ENDS: Readonly<Record<string, (range: string) => string>> = { lowest: lowestOf, newest: (range) => range };

function lowestOf(range: string): string {
  const version = /^\^(\d+\.\d+\.\d+)$/.exec(range)?.[1];
  if (version === undefined) throw new Error(`${range} is no range such as ^1.2.3: its lowest version is not known`);
  return version;
}

/** Installs the package with its peers in an empty folder, and tells which versions of them there are. */
function install(folder: string, tarball: string, end: (range: string) => string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', private: true }));
  const peers = Object.entries(peerDependencies).map(([name, range]) => `${name}@${end(range)}`);
  const tools = TOOLS.map((name) => `${name}@${devDependencies[name] ?? 'latest'}`);
  const how = ['--prefer-offline', '--no-audit', '--no-fund', '--save-exact'];
  const outcome = run('npm', ['install', ...how, tarball, ...peers, ...tools], { cwd: folder });
  if (!checkRun(`an empty folder can install it with ${peers.join(', ')}`, outcome)) return peers.join(', ');
  return Object.keys(peerDependencies)
    .map((name) => `${name} ${versionOf(folder, name)}`)
    .join(', ');
}

function versionOf(folder: string, name: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** Where a program is, and how tsc is run on it. */
interface Workplace {
  readonly app: string;
  readonly tsc: (flags: readonly string[]) => Outcome;
}

function place(folder: string, name: string, type: 'commonjs' | 'module', program: string): Workplace {
  const app = join(folder, name);
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name, private: true, type }));
  writeFileSync(join(app, 'main.ts'), program);
  const tsc = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
  const flags = ['--target', 'es2022', '--strict', '--noUncheckedIndexedAccess', '--types', 'node', 'main.ts'];
  return { app, tsc: (more) => run('node', [tsc, ...more, ...flags], { cwd: app }) };
}

const NODENEXT = ['--module', 'nodenext'];
/** As `cdk8s init` sets up a program. */
const NODE10 = ['--module', 'commonjs', '--moduleResolution', 'node10', '--ignoreDeprecations', '6.0', '--noEmit'];

function checkProgram(folder: string, type: 'commonjs' | 'module'): void {
  const { app, tsc } = place(folder, type, type, PROGRAM);
  const exact = '--exactOptionalPropertyTypes';
  if (!checkRun(`a ${type} program compiles`, tsc([...NODENEXT, exact]))) return;
  if (type === 'commonjs') {
    checkRun(`a ${type} program compiles with the resolution of node10`, tsc([...NODE10, exact]));
  }
  if (!checkRun(`a ${type} program runs`, run('node', ['main.js'], { cwd: app }))) return;
  checkWritten(`a ${type} program`, app, ['described/shop.k8s.yaml', 'imported/topics.k8s.yaml']);
}

/** The types of cdk8s-plus are not made for `exactOptionalPropertyTypes`. */
function checkPlusProgram(folder: string): void {
  const { app, tsc } = place(folder, 'plus', 'commonjs', PLUS_PROGRAM);
  if (!checkRun('a program with cdk8s-plus compiles', tsc(NODENEXT))) return;
  if (!checkRun('a program with cdk8s-plus runs', run('node', ['main.js'], { cwd: app }))) return;
  checkWritten('a program with cdk8s-plus', app, ['written/shop.k8s.yaml']);
}

function checkWritten(program: string, app: string, expected: readonly string[]): void {
  const written = filesBelow(app).filter((file) => file.endsWith('.yaml'));
  check(`${program} writes its manifests`, written.join() === expected.join(), written.join('\n'));
}

function checkLoading(folder: string): void {
  const { ok, stdout, stderr } = run('node', ['--eval', LOADED], { cwd: folder });
  if (!check('the entry loads', ok, stderr)) return;
  const loaded = JSON.parse(stdout) as string[];
  const heavy = loaded.filter((file) => API_FOLDERS.test(file) || file.includes('/cdk8s-plus'));
  check(`loading the entry loads no API (${String(loaded.length)} files)`, heavy.length === 0, heavy.join('\n'));
}

interface Call {
  readonly claim: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** The exit code. */
  readonly ends: number;
  /** What it says, on either stream. */
  readonly says: RegExp;
}

const CALLS: readonly Call[] = [
  { claim: 'tells its version', args: ['--version'], ends: 0, says: /^\d+\.\d+\.\d+\n$/ },
  { claim: 'takes a sound file', args: ['check', 'sound.yaml', '--release', '0.45.2'], ends: 0, says: /^0 errors, / },
  {
    claim: 'tells what is wrong with a file, and where',
    args: ['check', 'faulty.yaml', '--release', '0.45.2'],
    ends: 1,
    says: /^error schema-accepts at faulty\.yaml:5:20: /,
  },
  { claim: 'asks for a release', args: ['check', '.'], ends: 2, says: /name it, as in --release 1\.2/ },
  {
    claim: 'converts standard input',
    args: ['convert', '-', '--to', '1.2'],
    input: SOUND,
    ends: 0,
    says: /^apiVersion: kafka\.strimzi\.io\/v1$/m,
  },
  { claim: 'compares', args: ['diff', 'sound.yaml', 'user.yaml'], ends: 9, says: /destroys data at worst/ },
  ...(
    [
      ['access', 'user.yaml', /^ {2}topic orders +R$/m],
      ['inventory', 'sound.yaml', /^Topics \(1\)$/m],
      ['replication', 'sound.yaml', /nothing to tell/],
      ['secrets', 'sound.yaml', /nothing to tell/],
    ] as const
  ).map(([report, file, says]) => ({
    claim: `reports ${report}`,
    args: ['report', report, file, '--release', '0.45.2'],
    ends: 0,
    says,
  })),
  {
    claim: 'plans a migration',
    args: ['migrate', 'sound.yaml', '--release', '0.45.2', '--to', '0.47'],
    ends: 0,
    says: /^Strimzi 0\.45\.2 to Strimzi 0\.47\.0: 2 stages$/m,
  },
  {
    claim: 'prints a clean-up',
    args: ['teardown', 'sound.yaml'],
    ends: 0,
    says: /kafkatopic\.kafka\.strimzi\.io\/orders/,
  },
  { claim: 'explains a rule', args: ['explain', 'topic-replicas'], ends: 0, says: /^topic-replicas: / },
];

function checkCommandLine(folder: string): void {
  const cwd = join(folder, 'manifests');
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'sound.yaml'), SOUND);
  writeFileSync(join(cwd, 'user.yaml'), USER);
  writeFileSync(join(cwd, 'faulty.yaml'), FAULTY);
  for (const { claim, args, input = '', ends, says } of CALLS) {
    const { status, stdout, stderr } = run('npx', ['--no', NAME, ...args], { cwd, input });
    const text = stdout + stderr;
    check(`the command line ${claim}`, status === ends && says.test(text), `it ends with ${String(status)}\n${text}`);
  }
  checkLoadedBy(cwd, ['check', 'sound.yaml', '--release', '0.45.2']);
  checkLoadedBy(cwd, ['convert', 'sound.yaml', '--to', '1.2']);
}

/** A call is to start fast, so it loads none of the peers. */
function checkLoadedBy(cwd: string, args: readonly string[]): void {
  const tell = join(cwd, 'tell-loaded.js');
  writeFileSync(tell, TELL_LOADED);
  const { stderr } = run('node', ['--require', tell, join('..', 'node_modules', '.bin', NAME), ...args], { cwd });
  const packages = new Set(stderr.match(/(?<=\/node_modules\/)(@[^/]+\/)?[^/"]+/g));
  const claim = `the command line loads this package alone to ${args[0] ?? ''}`;
  check(claim, [...packages].join() === NAME, stderr);
}

withTemporaryFolder((folder) => {
  const { tarball, files } = pack(folder);
  checkTarball(tarball, files);
  for (const [name, end] of Object.entries(ENDS)) {
    const empty = join(folder, name);
    console.log(`-- with the ${name} peers: ${install(empty, tarball, end)}`);
    checkLoading(empty);
    checkProgram(empty, 'commonjs');
    checkProgram(empty, 'module');
    checkPlusProgram(empty);
    checkCommandLine(empty);
  }
});
console.log(failures === 0 ? 'the package is ready' : `${String(failures)} claims do not hold`);
process.exitCode = failures === 0 ? 0 : 1;
