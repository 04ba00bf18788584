import { buildSync } from 'esbuild';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { filesBelow, ROOT, run, runTool } from '../scripts/project';

/** The CRDs that the plain programs import, and the folder of each. */
const IMPORTS = ['strimzi-0.18.0', 'strimzi-0.45.2', 'jaeger-1.65.0'];
const SIDES = ['ours', 'plain'] as const;

/** Who wrote the manifests: a program on this library, or one on plain cdk8s with the classes of `cdk8s import`. */
export type Side = (typeof SIDES)[number];

/** A folder with both programs as users have them: as sources, and compiled beside them. */
export interface Workspace {
  /** A program as source. */
  source(side: Side, program: string): string;
  /** The same compiled to JavaScript. */
  compiled(side: Side, program: string): string;
  /** Where a run of it writes. */
  outdir(side: Side): string;
  /** The command line of the library. */
  readonly commandLine: string;
}

/** Makes the folder anew: installs the library, generates the classes, compiles. */
export function makeWorkspace(crds: string): Workspace {
  const folder = path.join(ROOT, 'temp', 'bench');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  installLibrary(ROOT, folder);
  for (const side of SIDES) copyPrograms(ROOT, side, path.join(folder, 'source'));
  generateClasses(crds, path.join(folder, 'source', 'plain'));
  makeApp(path.join(folder, 'source', 'plain'));
  compile(path.join(folder, 'source'), path.join(folder, 'compiled'));
  return {
    source: (side, program) => path.join(folder, 'source', side, `${program}.ts`),
    compiled: (side, program) => path.join(folder, 'compiled', side, `${program}.js`),
    outdir: (side) => path.join(folder, 'dist', side),
    commandLine: path.join(folder, 'node_modules', 'cdk8s-strimzi', 'lib', 'bundle', 'cli.js'),
  };
}

/** Installs the library of a checkout in a folder, as `npm install` of the package would. */
export function installLibrary(checkout: string, folder: string): void {
  expectOk('npm run build', run('npm', ['run', 'build'], { cwd: checkout }));
  const target = path.join(folder, 'node_modules', 'cdk8s-strimzi');
  fs.mkdirSync(target, { recursive: true });
  // Without it the name of the library would mean the project that the folder is in.
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'bench', private: true }));
  fs.copyFileSync(path.join(checkout, 'package.json'), path.join(target, 'package.json'));
  for (const part of ['lib', 'imports']) {
    fs.cpSync(path.join(checkout, part), path.join(target, part), { recursive: true });
  }
}

/** The programs of a checkout's `bench/`, which name the library as its users do. */
export function copyPrograms(checkout: string, side: Side, target: string): void {
  fs.mkdirSync(path.join(target, side), { recursive: true });
  const programs = filesBelow(path.join(checkout, 'bench', side)).filter((file) => !file.includes('/'));
  for (const file of [...programs.map((name) => `${side}/${name}`), 'shapes.ts']) {
    const text = fs.readFileSync(path.join(checkout, 'bench', file), 'utf8');
    fs.writeFileSync(path.join(target, file), text.replace("'../../src'", "'cdk8s-strimzi'"));
  }
}

function generateClasses(crds: string, app: string): void {
  for (const name of IMPORTS) {
    const target = path.join(app, 'imports', name);
    const crd = path.join(crds, `${name}.yaml`);
    expectOk(
      'cdk8s import',
      runTool('cdk8s', ['import', crd, '--language', 'typescript', '--output', target], { cwd: app }),
    );
  }
}

interface Tsconfig {
  compilerOptions: Readonly<Record<string, unknown>>;
}

/** The template is for TypeScript 5, whose defaults these were. */
const FOR_TYPESCRIPT_6 = { rootDir: '.', types: ['node'], ignoreDeprecations: '6.0' };

/** What `cdk8s init typescript-app` puts around a program. */
function makeApp(app: string): void {
  const template = path.join(ROOT, 'node_modules', 'cdk8s-cli', 'templates', 'typescript-app');
  const tsconfig = JSON.parse(fs.readFileSync(path.join(template, 'tsconfig.json'), 'utf8')) as Tsconfig;
  tsconfig.compilerOptions = { ...tsconfig.compilerOptions, ...FOR_TYPESCRIPT_6 };
  fs.writeFileSync(path.join(app, 'tsconfig.json'), JSON.stringify(tsconfig));
  fs.writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'plain', private: true }));
  fs.writeFileSync(path.join(app, 'cdk8s.yaml'), 'language: typescript\napp: npx ts-node workshop.ts\n');
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(app, 'node_modules'));
}

/** Compiles what a folder holds. */
export function compile(sources: string, target: string): void {
  const entryPoints = filesBelow(sources)
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules/'))
    .map((file) => path.join(sources, file));
  buildSync({ entryPoints, outdir: target, outbase: sources, format: 'cjs', platform: 'node', target: 'node20' });
}

/** @throws where a command failed */
export function expectOk(what: string, { ok, stdout, stderr }: { ok: boolean; stdout: string; stderr: string }): void {
  if (!ok) throw new Error(`${what} failed:\n${stdout}${stderr}`);
}
