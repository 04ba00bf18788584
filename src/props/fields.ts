import type { Shape } from './shape';
import { propShapes } from './table';

/** A prop: its name, what it has to be, and whether it may be left out. */
export interface Field {
  readonly name: string;
  readonly shape: Shape;
  readonly isOptional: boolean;
}

/** The props of an object. */
export interface Fields {
  readonly all: readonly Field[];
  readonly byName: ReadonlyMap<string, Field>;
  /** Whether there may be others, which another package knows. */
  readonly isOpen: boolean;
}

const KNOWN = new Map<string, Fields>();

/** The props of the name that the table has for them. */
export function fieldsOf(props: string): Fields {
  const known = KNOWN.get(props);
  if (known) return known;
  const entries = Object.entries(propShapes(props));
  const all = entries.filter(([name]) => name !== OTHERS).map(([name, shape]) => fieldOf(name, shape));
  const fields = {
    all,
    byName: new Map(all.map((field) => [field.name, field])),
    isOpen: all.length < entries.length,
  };
  KNOWN.set(props, fields);
  return fields;
}

const OTHERS = '...';

function fieldOf(name: string, shape: Shape): Field {
  const isOptional = name.endsWith('?');
  return { name: isOptional ? name.slice(0, -1) : name, shape, isOptional };
}
