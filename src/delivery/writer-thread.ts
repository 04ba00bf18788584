/**
 * What a thread of its own does for `FileWriter`: it makes files. A file of the package, as a thread begins with one.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { DONE, MADE, READY, type Batch, type Failure, type ThreadData } from './writer-protocol';

const { counters, failures } = workerData as ThreadData;

parentPort?.on('message', (batch: Batch) => {
  try {
    makeFiles(batch);
  } catch (error) {
    failures.postMessage(failureOf(error));
  }
  Atomics.add(counters, DONE, 1);
  Atomics.notify(counters, DONE);
});
Atomics.store(counters, READY, 1);

function makeFiles({ bytes, places, ends }: Batch): void {
  let start = 0;
  for (const [at, place] of places.entries()) {
    const end = ends[at] ?? start;
    makeFile(place, bytes, start, end);
    Atomics.add(counters, MADE, 1);
    start = end;
  }
}

function makeFile(place: string, bytes: Uint8Array, start: number, end: number): void {
  const descriptor = openSync(place, 'w');
  try {
    // A single call need not write all.
    for (let at = start; at < end;) at += writeSync(descriptor, bytes, at, end - at);
  } finally {
    closeSync(descriptor);
  }
}

/** What an error of the file system says loses its code when it leaves a thread. */
function failureOf(error: unknown): Failure {
  const { message, code, syscall, path } = error as NodeJS.ErrnoException;
  return { message, ...(code && { code }), ...(syscall && { syscall }), ...(path && { path }) };
}
