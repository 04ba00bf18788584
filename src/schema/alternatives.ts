import { boundsOf } from './bounds';
import type { SchemaNode } from './node';
import type { RawSchema } from './store';

/** Whether a value is what the `oneOf`, `anyOf`, `allOf` and `not` of a schema ask for. They hold no references. */
export function satisfiesAlternatives({ oneOf, anyOf, allOf, not }: RawSchema, value: unknown): boolean {
  const fits = (schema: RawSchema) => satisfies(schema, value);
  return (
    (!oneOf || oneOf.filter(fits).length === 1) &&
    (!anyOf || anyOf.some(fits)) &&
    (!allOf || allOf.every(fits)) &&
    (!not || !fits(not))
  );
}

/**
 * A value with the defaults of its schema filled in, as the API server does before it validates. Alternatives are the
 * only keywords that can tell.
 */
export function withDefaults(node: SchemaNode, value: unknown): unknown {
  const { properties } = node.raw;
  if (!isObject(value) || !properties) return value;
  const filled: Record<string, unknown> = { ...value };
  for (const name of Object.keys(properties)) {
    const field = node.field(name);
    if (field) filled[name] = withDefaults(field, filled[name] ?? field.raw.default);
  }
  return filled;
}

/** Whether a value has what a schema names. Unlike the schema of a kind, an alternative judges only what is there. */
function satisfies(schema: RawSchema, value: unknown): boolean {
  return (
    (!schema.enum || schema.enum.includes(value)) &&
    isOfType(schema.type, value) &&
    boundsOf(schema).every((bound) => !bound.offends(value)) &&
    satisfiesAlternatives(schema, value) &&
    satisfiesInside(schema, value)
  );
}

function satisfiesInside({ required = [], properties = {}, items }: RawSchema, value: unknown): boolean {
  if (Array.isArray(value)) return !items || value.every((each) => satisfies(items, each));
  if (!isObject(value)) return true;
  const fits = ([name, each]: [string, RawSchema]) => value[name] === undefined || satisfies(each, value[name]);
  return required.every((name) => value[name] !== undefined) && Object.entries(properties).every(fits);
}

function isOfType(type: string | undefined, value: unknown): boolean {
  switch (type) {
    case undefined:
      return true;
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
