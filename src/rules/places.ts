import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';

/** A value in a manifest, and where it stands. */
export interface Place {
  readonly field: FieldPath;
  readonly value: unknown;
}

/**
 * What stands at a path of a manifest, such as `spec.mirrors.*.sourceConnector.config`, where `*` is each item of a list or
 * each field of a map, and a number is an item. What is not there gives nothing.
 */
export function placesOf(value: unknown, path: string, at: FieldPath = []): Place[] {
  let places: Place[] = [{ field: at, value }];
  for (const step of stepsOf(path)) {
    if (places.length === 0) return places;
    places = places.flatMap((place) => below(place, step));
  }
  return places;
}

/** Rules ask for their few paths once an object. */
const steps = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  const known = steps.get(path) ?? path.split('.');
  steps.set(path, known);
  return known;
}

/** The fields of the maps at a path, each by its name. */
export function fieldsAt(value: unknown, path: string): (Place & { readonly name: string })[] {
  return placesOf(value, path).flatMap(({ field, value: holder }) =>
    Object.entries(map(holder)).map(([name, each]) => ({ name, field: [...field, name], value: each })),
  );
}

function below({ field, value }: Place, step: string): Place[] {
  if (Array.isArray(value) && step !== '*') {
    return step in value ? [{ field: [...field, Number(step)], value: value[Number(step)] as unknown }] : [];
  }
  if (step !== '*')
    return Object.hasOwn(map(value), step) ? [{ field: [...field, step], value: map(value)[step] }] : [];
  if (Array.isArray(value)) return value.map((item: unknown, index) => ({ field: [...field, index], value: item }));
  return Object.entries(map(value)).map(([name, each]) => ({ field: [...field, name], value: each }));
}
