import type { Io } from './io';

/** How long nothing is said, and how long between two lines, in milliseconds. */
const PATIENCE = 1000;
const PAUSE = 100;

/** Tells a person at a terminal how far a long run is: one line on standard error, which is gone afterwards. */
export class Progress {
  private readonly begun: number;
  private told = -Infinity;

  constructor(
    private readonly io: Io,
    private readonly total: number,
  ) {
    this.begun = io.now();
  }

  /** Says what is done by now, where it is time to. */
  at(done: number): void {
    if (this.io.stderr.isTTY !== true) return;
    const now = this.io.now();
    if (now - this.begun < PATIENCE || now - this.told < PAUSE) return;
    this.told = now;
    this.io.stderr.write(`\r${done} of ${this.total} files`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.told > -Infinity) this.io.stderr.write('\r\u001B[K');
  }
}
