import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Change } from './swap';

/**
 * What is to be put so that files are in their places: folders that are not there yet as a whole, else the files.
 * @throws if a file is where a folder is to be, and is not about to be taken away
 */
export function pathsToPut(folder: string, files: readonly Change[], takes: readonly Change[]): readonly Change[] {
  if (!isFolder(folder, [])) return [{ file: '.', before: undefined }];
  const leaving = takes.map(({ file }) => join(folder, file));
  const missing = new Map<string, string | undefined>();
  /** The outermost of the folders that a file is in that is not there. */
  const missingFolder = (name: string): string | undefined => {
    if (name === '.' || missing.has(name)) return missing.get(name);
    const outer = missingFolder(posix.dirname(name));
    const outermost = outer ?? (isFolder(join(folder, name), leaving) ? undefined : name);
    missing.set(name, outermost);
    return outermost;
  };
  const whole = new Set<string>();
  return files.flatMap((change) => {
    const within = missingFolder(posix.dirname(change.file));
    if (within === undefined) return [change];
    if (whole.has(within)) return [];
    whole.add(within);
    return [{ file: within, before: undefined }];
  });
}

/** Whether a folder is there; a file that leaves does not stand in its way. */
function isFolder(place: string, leaving: readonly string[]): boolean {
  const there = statSync(place, { throwIfNoEntry: false });
  if (!there || there.isDirectory()) return there !== undefined;
  if (leaving.includes(place)) return false;
  throw new Error(`${place} is a file; a folder with manifests is to be there. Move it away.`);
}
