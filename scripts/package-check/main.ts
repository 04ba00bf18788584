/**
 * `npm run package-check`: what a user gets from the registry. Packs the package, looks at what is in it, installs it in
 * empty folders, with the lowest and with the newest packages that its peer ranges take, and there compiles and runs a
 * CommonJS and an ESM program against it, and runs its command line.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT, run, runTool, withTemporaryFolder, type Outcome } from '../project';
import { checkCommandLine } from './command-line';
import { NAME } from './name';
import { PLUS_PROGRAM, PROGRAM } from './programs';
import { check, checkRun, conclude } from './told';

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

const LOADED = `require('${NAME}'); console.log(JSON.stringify(Object.keys(require.cache)))`;

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
conclude();
