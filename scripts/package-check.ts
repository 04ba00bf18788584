/**
 * `npm run package-check`: what a user gets from the registry. Packs the package, looks at what is in it, installs it in an
 * empty folder, and there compiles and runs a CommonJS and an ESM program against it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT, run, runTool, withTemporaryFolder, type Outcome } from './project';

const NAME = 'cdk8s-strimzi';
/** Neither tests nor sources nor what runs have written. */
const CONTENTS =
  /^(lib\/bundle\/.*\.js|lib\/src\/.*\.d\.ts|lib\/imports\/.*\.(js|d\.ts)|imports\/.*\.jsonl?|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
/** What a run loads only when a site speaks it. */
const API_FOLDERS = /\/lib\/(imports\/|bundle\/(?!index\.js))|\/imports\//;
const DEPENDENCIES = ['cdk8s', 'constructs', 'typescript', '@types/node'];

const PROGRAM = `
import { App as PlainApp, Chart } from 'cdk8s';
import { App, FindingsError, KafkaCluster, Platform, Site, Size, Storage, StrimziRelease, type KafkaTopicProps } from '${NAME}';
import { KafkaTopic } from '${NAME}/imports/strimzi-v1';

const app = new App({ outdir: 'described' });
const site = new Site(app, 'shop', { release: StrimziRelease.V0_18, platform: Platform.KUBERNETES });
const storage = Storage.persistentClaim({ size: Size.gibibytes(20) });
const kafka = new KafkaCluster(site, 'orders-kafka', { brokers: 3, storage });
const props: KafkaTopicProps = { partitions: 12, replicas: 3 };
kafka.addTopic('orders', props);
app.synth();

const faulty = new App({ outdir: 'refused' });
const small = new Site(faulty, 'shop', { release: StrimziRelease.V0_18 });
new KafkaCluster(small, 'kafka', { brokers: 1, storage }).addTopic('orders', { partitions: 1, replicas: 3 });
try {
  faulty.synth();
  throw new Error('a topic of more replicas than brokers was written');
} catch (error) {
  if (!(error instanceof FindingsError)) throw error;
}

const plain = new PlainApp({ outdir: 'imported' });
new KafkaTopic(new Chart(plain, 'topics'), 'orders', { spec: { partitions: 12, replicas: 3 } });
plain.synth();
`;

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
  const missing = ['README.md', 'LICENSE', 'CHANGELOG.md', 'lib/bundle/index.js', 'lib/src/index.d.ts'].filter(
    (file) => !files.includes(file),
  );
  check('the tarball has an entry, a README, a licence and a changelog', missing.length === 0, missing.join('\n'));
  checkRun('publint finds nothing', runTool('publint', ['--strict', tarball]));
  const entries = files.flatMap((file) => /^lib\/(imports\/.*)\.js$/.exec(file)?.[1] ?? []);
  checkRun(
    `the types are right for every kind of import (${String(entries.length + 1)} entries)`,
    runTool('attw', [tarball, '--format', 'ascii', '--entrypoints', '.', ...entries]),
  );
}

function install(folder: string, tarball: string): void {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', private: true }));
  const packages = DEPENDENCIES.map((name) => `${name}@${devDependencies[name] ?? 'latest'}`);
  const how = ['--prefer-offline', '--no-audit', '--no-fund', '--save-exact'];
  checkRun('an empty folder can install it', run('npm', ['install', ...how, tarball, ...packages], { cwd: folder }));
}

function checkProgram(folder: string, type: 'commonjs' | 'module'): void {
  const app = join(folder, type);
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: type, private: true, type }));
  writeFileSync(join(app, 'main.ts'), PROGRAM);
  const tsc = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
  const strict = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--types', 'node'];
  const how = ['--module', 'nodenext', '--target', 'es2022', ...strict, 'main.ts'];
  if (!checkRun(`a ${type} program compiles`, run('node', [tsc, ...how], { cwd: app }))) return;
  if (type === 'commonjs') {
    // As `cdk8s init` sets up a program.
    const old = ['--module', 'commonjs', '--moduleResolution', 'node10', '--ignoreDeprecations', '6.0', '--noEmit'];
    const args = [tsc, ...old, '--target', 'es2022', ...strict, 'main.ts'];
    checkRun(`a ${type} program compiles with the resolution of node10`, run('node', args, { cwd: app }));
  }
  if (!checkRun(`a ${type} program runs`, run('node', ['main.js'], { cwd: app }))) return;
  const written = filesBelow(app).filter((file) => file.endsWith('.yaml'));
  const expected = ['described/shop.k8s.yaml', 'imported/topics.k8s.yaml'];
  check(`a ${type} program writes its manifests`, written.join() === expected.join(), written.join('\n'));
}

function checkLoading(folder: string): void {
  const { ok, stdout, stderr } = run('node', ['--eval', LOADED], { cwd: folder });
  if (!check('the entry loads', ok, stderr)) return;
  const loaded = JSON.parse(stdout) as string[];
  const heavy = loaded.filter((file) => API_FOLDERS.test(file) || file.includes('/cdk8s-plus'));
  check(`loading the entry loads no API (${String(loaded.length)} files)`, heavy.length === 0, heavy.join('\n'));
}

withTemporaryFolder((folder) => {
  const { tarball, files } = pack(folder);
  checkTarball(tarball, files);
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  install(empty, tarball);
  checkLoading(empty);
  checkProgram(empty, 'commonjs');
  checkProgram(empty, 'module');
});
console.log(failures === 0 ? 'the package is ready' : `${String(failures)} claims do not hold`);
process.exitCode = failures === 0 ? 0 : 1;
