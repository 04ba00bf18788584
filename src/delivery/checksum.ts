import { createHash, type Hash } from 'crypto';
import * as fs from 'fs';

/** The most that is read of a file at once, in bytes. */
const PIECE = 1024 * 1024;

/** A checksum that is about to be computed: SHA-256. */
export function newChecksum(): Hash {
  return createHash('sha256');
}

/** Checksum of a file's content, in hexadecimal. */
export function checksumOf(file: string): string {
  const checksum = newChecksum();
  const descriptor = fs.openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.min(fs.fstatSync(descriptor).size, PIECE));
    for (let read = fs.readSync(descriptor, buffer); read > 0; read = fs.readSync(descriptor, buffer)) {
      checksum.update(buffer.subarray(0, read));
    }
    return checksum.digest('hex');
  } finally {
    fs.closeSync(descriptor);
  }
}
