/** The whole numbers from one up to another, in words. */
export function oneTo(most: number): string {
  return most === 1 ? '1' : `1 to ${most}`;
}
