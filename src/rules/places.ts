import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';

/** A value in a manifest, and where it stands, which is put together when somebody asks: a copy by a spread has none. */
export interface Place {
  readonly field: FieldPath;
  readonly value: unknown;
}

/**
 * What stands at a path of a manifest, such as `spec.mirrors.*.sourceConnector.config`, where `*` is each item of a list or
 * each field of a map, and a number is an item. What is not there gives nothing.
 */
export function placesOf(value: unknown, path: string, at: FieldPath = []): readonly FoundPlace[] {
  const { steps, plain } = routeOf(path);
  const holder = reachedBy(value, plain);
  if (holder === NOTHING) return NOWHERE;
  const start = at.length === 0 ? plain : [...at, ...plain];
  const trail = new Trail(undefined, start, plain.length);
  if (plain.length === steps.length) return [new FoundPlace(trail, holder)];
  const places: FoundPlace[] = [];
  gather(holder, steps, trail, places);
  return places;
}

/** What stands at a path without `*`; absent: nothing. Of many objects, rules ask for a value and never for its place. */
export function valueAtPath(value: unknown, path: string): unknown {
  const reached = reachedBy(value, routeOf(path).steps);
  return reached === NOTHING ? undefined : reached;
}

const NOWHERE: readonly never[] = [];
const NOTHING = Symbol('nothing');

/** What is reached by fields and items of the names. */
function reachedBy(value: unknown, names: readonly string[]): unknown {
  let reached = value;
  for (const name of names) {
    if (typeof reached !== 'object' || reached === null || !Object.hasOwn(reached, name)) return NOTHING;
    reached = (reached as Readonly<Record<string, unknown>>)[name];
  }
  return reached;
}

function gather(reached: unknown, steps: readonly string[], trail: Trail, places: FoundPlace[]): void {
  const step = steps[trail.depth];
  if (step === undefined) return void places.push(new FoundPlace(trail, reached));
  if (typeof reached !== 'object' || reached === null) return;
  const parts = reached as Readonly<Record<string, unknown>>;
  const isList = Array.isArray(reached);
  if (step !== ANY) {
    if (Object.hasOwn(parts, step)) gather(parts[step], steps, trail.to(step, isList), places);
    return;
  }
  for (const name in parts) {
    if (Object.hasOwn(parts, name)) gather(parts[name], steps, trail.to(name, isList), places);
  }
}

/** The way to a value. Most values have no fault, so that nobody asks for their field. */
class Trail {
  constructor(
    private readonly before: Trail | undefined,
    private readonly last: FieldPath | string | number,
    /** How many steps have been taken. */
    readonly depth: number,
  ) {}

  to(name: string, isItem: boolean): Trail {
    return new Trail(this, isItem ? Number(name) : name, this.depth + 1);
  }

  get field(): FieldPath {
    const { before, last } = this;
    return before === undefined ? (last as FieldPath) : [...before.field, last as string | number];
  }
}

/** A value that was found on the way. */
class FoundPlace implements Place {
  constructor(
    private readonly trail: Trail,
    readonly value: unknown,
  ) {}

  get field(): FieldPath {
    return this.trail.field;
  }
}

const ANY = '*';

/** A path: all its steps, and those before the first `*` or number, which are fields of maps. */
interface Route {
  readonly steps: readonly string[];
  readonly plain: readonly string[];
}

/** Rules ask for their few paths once an object. */
const routes = new Map<string, Route>();

function routeOf(path: string): Route {
  const known = routes.get(path);
  if (known) return known;
  const steps = path.split('.');
  const first = steps.findIndex((step) => step === ANY || /^\d+$/.test(step));
  const route = { steps, plain: first < 0 ? steps : steps.slice(0, first) };
  routes.set(path, route);
  return route;
}

/** A field of a map, and where it stands. */
export class NamedPlace implements Place {
  constructor(
    private readonly holder: Place,
    readonly name: string,
    readonly value: unknown,
  ) {}

  get field(): FieldPath {
    return [...this.holder.field, this.name];
  }
}

/** The fields of the maps at a path, each by its name. */
export function fieldsAt(value: unknown, path: string): readonly NamedPlace[] {
  const holders = placesOf(value, path);
  if (holders.length === 0) return NOWHERE;
  const fields: NamedPlace[] = [];
  for (const holder of holders) {
    const parts = map(holder.value);
    for (const name of Object.keys(parts)) fields.push(new NamedPlace(holder, name, parts[name]));
  }
  return fields;
}
