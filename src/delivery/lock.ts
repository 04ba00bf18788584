import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOver, runName } from './run-id';

/** How long a run waits for another, and how long between two looks, in milliseconds. */
const PATIENCE = 60_000;
const PAUSE = 20;

/**
 * What one run has at a time.
 *
 * It is a folder that holds one file, named after the run that has it. A run makes such a folder of its own and moves it
 * to the place of the lock, which works only where nothing or an empty folder is. To take a lock from a run that is over
 * is to remove its very file: whoever comes second finds it gone and takes nothing from a third.
 */
export class Lock {
  private constructor(
    private readonly place: string,
    private readonly run: string,
  ) {}

  /**
   * Waits for the lock and takes it.
   * @throws if another run keeps it for longer than `patience` milliseconds
   */
  static acquire(place: string, run: string, patience = PATIENCE): Lock {
    const own = `${place}-${run}`;
    try {
      mkdirSync(own, { recursive: true });
      writeFileSync(join(own, run), '');
      for (let waited = 0; !moved(own, place); waited += PAUSE) {
        const holder = holderOf(place);
        if (holder === undefined) continue;
        if (isOver(holder)) rmSync(join(place, holder), { force: true });
        else if (waited >= patience) throw new Error(heldText(place, holder, patience));
        else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
      }
      return new Lock(place, run);
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  }

  /** Lets the next one have it. */
  release(): void {
    rmSync(join(this.place, this.run), { force: true });
    removeEmpty(this.place);
  }
}

function moved(own: string, place: string): boolean {
  try {
    renameSync(own, place);
    return true;
  } catch (error) {
    if (!OCCUPIED.has((error as NodeJS.ErrnoException).code ?? '') || !existsSync(place)) throw error;
    return false;
  }
}

/** What systems say of a place that is taken. */
const OCCUPIED = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']);

/** Who has the lock, if anybody. An empty folder is in nobody's way but on Windows. */
function holderOf(place: string): string | undefined {
  if (!existsSync(place)) return undefined;
  const [holder] = readdirSync(place);
  if (holder === undefined) removeEmpty(place);
  return holder;
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Another run was faster: it removed the folder, or has the lock by now.
  }
}

function heldText(place: string, holder: string, patience: number): string {
  return (
    `${place} is held by ${runName(holder)} for more than ${patience / 1000} s. Two runs do not write one output ` +
    `folder at once. If that process is no more, remove ${place}.`
  );
}
