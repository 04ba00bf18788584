/** Compares versions by major and minor: negative where the first is earlier, zero where both are of one minor. */
export function compareMinors(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}
