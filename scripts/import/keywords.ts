import type { JsonValue, Schema } from './schema';

/** Keywords that judge a value or say what is kept of it; all others are prose, hints to tools, or hold schemas. */
const KEPT = [
  'type',
  'format',
  'nullable',
  'enum',
  'default',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'required',
  'oneOf',
  'anyOf',
  'allOf',
  'not',
  'x-kubernetes-int-or-string',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-validations',
  'keepsUnknownFields',
] as const;

/** What a schema says itself, without what the schemas of its parts say. */
export type Keywords = Readonly<Record<string, JsonValue>>;

const ALTERNATIVES = new Set<string>(['oneOf', 'anyOf', 'allOf']);

/** The keywords of a schema, in one order. */
export function keywordsOf(schema: Schema): Keywords {
  const result: Record<string, JsonValue> = {};
  for (const keyword of KEPT) {
    const value = ALTERNATIVES.has(keyword) ? alternativesOf(schema, keyword) : (schema[keyword] as JsonValue);
    if (value === undefined || value === null || (keyword === 'required' && schema.required?.length === 0)) continue;
    result[keyword] = value;
  }
  if (typeof schema.additionalProperties === 'boolean') result['additionalProperties'] = schema.additionalProperties;
  return result;
}

/** The keywords as a text that is the same for all that judge alike: the order of names and values is no part of it. */
export function textOf(keywords: Keywords): string {
  return JSON.stringify(keywords, (keyword, value: JsonValue) =>
    Array.isArray(value) && SETS.has(keyword) ? value.map((each) => JSON.stringify(each)).sort() : value,
  );
}

const SETS = new Set(['required', 'enum', 'oneOf', 'anyOf', 'allOf']);

/** Alternatives without what does not judge; undefined where nothing is left to judge. */
function alternativesOf(schema: Schema, keyword: string): JsonValue | undefined {
  const given = schema[keyword] as readonly Schema[] | null | undefined;
  if (!given || isIntOrString(schema, keyword)) return undefined;
  const alternatives = given.map(judging);
  const judges = alternatives.some((each) => Object.keys(each).length > 0);
  // More than one alternative that is always met is never exactly one.
  return judges || (keyword === 'oneOf' && alternatives.length > 1) ? alternatives : undefined;
}

function judging(alternative: Schema): { [keyword: string]: JsonValue } {
  const properties = Object.entries(alternative.properties ?? {})
    .map(([name, each]) => [name, judging(each)] as const)
    .filter(([, each]) => Object.keys(each).length > 0);
  return {
    ...keywordsOf(alternative),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(alternative.items && { items: judging(alternative.items) }),
  };
}

/** What `x-kubernetes-int-or-string` says by itself. */
function isIntOrString(schema: Schema, keyword: string): boolean {
  return (
    keyword === 'anyOf' &&
    schema['x-kubernetes-int-or-string'] === true &&
    JSON.stringify(schema.anyOf) === '[{"type":"integer"},{"type":"string"}]'
  );
}
