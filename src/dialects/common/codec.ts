import type { Kept, Part, ResourceRecord } from '../../model/resource';
import { applied, difference, rewording, type Unplaced } from './parts';
import { fitting, type Fitting, type Shape } from './shape';
import { put, withoutNulls } from './values';
import type { Named, Wire } from './wire';

/** A Kubernetes object as it stands in a file. */
export interface Manifest {
  /** Group and version of its API. */
  apiVersion: string;
  kind: string;
  /** Its name, labels and annotations. */
  metadata: Metadata;
  /** What else it says: `spec`, and so on. */
  [field: string]: unknown;
}

/** The part of an object's metadata that records hold; readers keep the rest of it. */
export interface Metadata {
  /** Name of the object. */
  name: string;
  /** Its namespace; absent: whoever applies it decides. */
  namespace?: string;
  /** Its labels. */
  labels?: Record<string, string>;
  /** Its annotations. */
  annotations?: Record<string, string>;
  /** What records do not hold. */
  [field: string]: unknown;
}

/** Something that a manifest of the reader cannot say, or that it must say and nobody said. */
export interface Limit {
  /** Field of the manifest that was read, or of the one that is written where none was read. */
  readonly field: string;
  /** The value that cannot be said; absent: there is none. */
  readonly given?: unknown;
  /** Why it cannot be said. */
  readonly message: string;
  /** What can be said in its place. */
  readonly allowed?: string;
  /** The first release that can say it; absent: none can. */
  readonly since?: string;
  /** What to do, where it is something else than to leave the field out. */
  readonly remedy?: string;
}

/** The two ways between a record of the model and a custom resource. */
export interface Codec<M extends ResourceRecord> {
  /** Group and version of the API. */
  readonly apiVersion: string;
  readonly kind: string;
  /**
   * Spells the record. Pure and total: it never throws, and writes the same for the same record. What was kept of an
   * object of another API is not written.
   */
  write(record: M): Manifest;
  /**
   * Spells the record with what was kept of an object of another API, where this API has the same places. Whether it takes
   * what stands there is for the schema to say.
   */
  adopt(record: M): Manifest;
  /** The inverse of `write`: what it does not understand is kept in `rest`, other words for the same in `wording`. */
  read(manifest: Manifest): M;
  /** What a manifest says in the record's own words: `read` without `rest` and `wording`, at a fraction of its cost. */
  understand(manifest: Manifest): M;
  /** What was kept of an object of this API, and belongs to what the record has no more. */
  unplaced(record: M): readonly Unplaced[];
  /** A record that says the same as another one, in that one's form, where there are two forms for one meaning. */
  agreed(record: M, other: M): M;
  /** What the program behind the API asks of the record, and its schema does not say: see `Spelling`. */
  demands(record: M): readonly Limit[];
  /** Whether `write` says all of every record. */
  readonly faithful: boolean;
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

/** An object as `read` and `plain` have it. */
export type Body<S extends Shape> = Fitting<S> & { readonly metadata?: Metadata };

/** What a dialect says about a noun: the object's body and marks, there and back. */
export interface Spelling<M extends ResourceRecord, S extends Shape, T extends Named> {
  readonly apiVersion: T['apiVersion'];
  readonly kind: T['kind'];
  /** What `read` and `plain` take the parts of an object for. They never see a part that is something else. */
  readonly shape: S;
  /** The object without its type and metadata. */
  readonly write: (record: M) => Fitting<S>;
  /** The record's own fields. Fields of the object that it does not look at are kept by the codec. */
  readonly read: (body: Body<S>, marks: Required<Marks>) => Own<M>;
  /**
   * The body in the words that `write` uses, where the API has several ways to say a thing. The argument stays as it is.
   * What is changed here is kept by the codec in `wording`, and other APIs never hear of it.
   */
  readonly plain?: (body: Body<S>, marks: Required<Marks>) => Body<S>;
  readonly marks?: (record: Own<M>) => Marks;
  /** Where this API has what another one keeps elsewhere; other parts are at the same place in both. */
  readonly moved?: (part: Part, record: M) => readonly Part[];
  /** A record in the form of another that says the same: rules of one meaning that were joined on the way, and the like. */
  readonly agreed?: (record: M, other: M) => M;
  /**
   * What the program behind the API asks of a record beyond its schema: settings that it does not start without, or takes
   * for something else. Not for what cannot be said: that is found by reading back.
   */
  readonly demands?: (record: M) => readonly Limit[];
  /**
   * Whether `write` says all of every record, so that nothing can be lost.
   * @default false
   */
  readonly faithful?: boolean;
}

/**
 * Makes the codec of a spelling: metadata and what is not understood are the same for all nouns. `T` is the generated type
 * of the object; `Named` where there is none, or several APIs share the spelling.
 */
export function codec<
  M extends ResourceRecord,
  S extends Shape,
  T extends Wire<T, S, Lacks>,
  Lacks extends string = never,
>(spelling: Spelling<M, S, T>): Codec<M> {
  const { apiVersion, kind, faithful = false } = spelling;
  const marksOf = spelling.marks ?? (() => NO_MARKS);
  const shape = { metadata: METADATA, ...(spelling.shape as object) };

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
    return applied(applied(written(record), own(rest)).object, own(wording)).object;
  }

  function adopt(record: M): Manifest {
    const { rest, wording } = record;
    if (!rest || rest.apiVersion === apiVersion) return write(record);
    const parts = spelling.moved ? rest.parts.flatMap((part) => spelling.moved?.(part, record) ?? part) : rest.parts;
    return applied(applied(written(record), parts, true).object, own(wording)).object;
  }

  function own(kept: Kept | undefined): readonly Part[] {
    return kept?.apiVersion === apiVersion ? kept.parts : NO_PARTS;
  }

  function read(manifest: Manifest): M {
    const original = withoutStatus(manifest);
    const { typed, fit, plain } = legible(original);
    const record = recordOf(plain);
    // What is not what a reader takes it for is kept as well.
    const whole = applied(plain, difference(fit, typed)).object;
    return defined({
      ...record,
      rest: kept(difference(written(record), whole)),
      wording: kept(rewording(whole, original)),
    });
  }

  /** An object in this API's version, the parts of it that are what a reader takes them for, and those in usual words. */
  function legible(original: Manifest): { readonly typed: Manifest; readonly fit: Manifest; readonly plain: Manifest } {
    const full = withoutNulls(original);
    const typed = full.apiVersion === apiVersion ? full : { ...full, apiVersion };
    const fit = fitting<Manifest>(typed, shape);
    const plain = spelling.plain
      ? { ...fit, ...(spelling.plain(fit as unknown as Body<S>, marksIn(fit)) as object) }
      : fit;
    return { typed, fit, plain };
  }

  function recordOf(plain: Manifest): M {
    const given = marksIn(plain);
    const fields = spelling.read(plain as unknown as Body<S>, given);
    const { name, namespace } = plain.metadata;
    const marks = marksOf({ name, ...fields });
    return defined({
      name,
      namespace,
      labels: without(given.labels, marks.labels),
      annotations: without(given.annotations, marks.annotations),
      ...fields,
    }) as unknown as M;
  }

  function kept(parts: readonly Part[]): Kept | undefined {
    return parts.length > 0 ? { apiVersion, parts } : undefined;
  }

  return {
    apiVersion,
    kind,
    faithful,
    write,
    adopt,
    read,
    understand: (manifest) => recordOf(legible(withoutStatus(manifest)).plain),
    unplaced: (record) => (record.rest ? applied(written(record), own(record.rest)).unplaced : NOTHING),
    agreed: spelling.agreed ?? ((record) => record),
    demands: spelling.demands ?? (() => NOTHING),
  };
}

const METADATA: Shape = { name: 'text', namespace: 'text', labels: { '*': 'text' }, annotations: { '*': 'text' } };
const NO_PARTS: readonly Part[] = [];
const NOTHING: readonly never[] = [];
const NO_MARKS: Marks = {};

function withoutStatus({ status: _, ...original }: Manifest): Manifest {
  return original;
}

function marksIn({ metadata: { labels = {}, annotations = {} } }: Manifest): Required<Marks> {
  return { labels, annotations };
}

/** The object without the keys whose value is undefined. */
export function defined<T extends object>(object: T): T {
  const result: Record<string, unknown> = {};
  for (const key in object) if (object[key] !== undefined) put(result, key, object[key]);
  return result as T;
}

/** The object without the fields that are undefined; absent where nothing is left. */
export function present<T extends object>(object: T): T | undefined {
  const said = defined(object);
  return Object.keys(said).length > 0 ? said : undefined;
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
