import * as fs from 'fs';
import * as path from 'path';

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
    const made = fs.mkdirSync(path.join(this.folder, name), { recursive: true });
    if (made !== undefined) this.undoings.push(() => fs.rmSync(made, { recursive: true, force: true }));
  }

  /** Moves a file from aside to its place in the folder. */
  put(file: string): void {
    const place = path.join(this.folder, file);
    this.makeFolder(path.dirname(file));
    if (fs.lstatSync(place, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(`${place} is a folder; a manifest is to be written there. Move it away.`);
    }
    this.take(file);
    move(path.join(this.aside, file), place);
    this.undoings.push(() => fs.rmSync(place, { force: true }));
  }

  /** Removes a file of the folder, if it is there. */
  take(file: string): void {
    const place = path.join(this.folder, file);
    if (!fs.lstatSync(place, { throwIfNoEntry: false })) return;
    const kept = path.join(this.aside, `.kept-${this.kept++}`);
    move(place, kept);
    this.undoings.push(() => move(kept, place));
  }

  /** Removes a folder of the folder and those that it is in, as long as nothing is in them. */
  takeEmptyFolders(name: string): void {
    for (let inner = name; inner !== '.'; inner = path.dirname(inner)) {
      const place = path.join(this.folder, inner);
      if (!fs.existsSync(place)) continue;
      if (fs.readdirSync(place).length > 0) return;
      fs.rmdirSync(place);
      this.undoings.push(() => fs.mkdirSync(place));
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
    fs.renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    fs.copyFileSync(from, to);
    fs.rmSync(from);
  }
}
