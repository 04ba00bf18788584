import type { FieldPath } from '../model/field';

/**
 * The place of the first object in a manifest that is as wanted. Findings use it where dialects put one field of a record
 * in different places.
 */
export function findField(value: unknown, isWanted: (key: string, value: unknown) => boolean): FieldPath | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (isWanted(key, inner)) return [key];
    const below = findField(inner, isWanted);
    if (below) return [Array.isArray(value) ? Number(key) : key, ...below];
  }
  return undefined;
}

/** The place of the first field with each value, of the fields that are wanted: one walk for all that is to be found. */
export function firstFields(manifest: unknown, isWanted: (key: string) => boolean): ReadonlyMap<unknown, FieldPath> {
  const found = new Map<unknown, FieldPath>();
  const visit = (value: unknown, path: FieldPath): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (isWanted(key) && !found.has(inner)) found.set(inner, at);
      visit(inner, at);
    }
  };
  visit(manifest, []);
  return found;
}
