import type { Instance, Parameter, Shape } from './shape';
import { SHAPES } from './shapes';

/** What has been read of the table, by its text: a run uses a few of many shapes. */
const READ = new Map<string, unknown>();

/**
 * Props by name, with `?` behind it where they may be left out, and then `!` where they have to be known at once; `...`: some
 * that only another package knows.
 */
export function propShapes(name: string): Readonly<Record<string, Shape>> {
  return (read(SHAPES.props[name]) ?? {}) as Readonly<Record<string, Shape>>;
}

/** What instances of the name are known by. */
export function instanceOf(name: string): Instance {
  return read(SHAPES.instances[name]) ?? {};
}

/** Parameters of `new Class`, `Class.factory` or `Class#method`. */
export function parametersOf(call: string): readonly Parameter[] {
  return (read(SHAPES.calls[call]) ?? NONE) as readonly Parameter[];
}

let callsByClass: ReadonlyMap<string, readonly string[]> | undefined;

/** Factories and methods of a class or interface that take something, each as `Class.name` or `Class#name`. */
export function callsOf(name: string): readonly string[] {
  callsByClass ??= groupedCalls();
  return callsByClass.get(name) ?? NONE;
}

function groupedCalls(): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const call of allCalls()) {
    const end = call.search(/[.#]/);
    if (end < 0 || SHAPES.calls[call] === TAKES_NOTHING) continue;
    const name = call.slice(0, end);
    const group = groups.get(name);
    if (group) group.push(call);
    else groups.set(name, [call]);
  }
  return groups;
}

const TAKES_NOTHING = '[]';

/** All constructors, factories and methods, as {@link parametersOf} takes them. */
export function allCalls(): string[] {
  return Object.keys(SHAPES.calls);
}

const NONE: readonly never[] = [];

function read(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  const known = READ.get(json) ?? (JSON.parse(json) as unknown);
  READ.set(json, known);
  return known;
}
