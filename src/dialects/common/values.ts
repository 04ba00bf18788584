import { isMap } from '../../model/guarded';

/** A map of JSON. */
export type JsonMap = Record<string, unknown>;

/** Sets a field, whatever its name: people's files have `__proto__` among their keys. */
export function put(map: JsonMap, field: string, value: unknown): void {
  if (field !== '__proto__') map[field] = value;
  else Object.defineProperty(map, field, { value, enumerable: true, configurable: true, writable: true });
}

/** The value of a field of the map's own. */
export function get(map: JsonMap, field: string): unknown {
  return Object.hasOwn(map, field) ? map[field] : undefined;
}

/** Whether two values say the same: the order of fields means nothing, and an undefined field is none. */
export function equal(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((item, at) => equal(item, other[at]));
  }
  if (!isMap(one) || !isMap(other)) return false;
  for (const field of Object.keys(one)) if (!equal(one[field], get(other, field))) return false;
  for (const field of Object.keys(other)) {
    if (other[field] !== undefined && get(one, field) === undefined) return false;
  }
  return true;
}

/** The value without nulls, which Kubernetes takes for fields that are left out; the very value where it has none. */
export function withoutNulls<T>(value: T): T {
  return hasNull(value) ? (strip(value) as T) : value;
}

function hasNull(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value).some(hasNull);
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (!isMap(value)) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(entries.map(([field, each]) => [field, strip(each)]));
}

/**
 * A value for an object of its own: what becomes of the one must not reach the other. Whatever can be read can be copied, a
 * `Proxy` too.
 */
export function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => copied(item)) as T;
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, copied(each)])) as T;
}
