/**
 * Checks a number of objects.
 * @throws where it is no whole number from 1
 */
export function checkLimit(prop: string, limit: number | undefined): void {
  if (limit === undefined || (Number.isSafeInteger(limit) && limit > 0)) return;
  throw new Error(`${prop} is ${limit}; allowed: a whole number from 1`);
}
