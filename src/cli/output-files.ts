import { mkdirSync, writeFileSync } from 'node:fs';
import { lookAt } from '../delivery/file-state';
import { placeWithin } from '../delivery/place';
import { Transaction } from '../delivery/transaction';
import { UsageError } from './io';

/**
 * Writes files to a folder: all of them, or none. They are written aside and put in their places at the end.
 * @throws UsageError where they cannot be put there; then the folder is as it was
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  try {
    mkdirSync(folder, { recursive: true });
    putAll(folder, files);
  } catch (error) {
    throw new UsageError(`nothing was written: ${(error as Error).message}`);
  }
}

function putAll(folder: string, files: ReadonlyMap<string, string>): void {
  const transaction = new Transaction(placeWithin(folder));
  try {
    for (const [file, text] of files) writeFileSync(transaction.freshOf(file), text);
    transaction.alone(() => {
      const puts = Array.from(files.keys(), (file) => ({ file, before: lookAt(`${folder}/${file}`).state }));
      transaction.commit({ takes: [], puts });
    });
  } finally {
    transaction.discard();
  }
}
