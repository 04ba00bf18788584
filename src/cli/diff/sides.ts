import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { Side } from '../../reports/side';
import type { SourceObject } from '../files/objects';
import { STANDARD_INPUT } from '../files/walk';
import { gatherAny } from '../gather';
import { UsageError, type Io } from '../io';
import { leftOutNotes } from '../report';
import { checkOut, rangeOf } from './git';

/** What a comparison is of. */
export interface Sides {
  readonly before: ReadSide;
  readonly after: ReadSide;
}

/** A side, and what could not be read of it. */
export interface ReadSide {
  readonly side: Side;
  /** What was read, by file. */
  readonly objects: readonly SourceObject[];
  readonly files: number;
  /** What cannot be read, or is malformed, with its place. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly notes: readonly string[];
}

/**
 * Reads both sides that arguments name.
 * @throws UsageError where they name none
 */
export async function readSides(positionals: readonly string[], io: Io): Promise<Sides> {
  const [first, ...others] = positionals;
  if (first === undefined || others.length === 0) {
    throw new UsageError('name what was and what is: two files or folders, or a revision of git and paths');
  }
  if (first !== STANDARD_INPUT && !existsSync(resolve(io.cwd, first))) return ofRevisions(first, others, io);
  const [second, ...more] = others;
  if (second === undefined || more.length > 0) {
    throw new UsageError(
      `${first} is a file or folder, which is compared with one other; a revision of that name is refs/heads/${first}`,
    );
  }
  return { before: await readPaths([first], io), after: await readPaths([second], io) };
}

async function ofRevisions(text: string, paths: readonly string[], io: Io): Promise<Sides> {
  const { before, after } = rangeOf(text, io.cwd);
  const old = checkOut(before, paths, io.cwd);
  const now = after === undefined ? { cwd: io.cwd, remove: () => undefined } : checkOut(after, paths, io.cwd);
  try {
    const nowhere = paths.find((path) => ![old, now].some(({ cwd }) => existsSync(resolve(cwd, path))));
    if (nowhere !== undefined) throw new UsageError(`there is no file or folder ${nowhere}, now or then`);
    const there = (cwd: string): string[] => paths.filter((path) => existsSync(resolve(cwd, path)));
    return {
      before: await readPaths(there(old.cwd), { ...io, cwd: old.cwd }, `${before.slice(0, 10)}:`),
      after: await readPaths(
        there(now.cwd),
        { ...io, cwd: now.cwd },
        after === undefined ? '' : `${after.slice(0, 10)}:`,
      ),
    };
  } finally {
    old.remove();
    now.remove();
  }
}

/** @param prefix - what is put before the names of files */
async function readPaths(paths: readonly string[], io: Io, prefix = ''): Promise<ReadSide> {
  const side = new Side();
  // A folder may be empty on one side, or not be there: then all of the other side is new, or gone.
  // What is yet to be filled in counts as it stands: left out of one side, it would seem to be gone.
  const gathered = await gatherAny(paths, io, () => false);
  const roots = paths.map((path) => relative(io.cwd, resolve(io.cwd, path)).split(sep).join('/'));
  for (const { manifest, path, file } of gathered.objects) {
    side.take(manifest, `${prefix}${path}`, belowRoot(file, roots));
  }
  return {
    side,
    objects: gathered.objects,
    files: gathered.files.length,
    problems: [
      ...gathered.unreadable.map(({ file, message }) => ({ path: `${prefix}${file}`, message })),
      ...gathered.malformed.map(({ file, line, column, message }) => ({
        path: `${prefix}${file}:${line}:${column}`,
        message,
      })),
    ],
    notes: leftOutNotes(gathered),
  };
}

/** The name of a file below what was named, so that files of two folders are the same one. */
function belowRoot(file: string, roots: readonly string[]): string {
  const root = roots.find((each) => each === file || file.startsWith(`${each}/`));
  return root === undefined ? file : file.slice(root.length);
}
