import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Lock } from './lock';
import type { Place } from './place';
import { isOver, newRunId } from './run-id';
import { Swap, type Journal } from './swap';

const JOURNAL = 'journal';
const ASIDE = 'run-';
const LOCK = 'lock';

/**
 * Files that are written aside and put in their places together.
 *
 * What is to be done is written down in a journal, and the rename that gives the journal its name is the moment from which
 * on the files count as written: a run that is killed earlier has done nothing, and what one that is killed later has
 * not done, the next run does before anything else (`finishInterrupted`). A run that meets an error takes all of it back.
 *
 * It stands up to processes that are killed, not to a loss of power: no file is flushed to the disk.
 */
export class Transaction {
  private readonly run = newRunId();
  private readonly aside: string;
  private lastFolder?: string;

  constructor(private readonly place: Place) {
    this.aside = `${place.beside}${ASIDE}${this.run}`;
  }

  /** Where a file, or the folder itself, is written for now. The folder that it is in is made. */
  freshOf(file: string): string {
    const fresh = `${this.aside}/new/${file}`;
    const folder = file === '.' ? fresh : dirname(fresh);
    if (folder !== this.lastFolder) mkdirSync(folder, { recursive: true });
    this.lastFolder = folder;
    return fresh;
  }

  /**
   * Calls while no other run changes the folder, after what was interrupted is finished.
   * @throws if another run is at it for too long
   */
  alone<T>(act: () => T): T {
    mkdirSync(dirname(this.place.beside), { recursive: true });
    const lock = Lock.acquire(`${this.place.beside}${LOCK}`, this.run);
    try {
      finishAll(this.place);
      return act();
    } finally {
      lock.release();
    }
  }

  /**
   * Puts and removes what the journal says. Called while `alone`.
   * @throws if something cannot be put; then everything is as it was
   */
  commit(journal: Journal): void {
    this.freshOf('.');
    const draft = join(this.aside, `${JOURNAL}.new`);
    writeFileSync(draft, JSON.stringify(journal));
    renameSync(draft, journalOf(this.aside));
    const swap = new Swap(this.place.folder, this.aside, journal);
    try {
      swap.forward(false);
    } catch (error) {
      swap.back();
      close(this.aside);
      throw error;
    }
    close(this.aside);
  }

  /** Forgets what was written aside, unless the next run has to finish it. */
  discard(): void {
    if (this.lastFolder !== undefined && !existsSync(journalOf(this.aside))) remove(this.aside);
  }
}

/**
 * Finishes what a run that was killed had begun to put in its place, and removes what runs left that were killed earlier.
 * @throws if another run is at it for too long
 */
export function finishInterrupted(place: Place): void {
  const isLocked = existsSync(`${place.beside}${LOCK}`);
  if (isLocked || leftovers(place).some(({ aside, run }) => isOver(run) || existsSync(journalOf(aside)))) {
    new Transaction(place).alone(() => undefined);
  }
}

/** Whether a run was killed while it put files in their places, and no other has finished that yet. */
export function isInterrupted(place: Place): boolean {
  return leftovers(place).some(({ aside }) => existsSync(journalOf(aside)));
}

/** Called by who has the lock, so a run whose journal is still there is not at it any more. */
function finishAll(place: Place): void {
  for (const { aside, run } of leftovers(place)) {
    const isUnfinished = existsSync(journalOf(aside));
    if (isUnfinished) finish(place.folder, aside);
    if (isUnfinished || isOver(run)) remove(aside);
  }
}

function finish(folder: string, aside: string): void {
  const swap = new Swap(folder, aside, readJournal(journalOf(aside)));
  try {
    swap.forward(true);
  } catch {
    // What the earlier run could not write, this one may not need to; what it needs itself it will be told.
    swap.back();
  }
  close(aside);
}

function readJournal(file: string): Journal {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Journal;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${file}, which says what an interrupted run had to do, cannot be read: ${reason}. Remove its folder.`,
      { cause: error },
    );
  }
}

/** From here on nothing is left to do, in either direction. */
function close(aside: string): void {
  rmSync(journalOf(aside));
}

function journalOf(aside: string): string {
  return join(aside, JOURNAL);
}

/** What runs have left, or still use: folders with their files, and locks that they were about to take. */
function leftovers({ beside }: Place): { readonly aside: string; readonly run: string }[] {
  const folder = dirname(beside);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const aside = join(folder, name);
    const prefix = [ASIDE, `${LOCK}-`].find((each) => aside.startsWith(beside + each));
    return prefix === undefined ? [] : [{ aside, run: aside.slice(beside.length + prefix.length) }];
  });
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
