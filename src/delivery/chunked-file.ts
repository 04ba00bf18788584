import { closeSync, openSync, writeFileSync } from 'node:fs';
import { newChecksum } from './checksum';

/** Text is handed to the file system in chunks of about this many bytes. */
export const CHUNK = 1024 * 1024;
const MOST_BYTES_PER_CODE_UNIT = 3;

/** A file that is written from its beginning to its end. */
export class ChunkedFile {
  private readonly descriptor: number;
  private readonly checksum = newChecksum();
  private used = 0;

  /** @param buffer of at least a chunk; lent until the file is closed */
  constructor(
    file: string,
    private readonly buffer: Buffer,
  ) {
    this.descriptor = openSync(file, 'w');
  }

  write(text: string): void {
    const most = text.length * MOST_BYTES_PER_CODE_UNIT;
    if (this.used + most > this.buffer.length) this.flush();
    if (most > this.buffer.length) this.put(Buffer.from(text));
    else this.used += this.buffer.write(text, this.used);
  }

  /** @returns the checksum of all that was written */
  close(): string {
    this.flush();
    this.abandon();
    return this.checksum.digest('hex');
  }

  /** Closes the file without what is not yet written. */
  abandon(): void {
    closeSync(this.descriptor);
  }

  private flush(): void {
    if (this.used > 0) this.put(this.buffer.subarray(0, this.used));
    this.used = 0;
  }

  private put(bytes: Buffer): void {
    this.checksum.update(bytes);
    // writeFileSync goes on until all is written; a single writeSync need not.
    writeFileSync(this.descriptor, bytes);
  }
}
