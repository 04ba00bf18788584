import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { areOfOneProgram } from './app-name';
import type { Changes } from './changes';
import { checksumOf } from './checksum';
import { CHUNK, ChunkedFile } from './chunked-file';
import type { Holder } from './file-clash';
import { INDEX_FILE, OutputIndex, type IndexEntry } from './output-index';
import { realFolder } from './real-folder';
import { staleFiles } from './stale-files';
import { Swap } from './swap';

/**
 * The output folder as it will be.
 *
 * Files are written aside, in a folder next to it. `commit` puts them in their places, and takes all back if one cannot
 * be put; `discard` leaves the output as it was. What is removed and what belongs to other apps is told by the index.
 */
export class Output {
  private readonly outdir: string;
  private readonly index: OutputIndex;
  /** Construct paths by file in lower case: file systems of macOS and Windows do not tell it from upper case. */
  private readonly owners = new Map<string, string>();
  private readonly checksums = new Map<string, string>();
  private staging?: string;
  private open?: { readonly name: string; readonly file: ChunkedFile };
  private buffer?: Buffer;

  /** @param app name of the app in the index; an app without a name lists nothing there, and so removes nothing */
  constructor(
    outdir: string,
    private readonly app: string | undefined,
  ) {
    this.outdir = realFolder(outdir);
    this.index = OutputIndex.read(this.outdir);
  }

  /**
   * Begins a file; what is written next goes there.
   * @param owner construct path of what asks for it
   * @returns who has the file already, in which case nothing is begun
   */
  begin(file: string, owner: string): Holder | undefined {
    const holder = this.holderOf(file);
    if (holder) return holder;
    this.end();
    this.owners.set(file.toLowerCase(), owner);
    const aside = join(this.stagingFolder(), file);
    if (file.includes('/')) mkdirSync(dirname(aside), { recursive: true });
    this.open = { name: file, file: new ChunkedFile(aside, (this.buffer ??= Buffer.allocUnsafe(CHUNK))) };
    return undefined;
  }

  /** Adds text to the file that was begun last. */
  write(text: string): void {
    if (!this.open) throw new Error('no file was begun');
    this.open.file.write(text);
  }

  /** Puts the files in their places. If one cannot be put there, everything is as it was, and the error is thrown. */
  commit(): Changes {
    this.end();
    const swap = new Swap(this.outdir, this.stagingFolder());
    const { leaving, staying } = staleFiles(this.outdir, this.index, this.app, (file) => this.checksums.has(file));
    const removed = leaving.map(({ file }) => file);
    try {
      swap.makeFolder('.');
      for (const file of removed) swap.take(file);
      const put = this.putFiles(swap);
      this.putIndex(swap, staying);
      for (const file of removed) swap.takeEmptyFolders(dirname(file));
      return {
        ...put,
        replaced: this.replaced(put.written),
        removed,
        kept: staying.map(({ file }) => file),
        indexFaults: this.index.faults,
      };
    } catch (error) {
      swap.undo();
      throw error;
    } finally {
      this.discard();
    }
  }

  /** Forgets what was written aside. */
  discard(): void {
    this.open?.file.abandon();
    this.open = undefined;
    if (this.staging !== undefined) rmSync(this.staging, { recursive: true, force: true });
    this.staging = undefined;
  }

  private holderOf(file: string): Holder | undefined {
    const construct = this.owners.get(file.toLowerCase());
    if (construct !== undefined) return { construct };
    const app = this.index.of(file)?.app;
    if (app === undefined || app === this.app) return undefined;
    return this.app !== undefined && areOfOneProgram(app, this.app) ? undefined : { app };
  }

  private end(): void {
    if (this.open) this.checksums.set(this.open.name, this.open.file.close());
    this.open = undefined;
  }

  private putFiles(swap: Swap): Pick<Changes, 'written' | 'unchanged'> {
    const written: string[] = [];
    const unchanged: string[] = [];
    for (const [file, checksum] of this.checksums) {
      const isThere = holds(join(this.outdir, file), join(this.stagingFolder(), file), checksum);
      (isThere ? unchanged : written).push(file);
      if (!isThere) swap.put(file);
    }
    return { written, unchanged };
  }

  /** Those of the files that another app of this program wrote. */
  private replaced(files: readonly string[]): readonly string[] {
    return files.filter((file) => (this.index.of(file)?.app ?? this.app) !== this.app);
  }

  private putIndex(swap: Swap, kept: readonly IndexEntry[]): void {
    const { app, index, checksums } = this;
    const own = app === undefined ? [] : Array.from(checksums, ([file, checksum]) => ({ app, file, checksum }));
    const text = index.textWith(app, [...kept, ...own]);
    const place = join(this.outdir, INDEX_FILE);
    if (text === '') swap.take(INDEX_FILE);
    else if (!existsSync(place) || readFileSync(place, 'utf8') !== text) {
      writeFileSync(join(this.stagingFolder(), INDEX_FILE), text);
      swap.put(INDEX_FILE);
    }
  }

  /** Next to the output folder, so that a rename suffices to put a file there. */
  private stagingFolder(): string {
    if (this.staging === undefined) {
      mkdirSync(dirname(this.outdir), { recursive: true });
      this.staging = mkdtempSync(join(dirname(this.outdir), `.${basename(this.outdir)}-`));
    }
    return this.staging;
  }
}

/** Whether a place holds the bytes of a new file. */
function holds(place: string, fresh: string, checksum: string): boolean {
  const there = statSync(place, { throwIfNoEntry: false });
  return there?.isFile() === true && there.size === statSync(fresh).size && checksumOf(place) === checksum;
}
