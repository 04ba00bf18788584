import { compareMinors } from '../../model/minors';

/** Values of a fact along the line of releases, each from a minor on. */
export type Line<T> = readonly (readonly [since: string, value: T])[];

/** The lines of a group of facts. */
export type Lines<Facts> = { readonly [Fact in keyof Facts]: Line<Facts[Fact]> };

/** The values that a group of facts has at a minor. */
export function valuesAt<Facts extends object>(lines: Lines<Facts>, minor: string): Facts {
  const values = Object.entries<Line<unknown>>(lines).map(([fact, line]) => [fact, valueAt(line, minor)]);
  return Object.fromEntries(values) as Facts;
}

/** The value that a fact has at a minor. */
export function valueAt<T>(line: Line<T>, minor: string): T {
  const found = line.findLast(([since]) => compareMinors(minor, since) >= 0) ?? line[0];
  if (!found) throw new Error('a fact has no value');
  return found[1];
}
