import { membersOf, type LineKind, type LineSchema, type Member } from './line-schema';
import { pascal } from './names';

/** Below this many characters a schema is as long as a reference to it. */
const WORTH_SHARING = 60;

/** From this many characters on a schema has a line of its own, so that it is parsed by those alone who need it. */
const WORTH_A_LINE = 700;

type Json = Record<string, unknown>;

/**
 * The schemas of an API, one a line of JSON, each after its name: the kinds by `apiVersion/kind`, then the definitions that
 * they refer to. A schema that is used twice is a definition, so that it is stored, loaded and prepared once, and so is a long
 * one: a line is parsed when it is needed.
 */
export function schemaLines(kinds: readonly LineKind[], nameOf: (schema: LineSchema) => string | undefined): string {
  const writer = new Writer(nameOf);
  kinds.forEach(({ schema }) => writer.count(schema));
  const roots = kinds.map(
    ({ apiVersion, kind, schema }) => [`${apiVersion}/${kind}`, writer.own(schema, kind)] as const,
  );
  return [...roots, ...writer.definitions].map((line) => `${JSON.stringify(line)}\n`).join('');
}

class Writer {
  public readonly definitions = new Map<string, unknown>();
  private readonly counts = new Map<LineSchema, number>();
  private readonly names = new Map<LineSchema, string>();
  private readonly written = new Map<LineSchema, Json>();

  public constructor(private readonly nameOf: (schema: LineSchema) => string | undefined) {}

  public count(schema: LineSchema): void {
    const count = (this.counts.get(schema) ?? 0) + 1;
    this.counts.set(schema, count);
    // What is inside a shared schema is stored once with it.
    if (count === 1) membersOf(schema).forEach((member) => this.count(member.schema));
  }

  /** A schema by itself, its shared and its long parts replaced by references. */
  public own(schema: LineSchema, property: string): Json {
    const own = this.written.get(schema) ?? this.write(schema, property);
    this.written.set(schema, own);
    return own;
  }

  private write({ keywords, was, properties, items, values }: LineSchema, property: string): Json {
    return {
      ...keywords,
      ...(was.length > 0 && { was: was.map((form) => ({ until: form.until, ...form.keywords })) }),
      ...(properties.size > 0 && {
        properties: Object.fromEntries([...properties].map(([name, each]) => [name, this.member(each, name)])),
      }),
      ...(items && { items: this.member(items, property) }),
      ...(values && { additionalProperties: this.member(values, property) }),
    };
  }

  private member({ schema, ...presence }: Member, property: string): Json {
    const own = this.own(schema, property);
    const worth = (this.counts.get(schema) ?? 0) < 2 ? WORTH_A_LINE : WORTH_SHARING;
    if (JSON.stringify(own).length < worth) return { ...presence, ...own };
    const name = this.names.get(schema) ?? this.freeName(this.nameOf(schema) ?? pascal(property));
    this.names.set(schema, name);
    this.definitions.set(name, own);
    return { $ref: name, ...presence };
  }

  private freeName(name: string): string {
    if (!this.definitions.has(name)) return name;
    let number = 2;
    while (this.definitions.has(`${name}${number}`)) number += 1;
    return `${name}${number}`;
  }
}
