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
