import { enumOf, type Schema } from './schema';
import type { Union } from './union';
import { PLAIN, UNIONS } from './variants';

/** The variants of one object schema, each as a schema of its own. */
export interface Split {
  readonly discriminator: string;
  readonly variants: readonly { readonly name: string; readonly schema: Schema }[];
}

/** Finds the unions of one API, and knows in the end which of the table were never found. */
export class UnionTable {
  private readonly unions: readonly Union[];
  private readonly found = new Set<Union>();

  public constructor(private readonly api: string) {
    this.unions = UNIONS[api] ?? [];
  }

  /** The variants of an object under a property name; undefined when it is no union. Throws when the table lacks it. */
  public split(property: string, schema: Schema): Split | undefined {
    const union = this.unions.find((each) => each.property === property && variantsAre(each, schema));
    if (!union) {
      this.demandPlain(property, schema);
      return undefined;
    }
    this.found.add(union);
    const discriminator = discriminatorOf(union);
    const fields = Object.values(union.variants).flatMap((own) => [...(union.common ?? []), ...own]);
    demandExact(`${this.api} ${property}`, schema, [discriminator, ...fields]);
    return {
      discriminator,
      variants: variantNames(union).map((name) => ({ name, schema: variant(schema, union, name) })),
    };
  }

  /** Throws when a union of the table is in no schema. */
  public demandAllFound(): void {
    const lost = this.unions.filter((union) => !this.found.has(union));
    if (lost.length === 0) return;
    const names = lost.map((union) => `${union.property} (${variantNames(union).join(', ')})`);
    throw new Error(`variants.ts: ${this.api} has no such unions: ${names.join('; ')}`);
  }

  private demandPlain(property: string, schema: Schema): void {
    const types = enumOf(schema.properties?.['type'] ?? {}) ?? [];
    const fields = Object.keys(schema.properties ?? {}).filter((name) => name !== 'type');
    if (types.length < 2 || fields.length === 0 || PLAIN.includes(property)) return;
    throw new Error(
      `variants.ts: ${this.api} has an object under ${property} with the types ${JSON.stringify(types)} and the fields ` +
        `${fields.join(', ')}; add it to UNIONS, or to PLAIN when its fields do not depend on the type`,
    );
  }
}

const discriminatorOf = (union: Union): string => union.discriminator ?? 'type';
const variantNames = (union: Union): string[] => Object.keys(union.variants);

function variantsAre(union: Union, schema: Schema): boolean {
  const values = enumOf(schema.properties?.[discriminatorOf(union)] ?? {}) ?? [];
  const names = variantNames(union);
  return values.length === names.length && values.every((value) => names.some((name) => name === value));
}

/**
 * One variant's schema. Where the discriminator is optional, the first variant is what the operator takes without it,
 * and the others have to name it.
 */
function variant(schema: Schema, union: Union, name: string): Schema {
  const discriminator = discriminatorOf(union);
  const fields = [discriminator, ...(union.common ?? []), ...(union.variants[name] ?? [])];
  const picked = pick(schema, fields);
  const byDefault = name === variantNames(union)[0] && !schema.required?.includes(discriminator);
  const required = new Set([...(picked.required ?? []), ...(byDefault ? [] : [discriminator])]);
  return {
    ...picked,
    required: [...required],
    properties: { ...picked.properties, [discriminator]: { type: 'string', enum: [name] } },
  };
}

/** First segments of dotted paths with what follows each; an empty list stands for the whole field. */
function heads(paths: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  const whole = new Set(paths.filter((each) => !each.includes('.')));
  for (const each of paths) {
    const [head = '', ...rest] = each.split('.');
    const tails = groups.get(head) ?? groups.set(head, []).get(head);
    if (!whole.has(head)) tails?.push(rest.join('.'));
  }
  return groups;
}

function pick(schema: Schema, paths: readonly string[]): Schema {
  if (schema.items) return { ...schema, items: pick(schema.items, paths) };
  const groups = heads(paths);
  const kept = Object.entries(schema.properties ?? {}).filter(([name]) => groups.has(name));
  return {
    ...schema,
    required: (schema.required ?? []).filter((name) => groups.has(name)),
    properties: Object.fromEntries(
      kept.map(([name, each]) => {
        const tails = groups.get(name) ?? [];
        return [name, tails.length > 0 ? pick(each, tails) : each];
      }),
    ),
  };
}

/** Throws unless the fields that a union names are exactly those of the schema, none missing and none invented. */
function demandExact(place: string, schema: Schema, paths: readonly string[]): void {
  const fields = Object.keys((schema.items ?? schema).properties ?? {});
  const groups = heads(paths);
  const missing = fields.filter((field) => !groups.has(field));
  const invented = [...groups.keys()].filter((field) => !fields.includes(field));
  if (missing.length + invented.length > 0) {
    throw new Error(
      `variants.ts: ${place}: in no variant [${missing.join(', ')}], in no schema [${invented.join(', ')}]`,
    );
  }
  for (const [head, tails] of groups) {
    const field = (schema.items ?? schema).properties?.[head];
    if (tails.length > 0 && field) demandExact(`${place}.${head}`, field, tails);
  }
}
