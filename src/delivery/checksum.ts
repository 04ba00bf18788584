import { createHash, hash, type Hash } from 'crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The most that is read of a file at once, in bytes. */
const PIECE = 1024 * 1024;

/** A checksum that is about to be computed: SHA-256. */
export function newChecksum(): Hash {
  return createHash('sha256');
}

/** Checksum of bytes, in hexadecimal. */
export function checksumOfBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}

/** Checksum of what an open file holds, in hexadecimal. */
export function checksumOfOpen(descriptor: number, size: number): string {
  const buffer = Buffer.allocUnsafe(Math.min(size + 1, PIECE));
  const checksum = newChecksum();
  for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer)) {
    // A buffer that is not full holds all that a small file has.
    if (read === size && size < PIECE) return checksumOfBytes(buffer.subarray(0, read));
    checksum.update(buffer.subarray(0, read));
  }
  return checksum.digest('hex');
}

/** Checksum of a file's content, in hexadecimal. */
export function checksumOf(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    return checksumOfOpen(descriptor, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
}
