import { requiredOf, enumOf, type JsonValue, type Schema } from '../../scripts/import/schema';
import type { JsonObject } from './objects';

export type Fault = TypeFault | 'null' | 'out of bounds' | 'wrong text' | 'repeated item';

/** Faults that types can tell as well. */
export type TypeFault = (typeof TYPE_FAULTS)[number];
export const TYPE_FAULTS = ['unknown field', 'wrong enum', 'missing required', 'wrong type'] as const;

/** A place of an object where a fault of a kind can be put. */
export interface Site {
  readonly fault: Fault;
  readonly path: readonly (string | number)[];
}

/** All places where a change can make an object one that its schema refuses. */
export function sitesOf(schema: Schema, value: JsonValue, path: readonly (string | number)[] = []): Site[] {
  if (value === null || isFree(schema)) return [];
  const here: Site[] = [{ fault: 'null', path }];
  if (enumOf(schema)) return [...here, { fault: 'wrong enum', path }];
  here.push({ fault: 'wrong type', path });
  if (typeof value === 'number') here.push({ fault: 'out of bounds', path });
  if (typeof value === 'string') here.push({ fault: 'wrong text', path });
  if (Array.isArray(value) && value.length > 0) here.push({ fault: 'repeated item', path });
  if (Array.isArray(value)) {
    return [...here, ...value.flatMap((each, at) => sitesOf(schema.items ?? {}, each, [...path, at]))];
  }
  if (typeof value !== 'object') return here;
  if (!schema.additionalProperties && !schema['x-kubernetes-preserve-unknown-fields']) {
    here.push({ fault: 'unknown field', path: [...path, 'notAField'] });
  }
  for (const name of requiredOf(schema)) here.push({ fault: 'missing required', path: [...path, name] });
  const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  return [
    ...here,
    ...Object.entries(value).flatMap(([name, each]) => {
      const field = schema.properties?.[name] ?? rest;
      return field ? sitesOf(field, each, [...path, name]) : [];
    }),
  ];
}

const isFree = (schema: Schema): boolean => schema.type === undefined && !schema['x-kubernetes-int-or-string'];

/** The object with one fault in it. */
export function broken(object: JsonObject, { fault, path }: Site): JsonValue {
  const [head, ...tail] = path;
  if (head === undefined) return { wrong: true, type: [] };
  const copy = structuredClone(object);
  let holder: Record<string | number, JsonValue> = copy;
  for (const key of [head, ...tail].slice(0, -1)) holder = holder[key] as Record<string | number, JsonValue>;
  const last = path.at(-1) as string | number;
  if (fault === 'missing required') Reflect.deleteProperty(holder, last);
  else if (fault === 'unknown field') holder[last] = 1;
  else holder[last] = faulty(fault, holder[last] as JsonValue);
  return copy;
}

function faulty(fault: Fault, value: JsonValue): JsonValue {
  switch (fault) {
    case 'null':
      return null;
    case 'wrong enum':
      return 'not-a-value';
    case 'out of bounds':
      return Number(value) % 2 === 0 ? -(2 ** 40) : 2 ** 40 + 0.5;
    case 'wrong text':
      return JSON.stringify(value).length % 2 === 0
        ? ''
        : '-? not what a pattern wants, and longer than most bounds'.repeat(9);
    case 'repeated item':
      return [...(value as JsonValue[]), (value as JsonValue[])[0] as JsonValue];
    default:
      return wrongType(value);
  }
}

/** A value of a type that no schema takes instead: no field may be a list of a boolean, or text where an object is due. */
function wrongType(value: JsonValue): JsonValue {
  return typeof value === 'object' ? 'not an object' : [true];
}
