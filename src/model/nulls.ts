import type { FieldPath } from './field';

/** The places of nulls in a value, which stands at a place itself. What is no JSON is passed over. */
export function nullsIn(value: unknown, path: FieldPath = []): FieldPath[] {
  if (value === null) return [path];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => nullsIn(item, [...path, index]));
  if (typeof value !== 'object' || !isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, field]) => nullsIn(field, [...path, key]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
