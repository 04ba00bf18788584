import { boundsOf, type Bound } from './bounds';
import { compileCel, type CelRule } from './cel';
import { isPresent, ordinal } from './releases';
import type { RawSchema, SchemaFile } from './store';

/** The types of values, named as schemas name them. */
export type Type =
  'any' | 'object' | 'array' | 'object-or-array' | 'string' | 'integer' | 'number' | 'boolean' | 'int-or-string';

const NONE: readonly string[] = [];
const NO_RULES: readonly Rule[] = [];

/** A condition that the fields of a value keep together. */
interface Rule {
  readonly isKept: CelRule;
  /** What the API server says where it is broken. */
  readonly message: string;
}

/** The schemas of a file as one release has them. A definition is prepared once, wherever it is referred to. */
export class ReleaseSchemas {
  private readonly nodes = new Map<RawSchema, SchemaNode>();

  public constructor(
    private readonly file: SchemaFile,
    private readonly release: number,
  ) {}

  /** Whether the release has a part of a schema. */
  public has(part: RawSchema): boolean {
    return (part.since === undefined && part.until === undefined) || isPresent(part, this.release);
  }

  public node(raw: RawSchema): SchemaNode {
    const target = this.target(raw);
    const known = this.nodes.get(target);
    if (known) return known;
    const node = new SchemaNode(this.asOfRelease(target), target, this);
    this.nodes.set(target, node);
    return node;
  }

  private target(raw: RawSchema): RawSchema {
    return raw.$ref === undefined ? raw : (this.file.get(raw.$ref) ?? {});
  }

  private asOfRelease(raw: RawSchema): RawSchema {
    const form = raw.was?.find(({ until }) => this.release <= ordinal(until));
    if (!form) return raw;
    const { until: _, ...keywords } = form;
    const changed = Object.entries({ ...raw, ...keywords }).filter(([, value]) => value !== null);
    return Object.fromEntries(changed);
  }
}

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
  /** Conditions on the value as a whole. */
  public readonly rules: readonly Rule[];
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
  private readonly known: { item?: SchemaNode; member?: SchemaNode } = {};

  public constructor(
    /** What the release says. */
    public readonly raw: RawSchema,
    /** What all releases say. */
    public readonly line: RawSchema,
    private readonly schemas: ReleaseSchemas,
  ) {
    const { properties } = raw;
    this.type = raw['x-kubernetes-int-or-string'] ? 'int-or-string' : ((raw.type as Type | undefined) ?? 'any');
    this.nullable = raw.nullable === true;
    this.required = raw.required?.filter((name) => properties?.[name]?.default === undefined) ?? NONE;
    this.open = raw['x-kubernetes-preserve-unknown-fields'] === true || raw.additionalProperties === true;
    this.enum = raw.enum;
    this.bounds = boundsOf(raw);
    this.distinct = raw.uniqueItems === true || /^(set|map)$/.test(raw['x-kubernetes-list-type'] ?? '');
    this.rules = rulesOf(raw);
    this.alternatives = !!(raw.oneOf ?? raw.anyOf ?? raw.allOf ?? raw.not);
  }

  /** The names of an object's fields. */
  public names(): string[] {
    return Object.entries(this.raw.properties ?? {}).flatMap(([name, part]) => (this.schemas.has(part) ? [name] : []));
  }

  /** The schema of a field; undefined when the object has no such field. */
  public field(name: string): SchemaNode | undefined {
    const known = this.children.get(name);
    if (known !== undefined) return known;
    const part = this.part(name);
    if (part && this.schemas.has(part)) {
      const node = this.schemas.node(part);
      this.children.set(name, node);
      return node;
    }
    const { additionalProperties: member } = this.raw;
    // Keys of a map are the user's: they share one node and are not remembered.
    if (typeof member !== 'object' || !this.schemas.has(member)) return undefined;
    return (this.known.member ??= this.schemas.node(member));
  }

  /** Whether other releases than this one have a field. */
  public isElsewhere(name: string): boolean {
    const part = this.part(name);
    return part !== undefined && !this.schemas.has(part);
  }

  /** The schema of a list's items. */
  public item(): SchemaNode | undefined {
    const { items } = this.raw;
    if (!items || !this.schemas.has(items)) return undefined;
    return (this.known.item ??= this.schemas.node(items));
  }

  private part(name: string): RawSchema | undefined {
    const { properties } = this.raw;
    return properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
  }
}

function rulesOf({ 'x-kubernetes-validations': rules }: RawSchema): readonly Rule[] {
  if (!rules) return NO_RULES;
  return rules.map(({ rule, message = rule }) => ({ isKept: compileCel(rule), message }));
}
