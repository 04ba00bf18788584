import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../check/finding';
import { areOfOneProgram } from './app-name';
import type { Changes } from './changes';
import { CHUNK, ChunkedFile } from './chunked-file';
import { fileClash, fileOutside, type Claimant, type Holder } from './file-clash';
import { OTHER, Folder, stateOf, type Sight } from './file-state';
import { FileWriter } from './file-writer';
import { INDEX_FILE, isInside, OutputIndex, type IndexEntry } from './output-index';
import { placeBeside, type Place } from './place';
import { pathsToPut } from './paths-to-put';
import { realFolder, refuseOther } from './real-folder';
import { staleFiles } from './stale-files';
import type { Change } from './swap';
import { finishInterrupted, isInterrupted, Transaction } from './transaction';

/** What becomes of a file that the app wrote, somebody changed, and the app describes: it stays, or is written over. */
export type Edited = 'keep' | 'overwrite';

/** How output is dealt with. */
export interface OutputOptions {
  /** @default keep */
  readonly edited?: Edited;
  /** A folder to write files to that are different, for an output that is only compared. */
  readonly aside?: string;
}

/** A file as it is to be, and what was found in its place. */
interface Fresh {
  readonly file: string;
  readonly owner: string;
  /** Of what is to be written. */
  readonly checksum: string;
  readonly found: Sight;
  /** What the index says of it, if somebody changed it since and it stays. */
  readonly edited?: IndexEntry;
}

/**
 * The output folder as it will be.
 *
 * Files are written aside unless the folder has them already. `commit` puts them in their places, all or none; `discard`
 * leaves the output as it was. What is removed and what belongs to others is told by the index.
 */
export class Output {
  private readonly place: Place;
  private readonly places: Folder;
  private readonly index: OutputIndex;
  private readonly transaction: Transaction;
  /** By name in lower case: file systems of macOS and Windows do not tell it from upper case. */
  private readonly files = new Map<string, Fresh>();
  private readonly writer = new FileWriter();
  private readonly clashes: Finding[] = [];
  private outside?: Finding;
  private readonly whenEdited: Edited;
  private readonly comparedAside: string | undefined;
  private open?: { readonly claimant: Claimant; readonly file: ChunkedFile };
  private buffer?: Buffer;

  /**
   * Finishes what an earlier run had to leave, unless the output is only compared.
   * @param app name of the app in the index; an app without a name lists nothing there, and so removes nothing
   */
  constructor(
    outdir: string,
    private readonly app: string | undefined,
    { edited = 'keep', aside }: OutputOptions = {},
  ) {
    this.place = placeBeside(realFolder(outdir));
    refuseOther(this.place.folder);
    this.whenEdited = edited;
    this.comparedAside = aside;
    if (aside === undefined) finishInterrupted(this.place);
    this.places = new Folder(this.place.folder);
    this.index = OutputIndex.read(this.place.folder);
    this.transaction = new Transaction(this.place);
  }

  /**
   * Begins a file; what is written next goes there.
   * @returns whether it may be written. Otherwise nothing is begun, and `end` tells why
   */
  begin(claimant: Claimant): boolean {
    this.endFile();
    const { file } = claimant;
    if (!isInside(file)) {
      this.outside ??= fileOutside(claimant);
      return false;
    }
    const holder = this.holderOf(file);
    if (holder) this.clash(claimant, holder);
    else this.open = { claimant, file: new ChunkedFile(() => this.freshOf(file), this.lentBuffer(), this.writer) };
    return holder === undefined;
  }

  /** Adds text to the file that was begun last. */
  write(text: string): void {
    if (!this.open) throw new Error('no file was begun');
    this.open.file.write(text);
  }

  /** Ends the last file. @returns which files cannot be written; where there are any, nothing may be committed */
  end(): readonly Finding[] {
    this.endFile();
    this.writer.finish();
    return this.outside ? [this.outside, ...this.clashes] : this.clashes;
  }

  /**
   * Puts the files in their places. If one cannot be put there, everything is as it was, and the error is thrown.
   * @returns undefined where somebody else changed the folder since it was looked at; then nothing was done
   * @throws if another run is at it for too long
   */
  commit(): Changes | undefined {
    try {
      return this.transaction.alone(() => (this.isOvertaken() ? undefined : this.settle()));
    } finally {
      this.discard();
    }
  }

  /**
   * Whether another run changed the folder since it was looked at: whose a file is may be told otherwise now.
   * @throws if another run is at it for too long
   */
  isOvertakenNow(): boolean {
    return this.transaction.alone(() => this.isOvertaken());
  }

  /** What `commit` would do now. The index counts as one of the files. Nothing is done, and all that is different is aside. */
  compare(): Changes {
    const { changes, index } = this.plan();
    if (index === this.index.text) return changes;
    if (index === '') return { ...changes, removed: [...changes.removed, INDEX_FILE] };
    writeFileSync(this.freshOf(INDEX_FILE), index);
    return { ...changes, written: [...changes.written, INDEX_FILE] };
  }

  /** Whether an earlier run was killed while it put files in their places, and no other has finished that yet. */
  get isInterrupted(): boolean {
    return isInterrupted(this.place);
  }

  /** The output folder, without links. */
  get folder(): string {
    return this.place.folder;
  }

  /** Forgets what was written aside. */
  discard(): void {
    this.open?.file.abandon();
    this.open = undefined;
    this.writer.stop();
    this.transaction.discard();
  }

  private holderOf(file: string): Holder | undefined {
    if (file.toLowerCase() === INDEX_FILE) return { construct: 'the index' };
    const other = this.freshNamed(file);
    if (other) return { construct: other.owner };
    const app = this.index.of(file)?.app;
    if (app === undefined || app === this.app) return undefined;
    return this.app !== undefined && areOfOneProgram(app, this.app) ? undefined : { app };
  }

  private freshNamed(file: string): Fresh | undefined {
    return this.files.get(file.toLowerCase());
  }

  private clash(claimant: Claimant, holder: Holder): void {
    this.clashes.push(fileClash(claimant, this.app, holder));
  }

  private endFile(): void {
    if (!this.open) return;
    const { claimant, file: content } = this.open;
    const { file, owner } = claimant;
    this.open = undefined;
    const checksum = content.end();
    const found = this.places.lookAt(file);
    const entry = this.index.of(file);
    const edited = entry && this.isEdited(entry, checksum, found) ? entry : undefined;
    this.files.set(file.toLowerCase(), { file, owner, checksum, found, ...(edited && { edited }) });
    if (this.isSomebodys(entry, checksum, found)) this.clash(claimant, found.state === OTHER ? OTHER : 'somebody');
    const isToBeSeen = this.comparedAside !== undefined;
    if (found.state !== checksum && (!edited || isToBeSeen)) content.save();
    else if (content.abandon()) rmSync(this.freshOf(file));
  }

  /** Whether somebody changed a file since the index lists it, so that it is not to be written over. */
  private isEdited(entry: IndexEntry, checksum: string, { state }: Sight): boolean {
    const isAsWritten = state === undefined || state === entry.checksum || state === checksum;
    return this.whenEdited !== 'overwrite' && !isAsWritten;
  }

  /** Whether a file was put there by hand. An app without a name cannot tell it from its own. */
  private isSomebodys(entry: IndexEntry | undefined, checksum: string, { state }: Sight): boolean {
    if (this.app === undefined || this.whenEdited === 'overwrite' || entry) return false;
    return state !== undefined && state !== checksum;
  }

  /** Whether anything is different from what the files were compared with. */
  private isOvertaken(): boolean {
    const { folder } = this.place;
    if (OutputIndex.read(folder).text !== this.index.text) return true;
    const places = new Folder(folder);
    for (const { file, found } of this.files.values()) if (places.stampOf(file) !== found.stamp) return true;
    return false;
  }

  private settle(): Changes {
    const { folder } = this.place;
    const { changes, leaving, index } = this.plan();
    const takes = leaving.map(({ file, checksum }): Change => ({ file, before: checksum }));
    const puts = changes.written.map((file): Change => ({
      file,
      before: this.freshNamed(file)?.found.state,
    }));
    if (index !== this.index.text) {
      const change = { file: INDEX_FILE, before: stateOf(join(folder, INDEX_FILE)) };
      (index === '' ? takes : puts).push(change);
      if (index !== '') writeFileSync(this.transaction.freshOf(INDEX_FILE), index);
    }
    const paths = pathsToPut(folder, puts, takes);
    if (takes.length + paths.length > 0) this.transaction.commit({ takes, puts: paths });
    return changes;
  }

  /** What is to be done, and what the index says afterwards. */
  private plan(): { readonly changes: Changes; readonly leaving: readonly IndexEntry[]; readonly index: string } {
    const { app, index, place } = this;
    const { leaving, staying } = staleFiles(place.folder, index, app, (file) => this.freshNamed(file)?.file);
    const files = [...this.files.values()];
    const named = (which: (file: Fresh) => boolean): string[] => files.filter(which).map(({ file }) => file);
    const written = named(({ checksum, found, edited }) => !edited && found.state !== checksum);
    const own = app === undefined ? [] : files.map(({ file, checksum, edited }) => edited ?? { app, file, checksum });
    return {
      changes: {
        written,
        unchanged: named(({ checksum, found }) => found.state === checksum),
        edited: named(({ edited }) => edited !== undefined),
        replaced: written.filter((file) => (index.of(file)?.app ?? app) !== app),
        removed: leaving.map(({ file }) => file),
        kept: staying.map(({ file }) => file),
        indexFaults: index.faults,
      },
      leaving,
      index: index.textWith(app, [...staying, ...own]),
    };
  }

  private freshOf(file: string): string {
    if (this.comparedAside === undefined) return this.transaction.freshOf(file);
    const fresh = join(this.comparedAside, file);
    mkdirSync(dirname(fresh), { recursive: true });
    return fresh;
  }

  private lentBuffer(): Buffer {
    return (this.buffer ??= Buffer.allocUnsafe(CHUNK));
  }
}
