/** A place in a text: line and column from 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Tells the lines of a text for places that come one after the other, so that it is walked over once. */
export class Lines {
  private line = 1;
  /** Where the line begins. */
  private start = 0;

  constructor(private readonly text: string) {}

  /** The place of an offset that is on the line of the one asked for before, or further on. */
  at(offset: number): Position {
    for (let end = this.text.indexOf('\n', this.start); end >= 0 && end < offset;) {
      this.line += 1;
      this.start = end + 1;
      end = this.text.indexOf('\n', this.start);
    }
    return { line: this.line, column: Math.max(1, offset - this.start + 1) };
  }
}
