/** Why a program cannot get to what it is wired to. */
export interface Unreachable {
  /** What is in the way, as the rest of a sentence. */
  readonly unreachable: string;
  /**
   * What to do about it.
   * @default - what suits the place that it is told at
   */
  readonly remedy?: string;
}
