import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../io';

/** A range of revisions, as `git diff` writes it. */
export interface Range {
  readonly before: string;
  /** Absent: what stands in the folder now. */
  readonly after?: string;
}

/** Reads a revision, `A..B`, or `A...B`, which begins where the two parted. */
export function rangeOf(text: string, cwd: string): Range {
  const [, from = '', dots, to = ''] = /^(.*?)(\.{2,3})(.*)$/.exec(text) ?? [];
  if (dots === undefined) return { before: commitOf(text, cwd) };
  const [before, after] = [commitOf(from || 'HEAD', cwd), commitOf(to || 'HEAD', cwd)];
  if (dots === '..') return { before, after };
  const base = git(['merge-base', before, after], cwd);
  if (!base.ok) throw new UsageError(`${from || 'HEAD'} and ${to || 'HEAD'} never were one: ${text} begins nowhere`);
  return { before: base.stdout.toString('utf8').trim(), after };
}

function commitOf(revision: string, cwd: string): string {
  const { ok, stdout } = revision.startsWith('-')
    ? { ok: false, stdout: Buffer.of() }
    : git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], cwd);
  if (!ok) {
    throw new UsageError(`there is no file or folder ${revision}, and no revision of git by that name in ${cwd}`);
  }
  return stdout.toString('utf8').trim();
}

/** A revision's manifests in a folder of their own, where they are what they are in the repository. */
export interface CheckedOut {
  /** The folder that stands for the working folder. */
  readonly cwd: string;
  /** Removes what was put there. */
  readonly remove: () => void;
}

/**
 * Puts what a commit has at paths into a folder of its own.
 * @throws UsageError where a path is not in the repository
 */
export function checkOut(commit: string, paths: readonly string[], cwd: string): CheckedOut {
  const { ok, stdout } = git(['rev-parse', '--show-toplevel'], cwd);
  if (!ok) throw new UsageError(`${cwd} is in no working tree of git`);
  const top = realpathSync(stdout.toString('utf8').trim());
  const here = relative(top, realpathSync(cwd));
  const wanted = paths.map((path) =>
    relative(top, resolve(realpathSync(cwd), path))
      .split(sep)
      .join('/'),
  );
  const outside = wanted.find((path) => path === '..' || path.startsWith('../'));
  if (outside !== undefined) throw new UsageError(`${outside} is not in the repository ${top}`);
  const entries = entriesOf(commit, wanted, top);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-strimzi-diff-')));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    mkdirSync(join(folder, here), { recursive: true });
    putAll(folder, entries, top);
    return { cwd: join(folder, here), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

interface Entry {
  readonly path: string;
  readonly object: string;
  readonly isLink: boolean;
}

/** Manifests, what tells patches from them, and files that are named themselves. */
const READ = /\.(ya?ml|json)$|(^|\/)Kustomization$/i;
const LINK = '120000';

function entriesOf(commit: string, paths: readonly string[], top: string): readonly Entry[] {
  const { stdout } = git(['ls-tree', '-r', '-z', commit, '--', ...paths.filter((path) => path !== '')], top);
  return stdout
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode, type, object = '', path = ''] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
      return type === 'blob' && (READ.test(path) || paths.includes(path))
        ? [{ path, object, isLink: mode === LINK }]
        : [];
    });
}

function putAll(folder: string, entries: readonly Entry[], top: string): void {
  const contents = contentsOf(entries, top);
  entries.forEach(({ path, isLink }, index) => {
    const content = contents[index] ?? Buffer.of();
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (isLink) symlinkSync(content.toString('utf8'), file);
    else writeFileSync(file, content);
  });
}

/** The contents of objects: one call for all of them. */
function contentsOf(entries: readonly Entry[], top: string): readonly Buffer[] {
  if (entries.length === 0) return [];
  const { stdout } = git(['cat-file', '--batch'], top, entries.map(({ object }) => `${object}\n`).join(''));
  const contents: Buffer[] = [];
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf('\n', at);
    const size = Number(stdout.toString('latin1', at, end).split(' ')[2]);
    if (Number.isNaN(size)) throw new Error(`git has no object ${stdout.toString('latin1', at, end)}`);
    contents.push(stdout.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}

function git(args: readonly string[], cwd: string, input = ''): { readonly ok: boolean; readonly stdout: Buffer } {
  const { status, stdout, error } = spawnSync('git', args, { cwd, input, maxBuffer: Infinity });
  if (error) throw new UsageError(`git cannot be called: ${error.message}`);
  return { ok: status === 0, stdout };
}
