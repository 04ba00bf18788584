import { basename, relative, resolve, sep } from 'node:path';
import { DOCUMENT_SEPARATOR, UnwritableValueError } from '../../delivery/yaml';
import type { Gathered } from '../gather';
import { UsageError } from '../io';
import { isBlank, rewritten, type Replacement } from './rewritten';
import { STANDARD_INPUT } from './walk';

/** The text of a file, as it was and as it is to be. */
export interface Texts {
  readonly before: string;
  readonly after: string;
}

/** The texts of all files that were read, with other objects in the place of some. */
export function textsOf(gathered: Gathered, told: readonly Replacement[]): ReadonlyMap<string, Texts> {
  const byFile = new Map<string, Replacement[]>(gathered.files.map((file) => [file, []]));
  for (const each of told) byFile.get(each.object.file)?.push(each);
  return new Map([...byFile].map(([file, ofFile]) => [file, textsOfFile(file, gathered.textOf(file) ?? '', ofFile)]));
}

/** Whether nothing is left of what a file said. */
function isGone({ before, after }: Texts): boolean {
  return after !== before && isBlank(after);
}

/** The files of which something is left. */
function left(files: ReadonlyMap<string, Texts>): (readonly [string, Texts])[] {
  return [...files].filter(([, texts]) => !isGone(texts));
}

function textsOfFile(file: string, before: string, told: readonly Replacement[]): Texts {
  try {
    return { before, after: rewritten(before, told) };
  } catch (error) {
    if (!(error instanceof UnwritableValueError)) throw error;
    throw new UsageError(`nothing was written: ${file} has a value that is no JSON: ${error.message}`);
  }
}

/** All that is left, in one text. */
export function joined(files: ReadonlyMap<string, Texts>): string {
  return left(files)
    .map(([, { after }]) => ended(after))
    .join(DOCUMENT_SEPARATOR);
}

/** What paths are relative to, and what to do where a file would be written over. */
interface Surroundings {
  readonly cwd: string;
  readonly instead?: string;
}

/**
 * What to write below a folder, as it is below what was named; a file of which nothing is left is not written.
 * @throws UsageError where two files would be written to one place, or one over what was read
 */
export function placedBelow(
  folder: string,
  files: ReadonlyMap<string, Texts>,
  paths: readonly string[],
  { cwd, instead = 'name another folder' }: Surroundings,
): ReadonlyMap<string, string> {
  const full = resolve(cwd, folder);
  const roots = paths.map((path) => relative(cwd, resolve(cwd, path)).split(sep).join('/'));
  const placed = new Map<string, string>();
  for (const [file, { after }] of left(files)) {
    const place = placeOf(file, roots);
    if (placed.has(place)) throw new UsageError(`two files would be written to ${folder}/${place}; name them apart`);
    if (resolve(full, place) === resolve(cwd, file)) throw new UsageError(`${file} would be written over; ${instead}`);
    placed.set(place, after);
  }
  return placed;
}

/** A text that another document can follow. */
function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function placeOf(file: string, roots: readonly string[]): string {
  if (file === STANDARD_INPUT) return 'manifests.yaml';
  const root = roots.find((each) => each === '' || file.startsWith(`${each}/`));
  return root === undefined ? basename(file) : file.slice(root === '' ? 0 : root.length + 1);
}
