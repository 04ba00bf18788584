import fc from 'fast-check';

/** For how many seconds each property is tried anew; absent: as often as in every run of the tests. */
const SECONDS = process.env['FUZZ'] === undefined ? undefined : Number(process.env['FUZZ']);

if (SECONDS !== undefined) jest.setTimeout((SECONDS + 120) * 1000);

/** How often a property is tried. */
export function tries<T>(usual: number): fc.Parameters<T> {
  if (SECONDS === undefined) return { numRuns: usual };
  // The plugin looks at no value, whatever its type says.
  const untilThen = { numRuns: 1_000_000_000, plugins: [fc.interruptAfterTimeLimit(SECONDS * 1000)] };
  return untilThen as fc.Parameters<unknown> as fc.Parameters<T>;
}
