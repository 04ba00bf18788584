/** Compares versions by major and minor: negative where the first is earlier, zero where both are of one minor. */
export function compareMinors(one: string, other: string): number {
  return ordinalOf(one) - ordinalOf(other);
}

/** Rules ask for each object; there are few versions. */
const ordinals = new Map<string, number>();

function ordinalOf(version: string): number {
  const known = ordinals.get(version);
  if (known !== undefined) return known;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ordinal = major * MINORS_A_MAJOR + minor;
  ordinals.set(version, ordinal);
  return ordinal;
}

/** More than any product has. */
const MINORS_A_MAJOR = 1_000_000;
