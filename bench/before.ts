import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT, run } from '../scripts/project';
import { interleave, type Contestant } from './measure';
import { mebibytes, ratio, seconds, table } from './table';
import { compile, copyPrograms, expectOk, installLibrary } from './workspace';

const SIZES = ['1000', '10000', '50000'];

/** Programs of one state of the library, compiled. */
interface State {
  readonly compiled: string;
  readonly outdir: string;
}

/** This state of the library beside an earlier one, each with the programs of its own `bench/`. */
export function before(revision: string, rounds: number): string {
  const now = stateOf(ROOT, 'now');
  const then = stateOf(checkoutOf(revision), 'then');
  const contestant = ({ compiled, outdir }: State, ...args: string[]): Contestant => ({
    command: process.execPath,
    args: [path.join(compiled, 'ours', args[0] ?? ''), ...args.slice(1)],
    outdir,
  });
  const rows = [['workshop.js'], ...SIZES.map((size) => ['fleet.js', size])].map((args) => {
    const [mine = [], theirs = []] = interleave([contestant(now, ...args), contestant(then, ...args)], rounds);
    const cells = [seconds(mine), seconds(theirs), ratio(mine, theirs)];
    return [args.join(' '), ...cells, mebibytes(mine), mebibytes(theirs), ratio(mine, theirs, 'mebibytes')];
  });
  const head = ['program', 'now', revision, 'ratio', 'peak now', `peak ${revision}`, 'ratio'];
  return `## This state beside ${revision}, compiled\n\n${table(head, rows)}`;
}

function stateOf(checkout: string, name: string): State {
  const folder = path.join(ROOT, 'temp', 'bench-before', name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  installLibrary(checkout, folder);
  copyPrograms(checkout, 'ours', path.join(folder, 'source'));
  compile(path.join(folder, 'source'), path.join(folder, 'compiled'));
  return { compiled: path.join(folder, 'compiled'), outdir: path.join(folder, 'dist') };
}

/** The files of a revision, with its own packages. */
function checkoutOf(revision: string): string {
  const folder = path.join(ROOT, 'temp', 'bench-before', 'checkout');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const archive = path.join(folder, 'files.tar');
  expectOk('git archive', run('git', ['archive', '--output', archive, revision]));
  expectOk('tar', run('tar', ['--extract', '--file', archive, '--directory', folder]));
  expectOk('npm ci', run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder }));
  return folder;
}
