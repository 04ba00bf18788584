import { DEEPEST, isTooDeep } from '../model/depth';
import type { ClientRecord } from '../model/client';
import type { OtherRecord } from '../model/other';
import type { PlatformName } from '../model/platform';
import { NOUNS, type Noun, type Records } from '../model/nouns';
import { API_VERSION as ACCESS_API, kafkaAccess } from './access';
import { STRIMZI_APIS, TRACING_APIS } from './apis';
import { clientAnnotations } from '../model/client-annotation';
import { isAbsent, type Codec, type Entry, type Manifest } from './common/codec';
import { otherCodec } from './common/other';
import { isMap } from '../model/guarded';
import type { TracingDialectName } from './dialect-names';
import { clients, olm, platformDialect, strimziDialect, tracingDialect } from './load';
import type { StrimziRelease } from './releases';

/** A record, and the noun that it is of. */
export type Described = {
  readonly [N in Noun]: {
    /** What the record is of. */
    readonly noun: N;
    /** What was read. */
    readonly record: Records[N];
    /** Group and version of the manifest that it was read from; absent: it was never read. */
    readonly apiVersion?: string;
  };
}[Noun];

/** Who is to understand a manifest. */
export interface Reader {
  /** The operator release that reads it. */
  readonly release: StrimziRelease;
  /** @default kubernetes */
  readonly platform?: PlatformName;
  /**
   * The operator that runs Jaegers.
   * @default - the usual one of the release
   */
  readonly tracing?: TracingDialectName;
}

/** Any record's codec. */
export type AnyCodec = Codec<Records[Noun]>;

type Table = { readonly [N in Noun]?: Entry<Records[N]> };

/** APIs that are the same whatever the operators are; absent: the platform decides. */
const OTHERS: Readonly<Record<string, PlatformName | 'olm' | undefined>> = {
  'operators.coreos.com/v1': 'olm',
  'operators.coreos.com/v1alpha1': 'olm',
  'route.openshift.io/v1': 'openshift',
  'networking.k8s.io/v1': 'kubernetes',
  'apps/v1': undefined,
  v1: undefined,
};
/** APIs of objects that no operator of the table has. */
const PLAIN: Readonly<Record<string, string>> = { ConfigMap: 'v1' };

/**
 * Reads somebody's manifest into a record of the model. What is not understood is kept in the record and comes out again
 * when it is written. Absent: the model has no noun for the kind, or the manifest is none, without a name or a kind.
 *
 * @param platform - what the Kubernetes cluster is that the manifest is for
 * @throws RangeError where it is nested more than 500 levels deep, or contains itself
 */
export function readManifest(manifest: unknown, platform: PlatformName = 'kubernetes'): Described | undefined {
  if (!isManifest(manifest)) return undefined;
  if (isTooDeep(manifest))
    throw new RangeError(`${manifest.kind} ${manifest.metadata.name} is nested more than ${DEEPEST} levels deep`);
  const { apiVersion, kind } = manifest;
  const nouns = Object.entries(tableOf(apiVersion, platform)) as [Noun, Entry<Records[Noun]>][];
  for (const [noun, entry] of nouns) {
    if (isAbsent(entry) || entry.kind !== kind || !isTracing(noun, manifest)) continue;
    return { noun, record: entry.read(manifest), apiVersion: entry.apiVersion } as Described;
  }
  const client = workloadOf(manifest, platform);
  if (client) return { noun: 'client', record: client.read(manifest), apiVersion };
  const other = otherOf(apiVersion, kind);
  return other && { noun: 'other', record: other.read(manifest), apiVersion: other.apiVersion };
}

/**
 * The client applications in an object besides the one that it was read as: in other containers, or in the same one under
 * other names of variables.
 */
export function clientsBeside(
  manifest: Manifest,
  described: Described,
  platform: PlatformName = 'kubernetes',
): readonly ClientRecord[] {
  if (described.noun !== 'client') return [];
  return clients()
    .besideIn(manifest, described.record)
    .flatMap((alone) => {
      const beside = readManifest(alone, platform);
      return beside?.noun === 'client' ? [beside.record] : [];
    });
}

/** Something that a release has in no form. */
export class AbsentKindError extends Error {
  override readonly name = 'AbsentKindError';
}

/**
 * The codec that a reader has for a record.
 * @throws AbsentKindError where the reader has no such noun.
 */
export function codecFor({ noun, record }: Described, reader: Reader): AnyCodec {
  const { release, platform = 'kubernetes', tracing } = reader;
  if (noun === 'other') return otherCodecFor(record.kind, release);
  if (noun === 'client' && record.workload) return platformDialect(platform).workload(record.workload);
  const table: Table = {
    ...release.dialect,
    ...ofPlatform(platformDialect(platform)),
    ...olm().dialect,
    tracingBackend: release.tracingDialect(tracing).tracingBackend,
  };
  const entry = table[noun] as Entry<Records[Noun]>;
  if (isAbsent(entry)) {
    throw new AbsentKindError(`${release.name} has no ${NOUNS[noun]}: ${entry.absent} ${entry.since} has it.`);
  }
  return entry;
}

/** Group and version of the manifest that a record was read from; absent: it was never read. */
export function originOf({ record, apiVersion }: Described): string | undefined {
  return apiVersion ?? record.rest?.apiVersion ?? record.wording?.apiVersion;
}

/** The codecs that know a record's noun, that of the API which it was read from first. */
export function codecsOf(described: Described, platform: PlatformName = 'kubernetes'): readonly AnyCodec[] {
  const { noun, record } = described;
  const apiVersion = originOf(described);
  if (noun === 'other') return apiVersion === undefined ? [] : [otherCodec(apiVersion, record.kind)];
  if (noun === 'client' && record.workload) return [platformDialect(platform).workload(record.workload)];
  const own = apiVersion === undefined ? [] : [tableOf(apiVersion, platform)];
  return [...own, ...NEWEST.map((api) => tableOf(api, platform))].flatMap((table) => {
    const entry: Entry<Records[Noun]> | undefined = table[noun];
    return entry && !isAbsent(entry) ? [entry] : [];
  });
}

/** APIs by what they can say, the one with the most words first. Words of another operator of Jaegers would puzzle people. */
const NEWEST: readonly string[] = [
  'kafka.strimzi.io/v1beta2',
  'kafka.strimzi.io/v1',
  'kafka.strimzi.io/v1beta1',
  ACCESS_API,
  'networking.k8s.io/v1',
  'route.openshift.io/v1',
  'operators.coreos.com/v1',
  'apps/v1',
];

function tableOf(apiVersion: string, platform: PlatformName): Table {
  const strimzi = own(STRIMZI_APIS, apiVersion);
  if (strimzi) return nounsOf(strimziDialect(strimzi));
  if (apiVersion === ACCESS_API) return { kafkaAccess };
  const tracing = own(TRACING_APIS, apiVersion);
  if (tracing) return { tracingBackend: tracingDialect(tracing, '1.65.0').tracingBackend };
  if (!Object.hasOwn(OTHERS, apiVersion)) return {};
  const other = own(OTHERS, apiVersion) ?? platform;
  return other === 'olm' ? olm().dialect : ofPlatform(platformDialect(other));
}

function ofPlatform({ workload: _, ...nouns }: ReturnType<typeof platformDialect>): Table {
  return nouns;
}

/** The codec of an object that says of itself that it is a client application, and is no Deployment. */
function workloadOf({ apiVersion, kind, metadata }: Manifest, platform: PlatformName): Codec<ClientRecord> | undefined {
  const { annotations } = metadata as { readonly annotations?: unknown };
  const isClient =
    isMap(annotations) && clientAnnotations(annotations).some((name) => typeof annotations[name] === 'string');
  return isClient ? platformDialect(platform).workload({ apiVersion, kind }) : undefined;
}

/** The nouns of the API itself. */
function nounsOf({ others: _, kafkaAccess: __, ...nouns }: ReturnType<typeof strimziDialect>): Table {
  return nouns;
}

function isManifest(manifest: unknown): manifest is Manifest {
  try {
    if (!isMap(manifest)) return false;
    const { apiVersion, kind, metadata } = manifest;
    return (
      typeof apiVersion === 'string' &&
      typeof kind === 'string' &&
      isMap(metadata) &&
      typeof metadata['name'] === 'string'
    );
  } catch {
    return false; // what cannot be read is none
  }
}

/** A collector that is no Jaeger is no tracing backend. */
function isTracing(noun: Noun, manifest: Manifest): boolean {
  const name = own(TRACING_APIS, manifest.apiVersion);
  return noun !== 'tracingBackend' || !name || tracingDialect(name, '1.65.0').recognises(manifest);
}

function otherOf(apiVersion: string, kind: string): Codec<OtherRecord> | undefined {
  const strimzi = own(STRIMZI_APIS, apiVersion);
  const known = strimzi && own(strimziDialect(strimzi).others, kind);
  return known === undefined ? undefined : otherCodec(known, kind);
}

function otherCodecFor(kind: string, release: StrimziRelease): AnyCodec {
  const apiVersion = own(release.dialect.others, kind) ?? own(PLAIN, kind);
  if (apiVersion === undefined) throw new AbsentKindError(`${release.name} has no ${kind}.`);
  return otherCodec(apiVersion, kind);
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
