/** How long nothing is said, and how long between two lines, in milliseconds. */
const PATIENCE = 1000;
const PAUSE = 100;

/** Where progress is told, and what time it is. */
export interface ProgressIo {
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/** Tells a person at a terminal how far a long run is: one line on standard error, which is gone afterwards. */
export class Progress {
  private readonly begun: number;
  private told = -Infinity;

  /** @param what is counted, in the plural */
  constructor(
    private readonly io: ProgressIo,
    private readonly total: number,
    private readonly what: string,
  ) {
    this.begun = io.now();
  }

  /** Says what is done by now, where it is time to. */
  at(done: number): void {
    const now = this.io.now();
    if (now - this.begun < PATIENCE || now - this.told < PAUSE) return;
    if (this.io.stderr.isTTY !== true) return;
    this.told = now;
    this.io.stderr.write(`\r${done} of ${this.total} ${this.what}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.told > -Infinity) this.io.stderr.write('\r\u001B[K');
  }
}
