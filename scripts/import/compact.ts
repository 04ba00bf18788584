import type { KindSchema, Schema } from './schema';
import { pascal } from './names';

/** Keywords that judge a value or say what is kept of it; all others are prose or hints to tools. */
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
  'properties',
  'additionalProperties',
  'items',
];

/** What `x-kubernetes-int-or-string` says by itself. */
const INT_OR_STRING = '[{"type":"integer"},{"type":"string"}]';

/** Below this many characters a schema is as long as a reference to it. */
const WORTH_SHARING = 60;

type Json = Record<string, unknown>;

/**
 * The schemas of an API as one text of JSON: definitions by name, and by `apiVersion/kind` the definition of each kind.
 * A schema that occurs twice is a definition, so that equal ones are stored, loaded and prepared once.
 */
export function schemaFile(kinds: readonly KindSchema[], nameOf: (schema: Schema) => string | undefined): string {
  const sharer = new Sharer(nameOf);
  kinds.forEach(({ schema }) => sharer.count(schema));
  const roots = kinds.map(
    ({ apiVersion, kind, schema }) => [`${apiVersion}/${kind}`, sharer.reduced(schema, kind)] as const,
  );
  const lines = (entries: Iterable<readonly [string, unknown]>) =>
    [...entries].map(([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`).join(',\n');
  return `{"kinds":{\n${lines(roots)}\n},"definitions":{\n${lines(sharer.definitions)}\n}}\n`;
}

class Sharer {
  public readonly definitions = new Map<string, unknown>();
  private readonly counts = new Map<string, number>();
  private readonly texts = new Map<Schema, string>();
  private readonly namesByText = new Map<string, string>();

  public constructor(private readonly nameOf: (schema: Schema) => string | undefined) {}

  public count(schema: Schema): void {
    const text = this.text(schema);
    const count = (this.counts.get(text) ?? 0) + 1;
    this.counts.set(text, count);
    // What is inside an equal schema is stored once with it.
    if (count === 1) children(schema).forEach(([, child]) => this.count(child));
  }

  /** A schema without its prose, its repeated parts replaced by references. */
  public reduced(schema: Schema, property: string): Json {
    const text = this.text(schema);
    if ((this.counts.get(text) ?? 0) < 2 || text.length < WORTH_SHARING) return this.own(schema, property);
    const known = this.namesByText.get(text);
    if (known) return { $ref: known };
    const name = this.freeName(this.nameOf(schema) ?? pascal(property));
    this.namesByText.set(text, name);
    this.definitions.set(name, {});
    this.definitions.set(name, this.own(schema, property));
    return { $ref: name };
  }

  private own(schema: Schema, property: string): Json {
    const result = withoutProse(schema);
    if (schema.properties) {
      result['properties'] = Object.fromEntries(
        Object.entries(schema.properties).map(([name, each]) => [name, this.reduced(each, name)]),
      );
    }
    if (schema.items) result['items'] = this.reduced(schema.items, property);
    if (typeof schema.additionalProperties === 'object') {
      result['additionalProperties'] = this.reduced(schema.additionalProperties, property);
    }
    return result;
  }

  private text(schema: Schema): string {
    const known = this.texts.get(schema);
    if (known !== undefined) return known;
    const parts = children(schema).map(([name, child]) => `${JSON.stringify(name)}:${this.text(child)}`);
    const text = JSON.stringify(withoutProse(schema)) + parts.join(',');
    this.texts.set(schema, text);
    return text;
  }

  private freeName(name: string): string {
    if (!this.definitions.has(name)) return name;
    let number = 2;
    while (this.definitions.has(`${name}${number}`)) number += 1;
    return `${name}${number}`;
  }
}

/** The schemas right below one, each with its keyword and property. */
function children(schema: Schema): [string, Schema][] {
  const { properties, items, additionalProperties } = schema;
  return [
    ...Object.entries(properties ?? {}).map(([name, child]): [string, Schema] => [`.${name}`, child]),
    ...(items ? [['[]', items] satisfies [string, Schema]] : []),
    ...(typeof additionalProperties === 'object' ? [['{}', additionalProperties] satisfies [string, Schema]] : []),
  ];
}

/** A schema's own keywords, in one order, without those of its children. */
function withoutProse(schema: Schema): Json {
  const result: Json = {};
  for (const keyword of KEPT) {
    const value = schema[keyword];
    if (value === undefined || value === null || isRedundant(schema, keyword)) continue;
    if (keyword === 'properties' || keyword === 'items') continue;
    if (keyword === 'additionalProperties' && typeof value === 'object') continue;
    result[keyword] = value;
  }
  return result;
}

function isRedundant(schema: Schema, keyword: string): boolean {
  if (keyword === 'required') return schema.required?.length === 0;
  return (
    keyword === 'anyOf' &&
    schema['x-kubernetes-int-or-string'] === true &&
    JSON.stringify(schema.anyOf) === INT_OR_STRING
  );
}
