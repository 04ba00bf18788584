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
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !properties) return value;
  const filled: Record<string, unknown> = { ...value };
  for (const name of Object.keys(properties)) {
    const field = node.field(name);
    if (field) filled[name] = withDefaults(field, filled[name] ?? field.raw.default);
  }
  return filled;
}

/** Whether a value has what a schema names. Unlike the schema of a kind, an alternative judges only what is there. */
function satisfies(schema: RawSchema, value: unknown): boolean {
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (!isOfType(schema.type, value) || !satisfiesAlternatives(schema, value)) return false;
  if (typeof value === 'string') return isText(schema, value);
  if (typeof value === 'number') return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
  if (Array.isArray(value)) {
    const { items, minItems = 0, maxItems = Infinity } = schema;
    return value.length >= minItems && value.length <= maxItems && (!items || value.every((each) => satisfies(items, each)));
  }
  return typeof value !== 'object' || value === null || isObject(schema, value as Readonly<Record<string, unknown>>);
}

function isText({ minLength = 0, maxLength = Infinity, pattern }: RawSchema, value: string): boolean {
  const length = [...value].length;
  return length >= minLength && length <= maxLength && (pattern === undefined || new RegExp(pattern).test(value));
}

function isObject({ required = [], properties = {} }: RawSchema, object: Readonly<Record<string, unknown>>): boolean {
  return (
    required.every((name) => object[name] !== undefined) &&
    Object.entries(properties).every(([name, each]) => object[name] === undefined || satisfies(each, object[name]))
  );
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
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return typeof value === type;
  }
}
