import type { PlatformName } from '../model/platform';
import type { Noun, Records } from '../model/topology';
import { isAbsent, type Codec, type Entry, type Limit, type Manifest } from './common/codec';
import { olm, platformDialect, strimziDialect, tracingDialect, type TracingDialectName } from './load';
import type { StrimziRelease } from './releases';

/** A record, and the noun that it is of. */
export type Described = { readonly [N in Noun]: { readonly noun: N; readonly record: Records[N] } }[Noun];

/** Who is to understand a manifest. */
export interface Reader {
  readonly release: StrimziRelease;
  /** @default kubernetes */
  readonly platform?: PlatformName;
  /**
   * The operator that runs Jaegers.
   * @default - the usual one of the release
   */
  readonly tracing?: TracingDialectName;
}

type Table = { readonly [N in Noun]?: Entry<Records[N]> };

/** Nouns by the API that spells them. A Jaeger operator's version does not show in its resource. */
const TABLES: Readonly<Record<string, (manifest: Manifest, platform: PlatformName) => Table>> = {
  'kafka.strimzi.io/v1alpha1': () => strimziTable('strimzi-v1beta1'),
  'kafka.strimzi.io/v1beta1': () => strimziTable('strimzi-v1beta1'),
  'kafka.strimzi.io/v1beta2': () => strimziTable('strimzi-v1beta2'),
  'kafka.strimzi.io/v1': () => strimziTable('strimzi-v1'),
  'jaegertracing.io/v1': (manifest) => tracingTable('jaeger-v1', manifest),
  'opentelemetry.io/v1beta1': (manifest) => tracingTable('opentelemetry-v1beta1', manifest),
  'operators.coreos.com/v1': () => ({ ...olm().dialect }),
  'operators.coreos.com/v1alpha1': () => ({ ...olm().dialect }),
  'route.openshift.io/v1': () => ({ ...platformDialect('openshift') }),
  'networking.k8s.io/v1': () => ({ ...platformDialect('kubernetes') }),
  'apps/v1': (_, platform) => ({ ...platformDialect(platform) }),
  v1: (_, platform) => ({ ...platformDialect(platform) }),
};

/**
 * Reads somebody's manifest into a record of the model. What is not understood is kept in the record and comes out again
 * when it is written. Absent: the model has no noun for the kind.
 *
 * @param platform - what the Kubernetes cluster is that the manifest is for
 */
export function readManifest(manifest: Manifest, platform: PlatformName = 'kubernetes'): Described | undefined {
  const table = Object.hasOwn(TABLES, manifest.apiVersion)
    ? TABLES[manifest.apiVersion]?.(manifest, platform)
    : undefined;
  for (const [noun, entry] of Object.entries(table ?? {}) as [Noun, Entry<Records[Noun]>][]) {
    if (isAbsent(entry) || entry.kind !== manifest.kind) continue;
    return { noun, record: entry.read(manifest) } as Described;
  }
  return undefined;
}

/**
 * Writes a record in the words of the reader.
 * @throws where the reader has no such noun.
 */
export function writeRecord(described: Described, reader: Reader): Manifest {
  return codecFor(described.noun, reader).write(described.record);
}

/**
 * What of a record the reader cannot be told. `writeRecord` leaves it out.
 * @throws where the reader has no such noun.
 */
export function limitsOf(described: Described, reader: Reader): readonly Limit[] {
  return codecFor(described.noun, reader).limits(described.record);
}

function codecFor(noun: Noun, { release, platform = 'kubernetes', tracing }: Reader): Codec<Records[Noun]> {
  const table: Table = {
    ...release.dialect,
    ...platformDialect(platform),
    ...olm().dialect,
    tracingBackend: release.tracingDialect(tracing).tracingBackend,
  };
  const entry = table[noun] as Entry<Records[Noun]>;
  if (isAbsent(entry)) throw new Error(`${release.name} has no ${noun}: ${entry.absent} ${entry.since} has it.`);
  return entry;
}

function strimziTable(name: Parameters<typeof strimziDialect>[0]): Table {
  return { ...strimziDialect(name) };
}

/** A collector that is no Jaeger is no tracing backend. */
function tracingTable(name: TracingDialectName, manifest: Manifest): Table {
  const { tracingBackend, recognises } = tracingDialect(name, '1.65.0');
  return recognises(manifest) ? { tracingBackend } : {};
}
