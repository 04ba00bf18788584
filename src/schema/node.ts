import { boundsOf, type Bound } from './bounds';
import type { RawSchema, SchemaFile } from './store';

/** The types of values, named as schemas name them. */
export type Type = 'any' | 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'int-or-string';

const NONE: readonly string[] = [];

/**
 * A schema prepared for checking: one shape of object for all, so that the walk is fast, and nothing prepared before a
 * value needs it.
 */
export class SchemaNode {
  public readonly type: Type;
  public readonly nullable: boolean;
  /** Fields that must be there: a field with a default need not. */
  public readonly required: readonly string[];
  /** Whether fields without a schema are kept. */
  public readonly open: boolean;
  public readonly enum: readonly unknown[] | undefined;
  public readonly bounds: readonly Bound[];
  /** Whether a list may not repeat an item or a key. */
  public readonly distinct: boolean;
  /** Whether there are `oneOf`, `anyOf`, `allOf` or `not`. */
  public readonly alternatives: boolean;
  /**
   * The fields of the object that was checked last, in its order, with the schema of each and whether it is required.
   * Objects of one kind mostly have the same fields in the same order, and comparing a name is faster than looking it up.
   */
  public readonly lastNames: string[] = [];
  public readonly lastNodes: SchemaNode[] = [];
  public readonly lastRequired: boolean[] = [];
  private readonly children = new Map<string, SchemaNode>();
  private element: SchemaNode | undefined;

  public constructor(
    public readonly raw: RawSchema,
    private readonly file: SchemaFile,
  ) {
    const { properties } = raw;
    this.type = raw['x-kubernetes-int-or-string'] ? 'int-or-string' : ((raw.type as Type | undefined) ?? 'any');
    this.nullable = raw.nullable === true;
    this.required = raw.required?.filter((name) => properties?.[name]?.default === undefined) ?? NONE;
    this.open = raw['x-kubernetes-preserve-unknown-fields'] === true || raw.additionalProperties === true;
    this.enum = raw.enum;
    this.bounds = boundsOf(raw);
    this.distinct = raw.uniqueItems === true || /^(set|map)$/.test(raw['x-kubernetes-list-type'] ?? '');
    this.alternatives = !!(raw.oneOf ?? raw.anyOf ?? raw.allOf ?? raw.not);
  }

  /** The schema of a field; undefined when the object has no such field. */
  public field(name: string): SchemaNode | undefined {
    const known = this.children.get(name);
    if (known !== undefined) return known;
    const { properties, additionalProperties } = this.raw;
    if (properties && Object.hasOwn(properties, name)) {
      const node = nodeOf(properties[name] as RawSchema, this.file);
      this.children.set(name, node);
      return node;
    }
    // Keys of a map are the user's: they share one node and are not remembered.
    return typeof additionalProperties === 'object' ? this.member(additionalProperties) : undefined;
  }

  /** The schema of a list's items. */
  public item(): SchemaNode | undefined {
    return this.element ?? (this.raw.items ? this.member(this.raw.items) : undefined);
  }

  private member(raw: RawSchema): SchemaNode {
    return (this.element ??= nodeOf(raw, this.file));
  }
}

const nodes = new WeakMap<RawSchema, SchemaNode>();

/** The node of a schema; a definition has one, wherever it is referred to. */
export function nodeOf(raw: RawSchema, file: SchemaFile): SchemaNode {
  const target = raw.$ref === undefined ? raw : (file.definitions[raw.$ref] ?? {});
  const known = nodes.get(target);
  if (known) return known;
  const node = new SchemaNode(target, file);
  nodes.set(target, node);
  return node;
}
