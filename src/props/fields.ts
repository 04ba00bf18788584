import type { Shape } from './shape';
import { propShapes } from './table';

/** A prop: its name, what it has to be, whether it may be left out, and whether it has to be known at once. */
export interface Field {
  readonly name: string;
  readonly shape: Shape;
  readonly isOptional: boolean;
  /** Whether nothing in it may be told when the app is synthesized only: something follows from it before. */
  readonly isEarly: boolean;
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
const MARKED = /^(.*?)(\?)?(!)?$/;

/** The prop that an entry of the table says, by its name with marks. */
export function fieldOf(name: string, shape: Shape): Field {
  const [, bareName = name, optional, early] = MARKED.exec(name) ?? [];
  return { name: bareName, shape, isOptional: optional !== undefined, isEarly: early !== undefined };
}
