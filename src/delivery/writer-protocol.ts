import type { MessagePort } from 'node:worker_threads';

/** Files that a thread is to make. */
export interface Batch {
  /** The content of all, one after the other. */
  readonly bytes: Uint8Array;
  readonly places: readonly string[];
  /** Where the content of each ends. */
  readonly ends: readonly number[];
}

/** What the file system refused. */
export interface Failure {
  readonly message: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
}

/** What a thread is given when it begins. */
export interface ThreadData {
  /** Seen by both threads at once: the one that waits answers no messages. */
  readonly counters: Int32Array;
  readonly failures: MessagePort;
}

/** Of the counters: whether the thread has begun. */
export const READY = 0;
/** Of the counters: how many batches it is done with. */
export const DONE = 1;
/** Of the counters: how many files it has made. */
export const MADE = 2;
/** How many counters there are. */
export const COUNTERS = 3;
