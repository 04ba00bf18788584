import { factsOf } from './facts';
import { formsOf } from './forms';
import type { Keywords } from './keywords';
import type { LineSchema, Member } from './line-schema';
import type { JsonValue, Schema } from './schema';

const known = new WeakMap<LineSchema, Schema>();

/**
 * The schema that takes what any release takes: what the types are made from. An earlier release that took anything, where
 * later ones say what, does not make it wider.
 */
export function widest(line: LineSchema): Schema {
  const schema = known.get(line) ?? {};
  if (!known.has(line)) {
    known.set(line, schema);
    Object.assign(schema, ofTypes(line));
  }
  return schema;
}

function ofTypes(line: LineSchema): Schema {
  const forms = formsOf(line).map(({ keywords }) => keywords);
  const types = new Set(forms.flatMap(({ type }) => (type === 'object-or-array' ? ['array', 'object'] : [type])));
  const each = [...types].map((type) => {
    const own = forms.filter((form) => form['type'] === type || form['type'] === 'object-or-array');
    return ofType(line, own, type as string | undefined);
  });
  return each.length === 1 ? (each[0] ?? {}) : { either: each };
}

function ofType(line: LineSchema, forms: readonly Keywords[], type: string | undefined): Schema {
  const { enum: _, required: __, ...own } = (forms[0] ?? {}) as Schema;
  const lists = forms.map((form) => form['enum'] as JsonValue[] | undefined);
  return {
    ...own,
    ...(type !== undefined && { type }),
    ...(lists.every((values) => values !== undefined) && { enum: [...new Set(lists.flat())] }),
    required: forms.map((form) => (form['required'] ?? []) as string[]).reduce(inBoth),
    ...(line.properties.size > 0 && type === 'object' && fieldsOf(line)),
    ...(line.values && type === 'object' && { additionalProperties: widest(line.values.schema) }),
    ...(line.items && type === 'array' && { items: widest(line.items.schema) }),
    facts: factsOf(line),
  };
}

const inBoth = (one: string[], other: string[]): string[] => one.filter((each) => other.includes(each));

function fieldsOf({ properties }: LineSchema): Pick<Schema, 'properties' | 'presence'> {
  const entries = [...properties];
  const presence = ({ since, until }: Member) => ({ ...(since && { since }), ...(until && { until }) });
  return {
    properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, widest(schema)])),
    presence: Object.fromEntries(entries.map(([name, member]) => [name, presence(member)])),
  };
}
