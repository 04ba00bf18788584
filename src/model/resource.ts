import type { Json, JsonObject } from './json';

/** What every record has of the Kubernetes object that carries it. */
export interface ResourceRecord {
  /** Name of the object: a DNS-1123 subdomain. */
  readonly name: string;
  /** Namespace of the object. */
  readonly namespace?: string;
  /** Labels besides those that the record's own fields give. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations besides those that the record's own fields give. */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * What a reader of the object did not understand. Nothing that was read is ever dropped: it is written again where what
   * it belongs to is still there, and told as a loss elsewhere.
   */
  readonly rest?: Kept;
  /**
   * The same things in the words of the object that was read, where the library would use others: a deprecated field,
   * another order, a default left out. It changes no meaning, so only the API that it comes from hears of it.
   */
  readonly wording?: Kept;
}

/** Parts of an object that was read, bound to what they belong to by name or content, never by position. */
export interface Kept {
  /** Group and version of the object that was read. */
  readonly apiVersion: string;
  /** What it has besides what the record says. */
  readonly parts: readonly Part[];
}

/** A difference between the object that a record is written to and the object that was read. */
export type Part = FieldsPart | ItemsPart;

/** Fields of a map that the object has otherwise. */
export interface FieldsPart {
  /** The way to the map. */
  readonly at: readonly Step[];
  /** The fields as the record writes them; where they have changed since, the part has lost its place. */
  readonly was: JsonObject;
  /** The fields as they stood in the object. */
  readonly is: JsonObject;
}

/** Items of a list that the object has otherwise, or in another order. */
export interface ItemsPart {
  /** The way to the list. */
  readonly at: readonly Step[];
  /** The list of the object, from its beginning. */
  readonly runs: readonly (ItemKey | ItemRun)[];
}

/** Items that stand in place of others; in place of none, they are more than the record tells of. */
export interface ItemRun {
  readonly instead: readonly ItemKey[];
  readonly items: readonly Json[];
}

/** A step into an object: the name of a field, or an item of a list. */
export type Step = string | ItemStep;

/** An item of a list, and its number in the object that was read: people are told it, and nothing else looks at it. */
export type ItemStep = ItemKey & { readonly index: number };

/** Which item of a list is meant: the one of a name, id or alias, or where it has none of its own, of a content. */
export type ItemKey = { readonly name: Json } | { readonly content: Json; readonly nth: number };

/** Configuration of a broker, topic or connector: the product's own keys. */
export type Config = Readonly<Record<string, string | number | boolean>>;

/** Settings over others: `undefined` takes one of those away. */
export type OwnConfig = Readonly<Record<string, Config[string] | undefined>>;

/** CPU and memory that a container asks for and may use. */
export interface Resources {
  /** What the scheduler sets aside, as Kubernetes quantities (`cpu: 500m`, `memory: 2Gi`). */
  readonly requests?: Readonly<Record<string, string>>;
  /** What the container may use at most. */
  readonly limits?: Readonly<Record<string, string>>;
}

/** Nodes that pods must or should run on. */
export type PlacementRecord = LabelledNodes | NodesByAffinity;

/** Nodes whose label `key` has one of `values`: pods must run on one of them. */
export interface LabelledNodes {
  /** Node label. */
  readonly key: string;
  readonly values: readonly string[];
}

/** Nodes that cannot be said by one label that they must have. */
export interface NodesByAffinity {
  /** Kubernetes' node affinity, in its own words. */
  readonly affinity: JsonObject;
}

/** Whether the object that a record was read from says something at or below a field that the record does not know. */
export function saysMore({ rest }: ResourceRecord, field: readonly string[]): boolean {
  return rest?.parts.some((part) => isWithin(part, field)) ?? false;
}

function isWithin(part: Part, field: readonly string[]): boolean {
  const ways = 'is' in part ? Object.keys(part.is).map((name) => [...part.at, name]) : [part.at];
  return ways.some((way) => field.every((name, depth) => way[depth] === name));
}
