import { cpSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stateOf, type FileState } from './file-state';

/** A file, or a folder that is put whole, and what was in its place before. */
export interface Change {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  readonly before: FileState;
}

/** What is to be done to a folder. */
export interface Journal {
  readonly takes: readonly Change[];
  readonly puts: readonly Change[];
}

/**
 * Replaces and removes files of a folder as a journal says, forward or back.
 *
 * What was done so far shows in where files are: new ones wait in `new/` until they are put, and those that were there
 * before are kept in `old/`. So a swap that was broken off at any point can go on in either direction, in another process.
 */
export class Swap {
  private lastFolder?: string;

  /**
   * @param folder where the files belong
   * @param aside where `new/` and `old/` are
   */
  constructor(
    private readonly folder: string,
    private readonly aside: string,
    private readonly journal: Journal,
  ) {}

  /**
   * Does what is not done yet.
   * @param mayHaveChanged whether somebody may have changed files since the journal was written; those stay as they are
   */
  forward(mayHaveChanged: boolean): void {
    const { takes, puts } = this.journal;
    const stays = (change: Change): boolean => mayHaveChanged && !this.isAsBefore(change);
    mkdirSync(join(this.aside, 'old'), { recursive: true });
    for (const [index, take] of takes.entries()) if (!stays(take)) this.keep(take.file, `take-${index}`);
    for (const folder of new Set(takes.map(({ file }) => dirname(file)))) this.removeEmptyFolders(folder);
    for (const [index, put] of puts.entries()) {
      if (this.isPut(put) || stays(put)) continue;
      this.refuseFolder(put);
      if (put.before !== undefined) this.keep(put.file, `put-${index}`);
      this.put(put);
    }
  }

  /** Takes back what is done. */
  back(): void {
    const { takes, puts } = this.journal;
    for (const [index, put] of [...puts.entries()].reverse()) {
      if (this.isPut(put) && isThere(this.placeOf(put.file))) move(this.placeOf(put.file), this.freshOf(put.file));
      this.restore(put.file, `put-${index}`);
    }
    for (const [index, { file }] of takes.entries()) this.restore(file, `take-${index}`);
  }

  private isPut({ file }: Change): boolean {
    return !isThere(this.freshOf(file));
  }

  private isAsBefore({ file, before }: Change): boolean {
    const state = stateOf(this.placeOf(file));
    return state === before || state === undefined;
  }

  private refuseFolder({ file }: Change): void {
    const place = this.placeOf(file);
    if (isFolder(place) && !isFolder(this.freshOf(file))) {
      throw new Error(`${place} is a folder; a manifest is to be written there. Move it away.`);
    }
  }

  private put({ file }: Change): void {
    const place = this.placeOf(file);
    this.makeFolder(dirname(place));
    move(this.freshOf(file), place);
  }

  private makeFolder(folder: string): void {
    if (folder === this.lastFolder) return;
    mkdirSync(folder, { recursive: true });
    this.lastFolder = folder;
  }

  /** Moves what is there aside. */
  private keep(file: string, name: string): void {
    const place = this.placeOf(file);
    if (isThere(place)) move(place, this.keptOf(name));
  }

  /** Brings back what was there, unless somebody put something there since. */
  private restore(file: string, name: string): void {
    const place = this.placeOf(file);
    if (!isThere(this.keptOf(name)) || isThere(place)) return;
    mkdirSync(dirname(place), { recursive: true });
    move(this.keptOf(name), place);
  }

  /** Removes a folder of the folder and those that it is in, as long as nothing is in them. */
  private removeEmptyFolders(name: string): void {
    for (let inner = name; inner !== '.'; inner = dirname(inner)) {
      if (!wasEmptied(this.placeOf(inner))) return;
    }
  }

  private placeOf(file: string): string {
    return join(this.folder, file);
  }

  private freshOf(file: string): string {
    return join(this.aside, 'new', file);
  }

  private keptOf(name: string): string {
    return join(this.aside, 'old', name);
  }
}

function isFolder(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isThere(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Removes a folder if nothing is in it. What is in it is not listed, which would cost as much as it holds.
 * @returns whether it is not there any more
 */
function wasEmptied(place: string): boolean {
  try {
    rmdirSync(place);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code)) return false;
    throw error;
  }
}

/** Moves a file or a folder, also to another file system, which a mounted folder is: copied whole, then put by a rename. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const copy = `${to}.cdk8s-strimzi-part`;
    cpSync(from, copy, { recursive: true });
    renameSync(copy, to);
    rmSync(from, { recursive: true });
  }
}
