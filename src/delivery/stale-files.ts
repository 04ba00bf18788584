import { existsSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checksumOf } from './checksum';
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
 * @param isWritten whether the app still writes a file
 */
export function staleFiles(
  outdir: string,
  index: OutputIndex,
  app: string | undefined,
  isWritten: (file: string) => boolean,
): StaleFiles {
  const leaving: IndexEntry[] = [];
  const staying: IndexEntry[] = [];
  for (const entry of index.writtenBy(app)) {
    const place = join(outdir, entry.file);
    if (isWritten(entry.file) || !existsSync(place)) continue;
    // An index that somebody must look at first is no ground to remove anything.
    const mayLeave = index.faults.length === 0 && isUntouched(place, entry.checksum);
    (mayLeave ? leaving : staying).push(entry);
  }
  return { leaving, staying };
}

/** Whether a file is as it was written, and where: a link on the way may lead out of the output folder. */
function isUntouched(place: string, checksum: string): boolean {
  return realpathSync(place) === place && statSync(place).isFile() && checksumOf(place) === checksum;
}
