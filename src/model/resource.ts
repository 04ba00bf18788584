import type { Json } from './json';

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
   * What a reader of the object did not understand, as JSON Patch operations (RFC 6902) on the object that the rest of
   * the record is written to. Nothing that was read is ever dropped.
   */
  readonly rest?: readonly PatchOperation[];
  /** The same things in the words of the object that was read, where the library would use others. */
  readonly wording?: Wording;
}

/**
 * How an object says what its record says: a deprecated field, another order, a default left out. It changes no meaning,
 * so only the API that it comes from hears of it, when the object is written back.
 */
export interface Wording {
  /** Group and version of the object that was read. */
  readonly apiVersion: string;
  /** Operations on the object that the rest of the record is written to. */
  readonly patch: readonly PatchOperation[];
}

/** A JSON Patch operation (RFC 6902). */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string };

/** Configuration of a broker, topic or connector: the product's own keys. */
export type Config = Readonly<Record<string, string | number | boolean>>;

/** CPU and memory that a container asks for and may use. */
export interface Resources {
  /** What the scheduler sets aside, as Kubernetes quantities (`cpu: 500m`, `memory: 2Gi`). */
  readonly requests?: Readonly<Record<string, string>>;
  /** What the container may use at most. */
  readonly limits?: Readonly<Record<string, string>>;
}

/** Nodes that pods must run on: those whose label `key` has one of `values`. */
export interface PlacementRecord {
  /** Node label. */
  readonly key: string;
  readonly values: readonly string[];
}

/** Whether the object that a record was read from says something at a JSON pointer that the record does not know. */
export function saysMore({ rest = [] }: ResourceRecord, pointer: string): boolean {
  return rest.some(({ path }) => path === pointer || path.startsWith(`${pointer}/`));
}
