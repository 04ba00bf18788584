import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The most that is read of a file at once, in bytes. */
const PIECE = 1024 * 1024;

/** A checksum that is about to be computed: SHA-256. */
export function newChecksum(): Hash {
  return createHash('sha256');
}

/** Checksum of a file's content, in hexadecimal. */
export function checksumOf(file: string): string {
  const checksum = newChecksum();
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.min(fstatSync(descriptor).size, PIECE));
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer)) {
      checksum.update(buffer.subarray(0, read));
    }
    return checksum.digest('hex');
  } finally {
    closeSync(descriptor);
  }
}
