import { mkdirSync, writeFileSync } from 'node:fs';
import { lookAt } from '../delivery/file-state';
import { placeWithin } from '../delivery/place';
import { Transaction } from '../delivery/transaction';
import { UsageError } from './io';

/**
 * Writes files to a folder, and takes others away: all of it happens, or none. They are written aside and put in their
 * places at the end.
 * @throws UsageError where they cannot be put there; then the folder is as it was
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>, gone: readonly string[] = []): void {
  try {
    mkdirSync(folder, { recursive: true });
    putAll(folder, files, gone);
  } catch (error) {
    throw new UsageError(`nothing was written: ${(error as Error).message}`);
  }
}

function putAll(folder: string, files: ReadonlyMap<string, string>, gone: readonly string[]): void {
  const transaction = new Transaction(placeWithin(folder));
  try {
    for (const [file, text] of files) writeFileSync(transaction.freshOf(file), text);
    transaction.alone(() => {
      const changes = (names: Iterable<string>) =>
        Array.from(names, (file) => ({ file, before: lookAt(`${folder}/${file}`).state }));
      const takes = changes(gone).filter(({ before }) => before !== undefined);
      transaction.commit({ takes, puts: changes(files.keys()) });
    });
  } finally {
    transaction.discard();
  }
}
