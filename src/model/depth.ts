/** In levels; deeper than any manifest. What walks over values calls itself for each level. */
export const DEEPEST = 500;

/** Whether a value is nested more deeply than it can be walked over; one that contains itself is. */
export function isTooDeep(value: unknown, levels = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const inside of Object.values(value)) if (isTooDeep(inside, levels - 1)) return true;
  return false;
}
