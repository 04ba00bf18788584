import { compareMinors } from '../../model/minors';

/** Values of a fact along the line of releases, each from a minor on. */
export type Line<T> = readonly (readonly [since: string, value: T])[];

/** The value that a fact has at a minor. */
export function valueAt<T>(line: Line<T>, minor: string): T {
  const found = line.findLast(([since]) => compareMinors(minor, since) >= 0) ?? line[0];
  if (!found) throw new Error('a fact has no value');
  return found[1];
}
