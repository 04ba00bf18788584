import Ajv, { type ErrorObject } from 'ajv';
import type { KindSchema, Schema } from '../../scripts/import/schema';

type Json = Record<string, unknown>;

/** What judges the values that a CEL rule is about. */
export type RuleOf = (rule: string) => (self: unknown) => boolean;

/**
 * A validator of a kind by ajv, from the schema of the CRD itself: nothing of the compact schemas is used. Unknown fields
 * are refused where the API server would prune them, and taken where it keeps them. It returns the errors, none for a valid object.
 * @param ruleOf - what judges the CEL rules of the schema; without it they are not asked for
 */
export function strictValidator(kind: KindSchema, ruleOf?: RuleOf): (object: object) => ErrorObject[] {
  const ajv = new Ajv({
    strict: false,
    inlineRefs: false,
    logger: false,
    validateFormats: true,
    useDefaults: true,
    allErrors: true,
  });
  ajv.addFormat('int32', { type: 'number', validate: (value: number) => value === (value | 0) });
  ajv.addFormat('int64', { type: 'number', validate: (value: number) => Math.abs(value) <= 2 ** 63 });
  ['double', 'float', 'duration'].forEach((name) => ajv.addFormat(name, true));
  ajv.addKeyword({
    keyword: 'x-kubernetes-list-map-keys',
    type: 'array',
    compile: (keys: string[], list) => {
      const defaults = (list as { defaults?: Json }).defaults ?? {};
      return (items: (Json | null)[]) => {
        const texts = items.map((item) => keys.map((key) => JSON.stringify(item?.[key] ?? defaults[key])).join());
        return new Set(texts).size === texts.length;
      };
    },
  });
  ajv.addKeyword({
    keyword: 'x-kubernetes-validations',
    compile: (rules: { rule: string }[]) => {
      const kept = ruleOf ? rules.map(({ rule }) => ruleOf(rule)) : [];
      return (self) => kept.every((isKept) => isKept(self));
    },
  });
  const definitions: Json = {};
  const known = new Map<string, string>();
  const keeps = kind.schema.keepsUnknownFields === true;
  const root = strict(kind.schema, { definitions, known, keeps });
  const validate = ajv.compile({ ...root, definitions });
  return (object) => {
    const whole = structuredClone(object);
    // The API server fills defaults in before it validates. ajv does it on the way: the second run sees them all.
    validate(whole);
    validate(whole);
    return validate.errors ?? [];
  };
}

interface Whole {
  readonly definitions: Json;
  readonly known: Map<string, string>;
  /** Whether the server keeps unknown fields. */
  readonly keeps: boolean;
}

/** A schema in the words of JSON Schema; equal objects are one definition, for ajv writes code for each. */
function strict(schema: Schema, whole: Whole): Json {
  const { definitions, known, keeps } = whole;
  const inside = (each: Schema) => strict(each, whole);
  const { description: _, properties, items, additionalProperties, anyOf, ...rest } = schema;
  const intOrString = schema['x-kubernetes-int-or-string'] === true;
  const result: Json = rest;
  delete result['keepsUnknownFields'];
  if (intOrString) result['type'] = ['integer', 'string'];
  if (anyOf && !intOrString) result['anyOf'] = anyOf;
  if (schema['x-kubernetes-list-type'] === 'set') result['uniqueItems'] = true;
  if (items) {
    result['items'] = inside(items);
    result['defaults'] = Object.fromEntries(
      Object.entries(items.properties ?? {}).map(([name, each]) => [name, each.default]),
    );
  }
  if (properties)
    result['properties'] = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, inside(each)]));
  if (typeof additionalProperties === 'object') result['additionalProperties'] = inside(additionalProperties);
  else if (schema.type === 'object')
    result['additionalProperties'] = keeps || schema['x-kubernetes-preserve-unknown-fields'] === true;
  for (const keyword of Object.keys(result)) if (result[keyword] === null) Reflect.deleteProperty(result, keyword);
  if (!properties) return result;
  const text = JSON.stringify(result);
  const name = known.get(text) ?? `d${known.size}`;
  known.set(text, name);
  definitions[name] = result;
  return { $ref: `#/definitions/${name}` };
}
