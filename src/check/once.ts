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
  /** Whether something is not there: what a construct could not find out is missing in its object. */
  readonly isGap?: boolean;
}

/**
 * Each cause once: of what several tell of one field of one object, what the one says that explains most, in the order in
 * which they were told. A warning never takes the place of an error. What is said of an object as a whole stands by itself.
 * What an object lacks is not told where its construct says what it could not find out.
 */
export function eachOnce<S>(told: readonly Told<S>[]): readonly Told<S>[] {
  const best = new Map<string, number>();
  const blamed = new Set(told.filter(isConstructError).map(({ finding }) => finding.path));
  const note = (key: string, rank: number): void => void best.set(key, Math.min(best.get(key) ?? rank, rank));
  for (const { finding, by } of told) {
    if (finding.field === undefined) continue;
    note(causeOf(finding), EXPLAINS[by]);
    if (finding.severity === 'error') note(errorOf(finding), EXPLAINS[by]);
  }
  return told.filter(({ finding, by, isGap }) => {
    if (isGap && blamed.has(finding.path)) return false;
    const key = finding.severity === 'error' ? errorOf(finding) : causeOf(finding);
    return finding.field === undefined || best.get(key) === EXPLAINS[by];
  });
}

function isConstructError({ finding, by }: Told<unknown>): boolean {
  return by === 'construct' && finding.severity === 'error';
}

function causeOf({ path, field = '' }: Finding): string {
  return `${path}\0${field}`;
}

function errorOf(finding: Finding): string {
  return `${causeOf(finding)}\0error`;
}
