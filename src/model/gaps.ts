/** A value without fields that are there and undefined: JSON has none. It is the same value where there are none. */
export function withoutGaps(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(withoutGaps);
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  const fields = Object.entries(value);
  const left = fields.flatMap(([name, each]) => (each === undefined ? [] : [[name, withoutGaps(each)] as const]));
  const isSame = left.length === fields.length && left.every(([name, each]) => each === Reflect.get(value, name));
  return isSame ? value : Object.fromEntries(left);
}
