import type { Schema } from './schema';

/** What each release of a line says of one place; undefined where it has no such place. */
export type History = readonly (Schema | undefined)[];

/** The histories of the places right below one. */
export interface Below {
  readonly properties: ReadonlyMap<string, History>;
  readonly items: History;
  readonly values: History;
}

const unfolded = new WeakMap<Schema, Schema>();

/**
 * A schema that is a list in one alternative and an object in the other, as one schema with the parts of both: no value
 * is both, and so each is judged as its alternative says.
 */
export function unfold(schema: Schema): Schema {
  const { oneOf, ...rest } = schema;
  const [list, object, ...more] = oneOf ?? [];
  if (list?.type !== 'array' || object?.type !== 'object' || more.length > 0 || schema.type) return schema;
  const known = unfolded.get(schema) ?? { ...rest, ...list, ...object, type: 'object-or-array' };
  unfolded.set(schema, known);
  return known;
}

export function below(history: History): Below {
  const each = (part: (schema: Schema) => Schema | undefined): History =>
    history.map((schema) => {
      const found = schema && part(schema);
      return found && unfold(found);
    });
  const names = mergedNames(history.map((schema) => Object.keys(schema?.properties ?? {})));
  return {
    properties: new Map(
      names.map((name) => [
        name,
        each(({ properties = {} }) => (Object.hasOwn(properties, name) ? properties[name] : undefined)),
      ]),
    ),
    items: each(({ items }) => items),
    values: each(({ additionalProperties }) =>
      typeof additionalProperties === 'object' ? additionalProperties : undefined,
    ),
  };
}

/** All names, in the order of the newest release; a name that is gone stands after the one that it stood after. */
export function mergedNames(releases: readonly (readonly string[])[]): string[] {
  const order: string[] = [];
  const known = new Set<string>();
  for (const names of [...releases].reverse()) {
    names.forEach((name, at) => {
      if (known.has(name)) return;
      known.add(name);
      order.splice(at === 0 ? 0 : order.indexOf(names[at - 1] ?? '') + 1, 0, name);
    });
  }
  return order;
}

/** Whether a place is there in any release. */
export const isAlive = (history: History): boolean => history.some((schema) => schema !== undefined);
