import { paired } from '../dialects/common/items';
import { equal, get, type JsonMap } from '../dialects/common/values';
import { isMap } from '../model/guarded';
import type { FieldPath } from '../model/field';

/** A field of a manifest, and what stands in it. */
export interface Field {
  readonly path: FieldPath;
  readonly value: unknown;
}

/**
 * What of a manifest another one does not have: a field that is missing or says something else is told once, with all
 * that it holds; labels and annotations are fields of their own. What the other has besides, and in which order its lists are, is not looked at.
 */
export function lostFields(from: unknown, to: unknown): Field[] {
  const lost: Field[] = [];
  compare(from, to, [], lost);
  return lost;
}

function compare(from: unknown, to: unknown, path: FieldPath, lost: Field[]): void {
  // Kubernetes takes a null for a field that is left out.
  if (from === undefined || from === null || equal(from, to)) return;
  if (isMap(from) && isMap(to)) compareMaps(from, to, path, lost);
  else if (Array.isArray(from) && Array.isArray(to)) compareLists(from, to, path, lost);
  else if (isMap(from) && /(labels|annotations)$/i.test(String(path.at(-1)))) compareMaps(from, {}, path, lost);
  else lost.push({ path, value: from });
}

function compareMaps(from: JsonMap, to: JsonMap, path: FieldPath, lost: Field[]): void {
  for (const field of Object.keys(from)) compare(from[field], get(to, field), [...path, field], lost);
}

function compareLists(from: readonly unknown[], to: readonly unknown[], path: FieldPath, lost: Field[]): void {
  paired(to, from).partner.forEach((place, at) => {
    compare(from[at], place === undefined ? undefined : to[place], [...path, at], lost);
  });
}
