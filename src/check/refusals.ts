import { isReadUnlisted } from '../dialects/unlisted';
import type { Manifest } from '../dialects/common/codec';
import { versionPathOf } from '../dialects/kafka-version';
import type { StrimziRelease } from '../dialects/releases';
import type { FieldPath } from '../model/field';
import { checkManifest, type FaultCode } from '../schema';
import { operatorVersion } from './served';

/** A field of a manifest that a release does not take. */
export interface Refusal {
  readonly path: FieldPath;
  readonly code: FaultCode | 'kafka-version';
  /** What it takes. */
  readonly allowed: string;
  /** The field that is the reason why the part goes; absent: the part itself. */
  readonly cause?: FieldPath;
  /** Of a field that is unknown: the server keeps it. */
  readonly kept?: boolean;
  /** The first minor that takes it, where others do. */
  readonly since?: string;
  /** The last minor that takes it, where others do. */
  readonly until?: string;
}

/** What a release refuses of a manifest; undefined where it does not serve the kind, or nobody knows its schema. */
export function refusalsOf(manifest: Manifest, release: StrimziRelease): readonly Refusal[] | undefined {
  const faults = checkManifest(manifest, operatorVersion(release, manifest));
  if (faults?.some(({ code }) => code === 'not-served')) return undefined;
  const refused = faults?.filter(({ path, code }) => code !== 'unknown-field' || !isReadUnlisted(manifest, path));
  const version = versionRefusal(manifest, release);
  return version ? [...(refused ?? []), version] : refused;
}

/** The operator runs some versions of Kafka, and refuses all others. */
function versionRefusal(manifest: Manifest, { facts }: StrimziRelease): Refusal | undefined {
  const at = versionPathOf(manifest);
  if (!at || facts.kafka.versions.includes(at.version)) return undefined;
  return { path: at.path, code: 'kafka-version', allowed: facts.kafka.versions.join(', ') };
}
