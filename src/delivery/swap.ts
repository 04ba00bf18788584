import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Replaces and removes files of a folder, and can take all of it back. */
export class Swap {
  private readonly undoings: (() => void)[] = [];
  private kept = 0;

  /**
   * @param folder where the files belong
   * @param aside where new files are, and where old ones are kept until the end
   */
  constructor(
    private readonly folder: string,
    private readonly aside: string,
  ) {}

  /** Makes a folder of the folder, if it is not there. */
  makeFolder(name: string): void {
    const made = mkdirSync(join(this.folder, name), { recursive: true });
    if (made !== undefined) this.undoings.push(() => rmSync(made, { recursive: true, force: true }));
  }

  /** Moves a file from aside to its place in the folder. */
  put(file: string): void {
    const place = join(this.folder, file);
    this.makeFolder(dirname(file));
    if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(`${place} is a folder; a manifest is to be written there. Move it away.`);
    }
    this.take(file);
    move(join(this.aside, file), place);
    this.undoings.push(() => rmSync(place, { force: true }));
  }

  /** Removes a file of the folder, if it is there. */
  take(file: string): void {
    const place = join(this.folder, file);
    if (!lstatSync(place, { throwIfNoEntry: false })) return;
    const kept = join(this.aside, `.kept-${this.kept++}`);
    move(place, kept);
    this.undoings.push(() => move(kept, place));
  }

  /** Removes a folder of the folder and those that it is in, as long as nothing is in them. */
  takeEmptyFolders(name: string): void {
    for (let inner = name; inner !== '.'; inner = dirname(inner)) {
      const place = join(this.folder, inner);
      if (!existsSync(place)) continue;
      if (readdirSync(place).length > 0) return;
      rmdirSync(place);
      this.undoings.push(() => mkdirSync(place));
    }
  }

  /** Takes everything back, the latest first. */
  undo(): void {
    for (const undo of this.undoings.splice(0).reverse()) undo();
  }
}

/** Moves a file, also to another file system, which a mounted folder is. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, to);
    rmSync(from);
  }
}
