/** The parts of a field's text: `spec.list[0]["a.b"]`. */
export function partsOf(field: string): (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|[\w-]+/g)].map(([whole, index, quoted]) => {
    if (index !== undefined) return Number(index);
    return quoted === undefined ? whole : (JSON.parse(quoted) as string);
  });
}

/** A copy of the object without the fields; list items leave no hole. */
export function without<T extends object>(object: T, fields: readonly string[]): T {
  const copy = structuredClone(object);
  const paths = fields.map(partsOf).sort(lastFirst);
  for (const path of paths) {
    const last = path.pop();
    const parent = path.reduce<unknown>((value, part) => (value as Record<string | number, unknown>)[part], copy);
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent as object, String(last));
  }
  return copy;
}

/** Later items before earlier ones, inner fields before outer ones. */
function lastFirst(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const [left, right] = [one[at], other[at]];
    if (typeof left === 'number' && typeof right === 'number' && left !== right) return right - left;
    if (left !== right) return 0;
  }
  return other.length - one.length;
}
