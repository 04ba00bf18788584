/**
 * `npm run test:kill -- [TIMES] [FILES]`: kills a writing process at random moments and looks at what it left.
 *
 * Each time the next run finishes what is to be finished, and then the output folder holds the former files or the new
 * ones, whole; what was put there by hand and what somebody changed is as it was, and nothing is left beside it.
 */
import { fork, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { Output } from '../src/delivery/files';
import { filesBelow, ROOT } from './project';

const [times = 100, files = 2_000] = process.argv.slice(2).map(Number);
const EDITED = 'site/ns/ConfigMap-object-0.yaml';
const THEIRS = { 'README.md': 'mine', 'site/ns/ConfigMap-by-hand.yaml': 'mine', [EDITED]: 'mine' };

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-strimzi-kill-'));
const outdir = join(folder, 'dist');
// As far from imports/ as what is built.
const writer = join(ROOT, 'temp', 'kill', 'writer.js');

async function main(): Promise<void> {
  buildSync({
    // With the thread beside it, as in the package.
    entryPoints: ['scripts/kill/writer.ts', 'src/delivery/writer-thread.ts'].map((file) => join(ROOT, file)),
    outdir: dirname(writer),
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
  const trees = new Map(['old', 'new'].map((text) => [text, treeOf(text)]));
  write('old');
  for (const [file, text] of Object.entries(THEIRS)) writeFileSync(join(outdir, file), text);
  const whole = await run('new');
  let former = 'new';
  const counts = { former: 0, next: 0, finished: 0 };
  for (let turn = 1; turn <= times; turn++) {
    const next = former === 'new' ? 'old' : 'new';
    // The moments that matter, when files are put in their places, are towards the end.
    await run(next, Math.sqrt(Math.random()) * whole);
    const isHalfDone = journals().length > 0;
    new Output(outdir, 'kill').discard();
    const found = textOf();
    check(trees.get(found) ?? new Map(), turn);
    counts[isHalfDone ? 'finished' : found === former ? 'former' : 'next']++;
    former = found;
    if (turn % 100 === 0 || turn === times) sayUntil(turn, counts);
  }
  say('nothing that was made or changed by hand was touched');
}

/** What came of the kills so far. */
function sayUntil(
  turn: number,
  { former, next, finished }: Readonly<Record<'former' | 'next' | 'finished', number>>,
): void {
  const text = `${turn} kills of a run that writes ${files} files: ${former} left the former files, ${next} the new ones`;
  say(`${text}, ${finished} were finished by the next run`);
}

/** Starts a run, and kills it so many milliseconds after it begins to write. @returns how long it wrote */
function run(text: string, after?: number): Promise<number> {
  return new Promise((resolve) => {
    const child = fork(writer, [outdir, text, String(files)]);
    let begun = 0;
    child.once('message', () => {
      begun = performance.now();
      if (after !== undefined) setTimeout(() => child.kill('SIGKILL'), after);
    });
    child.once('exit', () => resolve(performance.now() - begun));
  });
}

function write(text: string): void {
  const { status, stderr } = spawnSync(process.execPath, [writer, outdir, text, String(files)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** What the folder should hold: files with their texts. */
function treeOf(text: string): Map<string, string> {
  rmSync(outdir, { recursive: true, force: true });
  write(text);
  const tree = new Map(Object.entries(THEIRS));
  for (const file of filesBelow(outdir)) {
    if (file !== '.cdk8s-strimzi' && file !== EDITED) tree.set(file, readFileSync(join(outdir, file), 'utf8'));
  }
  rmSync(outdir, { recursive: true });
  return tree;
}

/** Which of the texts an object has that both trees have. */
function textOf(): string {
  return readFileSync(join(outdir, 'site/ns/ConfigMap-object-1.yaml'), 'utf8').includes('text: old') ? 'old' : 'new';
}

/** @throws where the folder holds anything else than it should */
function check(tree: ReadonlyMap<string, string>, turn: number): void {
  const beside = readdirSync(folder).filter((name) => name !== basename(outdir));
  const found = filesBelow(outdir).filter((file) => file !== '.cdk8s-strimzi');
  const wrong = found.filter((file) => tree.get(file) !== readFileSync(join(outdir, file), 'utf8'));
  const missing = [...tree.keys()].filter((file) => !existsSync(join(outdir, file)));
  if (wrong.length + missing.length + beside.length === 0) return;
  throw new Error(
    `after kill ${turn}, wrong: ${wrong.join(' ')}; missing: ${missing.join(' ')}; beside: ${beside.join(' ')} (${folder})`,
  );
}

function journals(): string[] {
  return readdirSync(dirname(outdir)).filter((name) => existsSync(join(folder, name, 'journal')));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

void main().then(() => rmSync(folder, { recursive: true }));
