import type { ResourceRecord } from '../../model/resource';
import { difference, patched, restLimits, withoutNulls } from './rest';

/** A Kubernetes object as it stands in a file. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
  [field: string]: unknown;
}

/** The part of an object's metadata that records hold; readers keep the rest of it. */
export interface Metadata {
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  [field: string]: unknown;
}

/** Something of a record that this dialect, or the release that speaks it, cannot say. */
export interface Limit {
  /** Field of the record. */
  readonly field: string;
  readonly given?: unknown;
  /** Why it cannot be said. */
  readonly message: string;
  /** What can be said in its place. */
  readonly allowed?: string;
  /** The first release that can say it; absent: none can. */
  readonly since?: string;
}

/** The two ways between a record of the model and a custom resource. */
export interface Codec<M extends ResourceRecord> {
  readonly apiVersion: string;
  readonly kind: string;
  /** Spells the record. Pure and total: it never throws, and writes the same for the same record. */
  write(record: M): Manifest;
  /** The inverse of `write`: what it does not understand is kept in `rest`, other words for the same in `wording`. */
  read(manifest: Manifest): M;
  /** What of the record cannot be said. Empty: `write` says all of it. */
  limits(record: M): readonly Limit[];
}

/** A noun that a dialect does not have. */
export interface Absent {
  /** Why, in one sentence. */
  readonly absent: string;
  /** The first release that has it; the last one, where the noun is gone. */
  readonly since: string;
  /** What does its work now. */
  readonly instead?: string;
}

/** What a dialect has for a noun. */
export type Entry<M extends ResourceRecord> = Codec<M> | Absent;

/** Says that a dialect lacks a noun. */
export function absent(why: string, since: string, instead?: string): Absent {
  return defined({ absent: why, since, instead });
}

/** Whether the dialect lacks the noun. */
export function isAbsent<M extends ResourceRecord>(entry: Entry<M>): entry is Absent {
  return 'absent' in entry;
}

/** Labels and annotations that fields of a record give. */
export interface Marks {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The fields of a record that are not its object's metadata. */
export type Own<M extends ResourceRecord> = Omit<M, keyof ResourceRecord>;

/** What a dialect says about a noun: the object's body and marks, there and back. */
export interface Spelling<M extends ResourceRecord, R extends object> {
  readonly apiVersion: string;
  readonly kind: string;
  /** The object without its type and metadata. */
  readonly write: (record: M) => R;
  /** The record's own fields. Fields of the object that it does not look at are kept by the codec. */
  readonly read: (body: R, marks: Required<Marks>) => Own<M>;
  /**
   * The body in the words that `write` uses, where the API has several ways to say a thing. The argument stays as it is.
   * What is changed here is kept by the codec in `wording`, and other APIs never hear of it.
   */
  readonly plain?: (body: R, marks: Required<Marks>) => R;
  readonly marks?: (record: Own<M>) => Marks;
  readonly limits?: (record: M) => readonly Limit[];
}

/** Makes the codec of a spelling: metadata and what is not understood are the same for all nouns. */
export function codec<M extends ResourceRecord, R extends object>(spelling: Spelling<M, R>): Codec<M> {
  const { apiVersion, kind } = spelling;
  const marksOf = spelling.marks ?? (() => NO_MARKS);

  function written(record: M): Manifest {
    const marks = marksOf(record);
    const metadata: Metadata = { name: record.name };
    if (record.namespace !== undefined) metadata.namespace = record.namespace;
    const labels = joined(marks.labels, record.labels);
    if (labels) metadata.labels = labels;
    const annotations = joined(marks.annotations, record.annotations);
    if (annotations) metadata.annotations = annotations;
    const manifest: Manifest = { apiVersion, kind, metadata };
    const body = spelling.write(record) as Readonly<Record<string, unknown>>;
    for (const field in body) manifest[field] = body[field];
    return manifest;
  }

  function write(record: M): Manifest {
    const { rest, wording } = record;
    const manifest = written(record);
    const whole = rest ? patched(manifest, rest) : manifest;
    return wording?.apiVersion === apiVersion ? patched(whole, wording.patch) : whole;
  }

  function read(manifest: Manifest): M {
    const { status: _, ...original } = manifest;
    const plain = plainOf(original);
    const { name, namespace } = plain.metadata;
    const given = marksIn(plain);
    const own = spelling.read(plain as unknown as R, given);
    const marks = marksOf(own);
    const record = defined({
      name,
      namespace,
      labels: without(given.labels, marks.labels),
      annotations: without(given.annotations, marks.annotations),
      ...own,
    }) as unknown as M;
    const rest = difference(written(record), plain);
    const wording = plain === original ? [] : difference(plain, original);
    return defined({
      ...record,
      rest: rest.length > 0 ? rest : undefined,
      wording: wording.length > 0 ? { apiVersion, patch: wording } : undefined,
    });
  }

  function plainOf(original: Manifest): Manifest {
    const full = withoutNulls(original);
    const typed = full.apiVersion === apiVersion ? full : { ...full, apiVersion };
    return spelling.plain ? { ...typed, ...spelling.plain(typed as unknown as R, marksIn(typed)) } : typed;
  }

  function limits(record: M): readonly Limit[] {
    const found = spelling.limits?.(record) ?? NO_LIMITS;
    return record.rest ? [...found, ...restLimits(written(record), record.rest)] : found;
  }

  return { apiVersion, kind, write, read, limits };
}

const NO_MARKS: Marks = {};
const NO_LIMITS: readonly Limit[] = [];

function marksIn({ metadata: { labels = {}, annotations = {} } }: Manifest): Required<Marks> {
  return { labels, annotations };
}

/** The object without the keys whose value is undefined. */
export function defined<T extends object>(object: T): T {
  const result: Record<string, unknown> = {};
  for (const key in object) if (object[key] !== undefined) result[key] = object[key];
  return result as T;
}

/** A copy of the map with its keys in order, so that the order of writing does not show. */
export function sorted<T>(map: Readonly<Record<string, T>> | undefined): Record<string, T> | undefined {
  if (!map) return undefined;
  if (isSorted(map)) return { ...map };
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isSorted(map: object): boolean {
  let previous = '';
  for (const key in map) {
    if (key < previous) return false;
    previous = key;
  }
  return true;
}

function joined(
  marks: Readonly<Record<string, string>> | undefined,
  own: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  if (!own) return marks;
  return sorted({ ...own, ...marks });
}

function without(
  own: Readonly<Record<string, string>>,
  marks: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const left = Object.entries(own).filter(([key, value]) => marks?.[key] !== value);
  return left.length > 0 ? sorted(Object.fromEntries(left)) : undefined;
}
