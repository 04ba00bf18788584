import { closeSync, openSync, writeFileSync } from 'node:fs';
import { checksumOfBytes, newChecksum } from './checksum';
import type { FileWriter } from './file-writer';

/** Text is handed to the file system in chunks of about this many bytes. */
export const CHUNK = 1024 * 1024;
const MOST_BYTES_PER_CODE_UNIT = 3;

/**
 * A file that is written from its beginning to its end. It is made when its content outgrows the buffer, or when it is
 * saved: most files are small, and need not be written where a file with the same content is.
 */
export class ChunkedFile {
  private used = 0;
  private made?: { readonly descriptor: number; readonly checksum: ReturnType<typeof newChecksum> };

  /**
   * @param place where it is to be made; asked for when it is
   * @param buffer of at least a chunk; lent until the file is saved or abandoned
   * @param writer makes it, where the buffer has all of it
   */
  constructor(
    private readonly place: () => string,
    private readonly buffer: Buffer,
    private readonly writer: FileWriter,
  ) {}

  write(text: string): void {
    const most = text.length * MOST_BYTES_PER_CODE_UNIT;
    if (this.used + most > this.buffer.length) this.flush();
    if (most > this.buffer.length) this.put(Buffer.from(text));
    else this.used += this.buffer.write(text, this.used);
  }

  /** Ends the file. @returns the checksum of all that was written */
  end(): string {
    if (!this.made) return checksumOfBytes(this.buffer.subarray(0, this.used));
    this.flush();
    return this.made.checksum.digest('hex');
  }

  /** Makes the file if it is not there yet, at the latest when the writer finishes. Called once it has ended. */
  save(): void {
    if (!this.made) this.writer.write(this.place(), this.buffer.subarray(0, this.used));
    this.close();
  }

  /** Forgets what is not yet written. @returns whether a file was made */
  abandon(): boolean {
    this.close();
    return this.made !== undefined;
  }

  private close(): void {
    if (this.made) closeSync(this.made.descriptor);
  }

  private flush(): void {
    if (this.used > 0) this.put(this.buffer.subarray(0, this.used));
    this.used = 0;
  }

  private put(bytes: Buffer): void {
    this.made ??= { descriptor: openSync(this.place(), 'w'), checksum: newChecksum() };
    this.made.checksum.update(bytes);
    // writeFileSync goes on until all is written; a single writeSync need not.
    writeFileSync(this.made.descriptor, bytes);
  }
}
