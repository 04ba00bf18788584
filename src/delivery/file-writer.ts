import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { COUNTERS, DONE, MADE, READY, type Batch, type Failure, type ThreadData } from './writer-protocol';

/** From this many files on a thread is worth its start. */
const MANY = 500;
/** What is handed to the thread at once, in bytes. */
const BATCH = 256 * 1024;
/** How many batches may wait for the thread: as many as it takes to keep it busy, and no more memory than that. */
const MOST_WAITING = 16;
/** How long a file may take, in milliseconds: a thread that has died tells nobody who waits for it. */
const PATIENCE = 60_000;
/** In how many parts that is waited: a process that was stopped finds one of them over when it goes on, and not all. */
const LOOKS = 10;
/** Beside this file in the package; as source it is not there, and no thread is started. */
const THREAD_FILE = join(__dirname, 'writer-thread.js');

/**
 * Makes files.
 *
 * A file system takes tens of microseconds to make a file, during which a run could do something else: where there are
 * many files, a thread makes them. A run waits for it in `finish`.
 */
export class FileWriter {
  private made = 0;
  private thread?: WriterThread | undefined;

  constructor(
    private readonly threadFile = THREAD_FILE,
    private readonly many = MANY,
    private readonly patience = PATIENCE,
  ) {}

  /**
   * Makes a file, now or by the time that `finish` returns. Its folder is there.
   * @throws what the file system refused, of this file or of an earlier one
   */
  write(place: string, bytes: Uint8Array): void {
    if (++this.made === this.many) this.thread = WriterThread.start(this.threadFile, this.patience);
    if (this.thread?.isReady && bytes.length <= BATCH) this.thread.take(place, bytes);
    else writeFileSync(place, bytes);
  }

  /** Whether a thread makes the files from here on. */
  get hasThread(): boolean {
    return this.thread?.isReady ?? false;
  }

  /**
   * Waits until all files are made.
   * @throws what the file system refused
   */
  finish(): void {
    this.thread?.finish();
  }

  /** Waits until nothing is being made any more. What is not yet made need not be. */
  stop(): void {
    this.thread?.stop();
    this.thread = undefined;
  }
}

/** The other side of writer-thread.ts. */
class WriterThread {
  private readonly counters = new Int32Array(new SharedArrayBuffer(COUNTERS * Int32Array.BYTES_PER_ELEMENT));
  private readonly failures: MessagePort;
  private readonly worker: Worker;
  private sent = 0;
  private bytes = new Uint8Array(BATCH);
  private used = 0;
  private places: string[] = [];
  private ends: number[] = [];
  private last = '';

  private constructor(
    file: string,
    private readonly patience: number,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.failures = port1;
    const workerData: ThreadData = { counters: this.counters, failures: port2 };
    // What Node was told to load first, such as a compiler, the thread does not need.
    this.worker = new Worker(file, { workerData, transferList: [port2], execArgv: [], env: {} });
    // One that cannot begin is never ready, and one that ends does not answer: nothing else need be done about either.
    this.worker.on('error', () => undefined);
    this.worker.unref();
    port1.unref();
  }

  /** @returns undefined where no thread is to be had, or none is worth it */
  static start(file: string, patience: number): WriterThread | undefined {
    if (availableParallelism() < 2 || isAddressSpaceLimited() || !existsSync(file)) return undefined;
    try {
      return new WriterThread(file, patience);
    } catch {
      return undefined;
    }
  }

  /** Whether it has begun. One that never does is given nothing, and nobody waits for it. */
  get isReady(): boolean {
    return this.count(READY) === 1;
  }

  take(place: string, bytes: Uint8Array): void {
    if (this.used + bytes.length > BATCH) this.send();
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
    this.places.push(place);
    this.ends.push(this.used);
  }

  finish(): void {
    this.send();
    this.waitFor(0);
  }

  stop(): void {
    try {
      this.waitFor(0);
    } catch {
      // Who stops goes without the files.
    }
    void this.worker.terminate();
    this.failures.close();
  }

  private send(): void {
    if (this.places.length === 0) return;
    const batch: Batch = { bytes: this.bytes, places: this.places, ends: this.ends };
    this.last = this.places.at(-1) ?? '';
    this.worker.postMessage(batch, [this.bytes.buffer]);
    this.sent++;
    this.bytes = new Uint8Array(BATCH);
    this.used = 0;
    this.places = [];
    this.ends = [];
    this.waitFor(MOST_WAITING);
  }

  /** Waits until no more than so many batches are open. */
  private waitFor(open: number): void {
    let [made, silent] = [this.count(MADE), 0];
    for (let done = this.count(DONE); this.sent - done > open; done = this.count(DONE)) {
      const isSilent = Atomics.wait(this.counters, DONE, done, this.patience / LOOKS) === 'timed-out';
      const before = made;
      made = this.count(MADE);
      silent = isSilent && made === before ? silent + 1 : 0;
      if (silent < LOOKS) continue;
      // It is not waited for again.
      this.sent = done;
      throw new Error(silentText(this.last, this.patience));
    }
    const failure = receiveMessageOnPort(this.failures);
    if (failure) throw errorOf(failure.message as Failure);
  }

  private count(counter: number): number {
    return Atomics.load(this.counters, counter);
  }
}

/** Whether the system bounds the address space of the process: V8 ends a process in which it has no room for a thread. */
function isAddressSpaceLimited(): boolean {
  try {
    return /^Max address space +\d/m.test(readFileSync('/proc/self/limits', 'utf8'));
  } catch {
    return false;
  }
}

function silentText(place: string, patience: number): string {
  return `Of the files up to ${place}, none was made for ${patience / 1000} s. See whether the disk answers, and run again.`;
}

function errorOf({ message, ...of }: Failure): Error {
  return Object.assign(new Error(message), of);
}
