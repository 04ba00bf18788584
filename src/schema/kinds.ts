import { isPresent, ordinal, standIn } from './releases';
import { readIndex, readSchemas, type Index, type Presence, type RawSchema, type SchemaFile } from './store';

/** A kind of an API. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Which kinds there are schemas for. Reads no schema. */
export function knownKinds(): readonly Kind[] {
  return Object.entries(readIndex().apis).flatMap(([apiVersion, { file, kinds }]) =>
    file === undefined ? [] : Object.keys(kinds).map((kind) => ({ apiVersion, kind })),
  );
}

/**
 * The operator that serves a kind, and the first and the last of its releases that do; each is absent where it is the
 * first or the last release that is known. Undefined where none of the operators that are known serves the kind.
 */
export function servedBy(apiVersion: string, kind: string): (Presence & { readonly operator: string }) | undefined {
  const api = apiOf(apiVersion);
  if (!api || !Object.hasOwn(api.kinds, kind)) return undefined;
  return { operator: api.operator, ...api.kinds[kind] };
}

/** Whether the release of its operator serves a kind. */
export function isServedAt({ apiVersion, kind }: Kind, version: string): boolean {
  const served = servedBy(apiVersion, kind);
  return served !== undefined && isPresent(served, ordinal(standIn(releasesOf(served.operator), version)));
}

/** The kinds of an API group that a release of their operator serves, by name. */
export function kindsServedAt(group: string, version: string): string[] {
  const kinds = knownKinds().filter((each) => each.apiVersion.startsWith(`${group}/`) && isServedAt(each, version));
  return [...new Set(kinds.map(({ kind }) => kind))].sort();
}

/** The apiVersions of a kind's group that some release serves the kind in, as far as they are known. */
export function apiVersionsOf(apiVersion: string, kind: string): string[] {
  const group = apiVersion.split('/')[0] ?? '';
  return Object.keys(readIndex().apis).filter((each) => each.startsWith(`${group}/`) && servedBy(each, kind));
}

/** The operator that a kind belongs to, in whatever version of its API; undefined where none that is known has it. */
export function operatorOf(apiVersion: string, kind: string): string | undefined {
  const [known] = apiVersionsOf(apiVersion, kind);
  return known === undefined ? undefined : servedBy(known, kind)?.operator;
}

/** The releases of an operator whose schemas are known, oldest first. */
export function releasesOf(operator: string): readonly string[] {
  return readIndex().releases[operator] ?? [];
}

/** A kind as one release serves it. */
export interface ServedKind {
  readonly raw: RawSchema;
  readonly file: SchemaFile;
  /** Of the release, see `ordinal`. */
  readonly release: number;
}

/**
 * The schema of a kind as a release has it, without a version the newest that serves the kind: undefined where no schema
 * of the kind is known, `not-served` where the release has none.
 */
export function kindAt({ apiVersion, kind }: Kind, version: string | undefined): ServedKind | 'not-served' | undefined {
  const served = servedBy(apiVersion, kind);
  if (!served) return apiVersionsOf(apiVersion, kind).length > 0 ? 'not-served' : undefined;
  const releases = releasesOf(served.operator);
  const release = ordinal(version === undefined ? (served.until ?? releases.at(-1) ?? '') : standIn(releases, version));
  if (!isPresent(served, release)) return 'not-served';
  const name = apiOf(apiVersion)?.file;
  const file = name === undefined ? undefined : readSchemas(name);
  const raw = file?.get(`${apiVersion}/${kind}`);
  return file && raw && { raw, file, release };
}

function apiOf(apiVersion: string): Index['apis'][string] | undefined {
  const { apis } = readIndex();
  return Object.hasOwn(apis, apiVersion) ? apis[apiVersion] : undefined;
}
