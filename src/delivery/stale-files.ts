import { existsSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checksumOf } from './checksum';
import { stampOf } from './file-state';
import type { IndexEntry, OutputIndex } from './output-index';

/** What an app wrote earlier, no longer describes, and is still there. */
export interface StaleFiles {
  /** To be removed: nobody changed them. */
  readonly leaving: readonly IndexEntry[];
  /** To be left to a person. */
  readonly staying: readonly IndexEntry[];
}

/**
 * Sorts out which files of an app may be removed.
 * @param nameOf what the app calls a file that it still writes, whatever the case of its letters
 */
export function staleFiles(
  outdir: string,
  index: OutputIndex,
  app: string | undefined,
  nameOf: (file: string) => string | undefined,
): StaleFiles {
  const leaving: IndexEntry[] = [];
  const staying: IndexEntry[] = [];
  for (const entry of index.writtenBy(app)) {
    const place = join(outdir, entry.file);
    if (!existsSync(place) || isWritten(outdir, entry.file, nameOf(entry.file))) continue;
    // An index that somebody must look at first is no ground to remove anything.
    const mayLeave = index.faults.length === 0 && isUntouched(place, entry.checksum);
    (mayLeave ? leaving : staying).push(entry);
  }
  return { leaving, staying };
}

/** Whether a file is written still: where the case of letters counts, one of another case is another file. */
function isWritten(outdir: string, file: string, name: string | undefined): boolean {
  if (name === undefined || name === file) return name === file;
  return stampOf(join(outdir, name)) === stampOf(join(outdir, file));
}

/** Whether a file is as it was written, and where: a link on the way may lead out of the output folder. */
function isUntouched(place: string, checksum: string): boolean {
  return realpathSync(place) === place && statSync(place).isFile() && checksumOf(place) === checksum;
}
