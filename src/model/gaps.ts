/** A value without fields that are there and undefined: JSON has none. It is the same value where there are none. */
export function withoutGaps(value: unknown): unknown {
  return hasGaps(value) ? closed(value) : value;
}

function hasGaps(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const isList = Array.isArray(value);
  for (const each of Object.values(value)) if ((each === undefined && !isList) || hasGaps(each)) return true;
  return false;
}

function closed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(closed);
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(fields.map(([name, each]) => [name, closed(each)]));
}
