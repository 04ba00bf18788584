import type { Finding } from './finding';

/** Tellers by how much they explain of a cause, the most first. */
const EXPLAINS = { construct: 0, object: 1, rule: 2, loss: 3, schema: 4 } as const;

/** Who tells a finding. */
export type Teller = keyof typeof EXPLAINS;

/** A finding, and who tells it. */
export interface Told<S> {
  readonly finding: Finding;
  readonly by: Teller;
  /** The site that it is of. */
  readonly site: S | undefined;
}

/**
 * Each cause once: of what several tell of one field of one object, what the one says that explains most, in the order in
 * which they were told. What is said of an object as a whole stands by itself.
 */
export function eachOnce<S>(told: readonly Told<S>[]): readonly Told<S>[] {
  const best = new Map<string, number>();
  for (const { finding, by } of told) {
    if (finding.field === undefined) continue;
    const key = causeOf(finding, finding.field);
    best.set(key, Math.min(best.get(key) ?? Infinity, EXPLAINS[by]));
  }
  return told.filter(
    ({ finding, by }) => finding.field === undefined || best.get(causeOf(finding, finding.field)) === EXPLAINS[by],
  );
}

function causeOf({ path }: Finding, field: string): string {
  return `${path}\0${field}`;
}
