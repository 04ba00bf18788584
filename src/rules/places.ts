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
export function placesOf(value: unknown, path: string, at: FieldPath = []): readonly Place[] {
  const steps = stepsOf(path);
  if (!mayBeThere(value, steps)) return NOWHERE;
  const places: Place[] = [];
  const trail = [...at];
  const gather = (reached: unknown, depth: number): void => {
    const step = steps[depth];
    if (step === undefined) return void places.push({ field: [...trail], value: reached });
    if (typeof reached !== 'object' || reached === null) return;
    const parts = reached as Readonly<Record<string, unknown>>;
    for (const name of step === ANY ? Object.keys(parts) : [step]) {
      if (!Object.hasOwn(parts, name)) continue;
      trail.push(Array.isArray(reached) ? Number(name) : name);
      gather(parts[name], depth + 1);
      trail.pop();
    }
  };
  gather(value, 0);
  return places;
}

const NOWHERE: readonly never[] = [];

/** Whether the first steps of a path lead anywhere: most paths of most rules do not. */
function mayBeThere(value: unknown, steps: readonly string[]): boolean {
  let reached = value;
  for (const step of steps) {
    if (step === ANY || Array.isArray(reached)) return true;
    if (!isMap(reached) || !Object.hasOwn(reached, step)) return false;
    reached = reached[step];
  }
  return true;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ANY = '*';

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
