/** What objects take that their operator can be told to leave alone. */
export interface PausableProps {
  /**
   * Whether the operator leaves the object alone, known at once: what is said otherwise waits until this is taken back (from
   * Strimzi 0.22 on). What runs goes on.
   * @default false
   */
  readonly reconciliationPaused?: boolean;
}

/** Annotations that ask for it; absent: it is not asked for. */
export function pauseAnnotations({
  reconciliationPaused,
}: PausableProps): Readonly<Record<string, string>> | undefined {
  return reconciliationPaused === true ? PAUSED : undefined;
}

const PAUSED = { 'strimzi.io/pause-reconciliation': 'true' };
