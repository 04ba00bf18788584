import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Swap } from '../delivery/swap';
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
  const aside = mkdtempSync(join(folder, '.cdk8s-strimzi-'));
  const swap = new Swap(folder, aside);
  try {
    for (const [file, text] of files) {
      mkdirSync(join(aside, dirname(file)), { recursive: true });
      writeFileSync(join(aside, file), text);
    }
    for (const file of files.keys()) swap.put(file);
  } catch (error) {
    swap.undo();
    throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
