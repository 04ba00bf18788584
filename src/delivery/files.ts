import * as fs from 'fs';
import * as path from 'path';
import { CHUNK, ChunkedFile } from './chunked-file';
import { removeStaleFiles, type OutputLayout } from './stale-files';
import { Swap } from './swap';

/** What a run did to the output folder. Paths are relative to it. */
export interface Changes {
  readonly written: readonly string[];
  /** Files that already held the same bytes. */
  readonly unchanged: readonly string[];
  /** Manifests of earlier runs that this one does not write. */
  readonly removed: readonly string[];
}

/**
 * The output folder as it will be.
 *
 * Files are written aside, in a folder next to it. `commit` puts them in their places, and takes all back if one cannot
 * be put; `discard` leaves the output as it was.
 */
export class Output {
  private readonly outdir: string;
  private readonly owners = new Map<string, string>();
  private readonly files: string[] = [];
  private staging?: string;
  private open?: ChunkedFile;
  private buffer?: Buffer;

  constructor(
    outdir: string,
    private readonly layout: OutputLayout,
  ) {
    this.outdir = fs.existsSync(outdir) ? fs.realpathSync(outdir) : path.resolve(outdir);
  }

  /**
   * Begins a file; what is written next goes there.
   * @param owner construct path of what asks for it
   * @returns the owner that the file already has, in which case nothing is begun
   */
  begin(file: string, owner: string): string | undefined {
    // File systems of macOS and Windows do not tell upper from lower case.
    const claim = file.toLowerCase();
    const rival = this.owners.get(claim);
    if (rival !== undefined) return rival;
    this.end();
    this.owners.set(claim, owner);
    this.files.push(file);
    const aside = path.join(this.stagingFolder(), file);
    if (file.includes('/')) fs.mkdirSync(path.dirname(aside), { recursive: true });
    this.open = new ChunkedFile(aside, (this.buffer ??= Buffer.allocUnsafe(CHUNK)));
    return undefined;
  }

  /** Adds text to the file that was begun last. */
  write(text: string): void {
    if (!this.open) throw new Error('no file was begun');
    this.open.write(text);
  }

  /** Puts the files in their places. If one cannot be put there, everything is as it was, and the error is thrown. */
  commit(): Changes {
    this.end();
    const swap = new Swap(this.outdir, this.stagingFolder());
    const written: string[] = [];
    const unchanged: string[] = [];
    try {
      swap.makeFolder('.');
      for (const file of this.files) {
        const isKept = isSame(path.join(this.stagingFolder(), file), path.join(this.outdir, file));
        (isKept ? unchanged : written).push(file);
        if (!isKept) swap.put(file);
      }
      const removed = removeStaleFiles(this.outdir, this.layout, new Set(this.owners.keys()), swap);
      return { written, unchanged, removed };
    } catch (error) {
      swap.undo();
      throw error;
    } finally {
      this.discard();
    }
  }

  /** Forgets what was written aside. */
  discard(): void {
    this.open?.abandon();
    this.open = undefined;
    if (this.staging !== undefined) fs.rmSync(this.staging, { recursive: true, force: true });
    this.staging = undefined;
  }

  private end(): void {
    this.open?.close();
    this.open = undefined;
  }

  /** Next to the output folder, so that a rename suffices to put a file there. */
  private stagingFolder(): string {
    if (this.staging === undefined) {
      fs.mkdirSync(path.dirname(this.outdir), { recursive: true });
      this.staging = fs.mkdtempSync(path.join(path.dirname(this.outdir), `.${path.basename(this.outdir)}-`));
    }
    return this.staging;
  }
}

function isSame(one: string, other: string): boolean {
  const size = fs.statSync(one).size;
  const there = fs.statSync(other, { throwIfNoEntry: false });
  if (!there?.isFile() || there.size !== size) return false;
  const files = [fs.openSync(one, 'r'), fs.openSync(other, 'r')] as const;
  try {
    const buffers = [Buffer.allocUnsafe(Math.min(size, CHUNK)), Buffer.allocUnsafe(Math.min(size, CHUNK))] as const;
    for (let read = 0; read < size; read += CHUNK) {
      const lengths = files.map((file, index) => fs.readSync(file, buffers[index] ?? buffers[0]));
      const [length] = lengths;
      if (lengths[1] !== length || !buffers[0].subarray(0, length).equals(buffers[1].subarray(0, length))) return false;
    }
    return true;
  } finally {
    files.forEach((file) => fs.closeSync(file));
  }
}
