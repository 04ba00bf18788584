import { presenceFacts } from './facts';
import { enumOf, requiredOf, type KindSchema, type Schema } from './schema';
import { UnionTable } from './unions';

/** A field of an object type. Its type is TypeScript text in which «3» stands for the name of the shape number 3. */
export interface Field {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
  /** Sentences that are true of it wherever the shape is used. */
  readonly facts: readonly string[];
}

/** Where a shape is used: under which property, of which shape, at which path of which kind. */
export interface Use {
  readonly parent?: number | undefined;
  readonly path: readonly string[];
  /** Whether the property holds a list or a map of it. */
  readonly many: boolean;
  /** Whether it is a variant of its parent, which then names it. */
  readonly variant?: boolean;
}

interface Common {
  readonly uses: Use[];
}

/** An object type. Structurally equal objects are one shape. */
export interface ObjectShape extends Common {
  readonly fields: readonly Field[];
  /** Whether fields that are not listed are kept. */
  readonly open: boolean;
}

/** A type told apart by a field: its variants are shapes. */
export interface UnionShape extends Common {
  readonly variants: readonly { readonly name: string; readonly shape: number }[];
}

export type Shape = ObjectShape | UnionShape;

/** All types of an API. */
export interface Shapes {
  readonly shapes: readonly Shape[];
  /** The shape of each whole manifest. */
  readonly roots: ReadonlyMap<KindSchema, number>;
  /** The shape of each object schema, for naming definitions alike. */
  readonly ofSchema: ReadonlyMap<Schema, number>;
}

/** Reads the schemas of an API into types, one for each structure. */
export function shapesOf(api: string, kinds: readonly KindSchema[]): Shapes {
  const reader = new Reader(api);
  const roots = new Map(
    kinds.map((each) => [each, reader.object(withoutMeta(each.schema), { path: [each.kind], many: false })] as const),
  );
  reader.unions.demandAllFound();
  return { shapes: reader.settled(), roots, ofSchema: reader.ofSchema };
}

/** ObjectMeta is the same in all APIs and has a file of its own. */
function withoutMeta(schema: Schema): Schema {
  const { metadata: _, status: __, ...properties } = schema.properties ?? {};
  return { ...schema, properties };
}

/** Reads schemas depth first, so that a parent's first use comes before its children's. */
class Reader {
  public readonly shapes: Shape[] = [];
  public readonly ofSchema = new Map<Schema, number>();
  public readonly unions: UnionTable;
  private readonly known = new Map<string, number>();
  /** Shapes that were given up, each with the equal one that stays. */
  private readonly equals = new Map<number, number>();

  public constructor(api: string) {
    this.unions = new UnionTable(api);
  }

  /** The shapes, with each use's parent one of those that stay. */
  public settled(): Shape[] {
    const staying = (parent: number | undefined) =>
      parent === undefined ? undefined : (this.equals.get(parent) ?? parent);
    return this.shapes.map((shape) => ({
      ...shape,
      uses: shape.uses.map((use) => ({ ...use, parent: staying(use.parent) })),
    }));
  }

  /** TypeScript text of a schema's type. */
  private type(schema: Schema, use: Use): string {
    const type = this.typeWithoutNull(schema, use);
    return schema.nullable ? `${type} | null` : type;
  }

  private typeWithoutNull(schema: Schema, use: Use): string {
    if (schema.either) return schema.either.map((each) => this.type(each, use)).join(' | ');
    const values = enumOf(schema);
    if (values) return values.map((value) => (value === null ? 'null' : literal(value))).join(' | ');
    if (schema['x-kubernetes-int-or-string']) return 'number | string';
    if (schema.properties) return `«${this.objectOrUnion(schema, use)}»`;
    if (schema.items) return list(this.type(schema.items, { ...use, many: true }));
    if (typeof schema.additionalProperties === 'object') {
      return `Readonly<Record<string, ${this.type(schema.additionalProperties, { ...use, many: true })}>>`;
    }
    switch (schema.type) {
      case 'string':
      case 'boolean':
        return schema.type;
      case 'integer':
      case 'number':
        return 'number';
      case 'array':
        return 'readonly Json[]';
      case 'object':
        return schema['x-kubernetes-preserve-unknown-fields'] || schema.additionalProperties
          ? 'JsonObject'
          : 'Readonly<Record<string, never>>';
      default:
        return 'Json';
    }
  }

  private objectOrUnion(schema: Schema, use: Use): number {
    const split = this.unions.split(use.path.at(-1) ?? '', schema);
    if (!split) return this.object(schema, use);
    // The members come after the union, so that they can take their names from it.
    const id = this.reserve(use);
    const variants = split.variants.map((variant) => ({
      name: variant.name,
      shape: this.object(variant.schema, { ...use, parent: id, variant: true }),
    }));
    return this.settle(id, `union:${variants.map((each) => each.shape).join('|')}`, { variants, uses: [use] });
  }

  public object(schema: Schema, use: Use): number {
    const id = this.reserve(use);
    const required = requiredOf(schema);
    const fields = Object.entries(schema.properties ?? {}).map(([name, each]) => ({
      name,
      optional: !required.has(name),
      type: this.type(each, { parent: id, path: [...use.path, name], many: false }),
      facts: [...presenceFacts(schema.presence?.[name] ?? {}), ...(each.facts ?? []), ...(each.items?.facts ?? [])],
    }));
    const open = schema['x-kubernetes-preserve-unknown-fields'] === true;
    const key = fields.map((field) => `${field.name}${field.optional ? '?' : ''}:${field.type}`).sort();
    const settled = this.settle(id, `object:${open}:${key.join(';')}`, { fields, open, uses: [use] });
    this.ofSchema.set(schema, settled);
    return settled;
  }

  /** Takes a number for a shape before its children are read; they name it as their parent. */
  private reserve(use: Use): number {
    return this.shapes.push({ fields: [], open: false, uses: [use] }) - 1;
  }

  /** Fills a reserved shape in, or gives it up for an equal one that is known already. */
  private settle(id: number, key: string, shape: Shape): number {
    const equal = this.known.get(key);
    if (equal !== undefined) {
      this.shapes[equal] = together(this.shapes[equal] ?? shape, shape);
      this.shapes[id] = { fields: [], open: false, uses: [] };
      this.equals.set(id, equal);
      return equal;
    }
    this.known.set(key, id);
    this.shapes[id] = shape;
    return id;
  }
}

/** Two equal shapes as one that says of its fields what both say. */
function together(one: Shape, other: Shape): Shape {
  const uses = [...one.uses, ...other.uses];
  if ('variants' in one || 'variants' in other) return { ...one, uses };
  const facts = new Map(other.fields.map((field) => [field.name, field.facts]));
  const fields = one.fields.map((field) => ({
    ...field,
    facts: field.facts.filter((fact) => facts.get(field.name)?.includes(fact)),
  }));
  return { ...one, fields, uses };
}

function list(item: string): string {
  return item.includes(' | ') || item.startsWith('readonly ') ? `readonly (${item})[]` : `readonly ${item}[]`;
}

function literal(value: unknown): string {
  return typeof value === 'string'
    ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
    : JSON.stringify(value);
}
