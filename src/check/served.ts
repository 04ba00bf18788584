import { isAbsent, type Entry } from '../dialects/common/codec';
import type { StrimziRelease } from '../dialects/releases';
import type { ResourceRecord } from '../model/resource';
import { nearestNames } from '../text/nearest';
import { apiVersionsOf, isServedAt, kindsServedAt, operatorOf, type Kind } from '../schema';

/** The version of each operator at a site. Of all others the newest release is taken. */
const VERSIONS: Readonly<Record<string, (release: StrimziRelease) => string>> = {
  strimzi: ({ facts }) => facts.version,
  'jaeger-operator': ({ facts }) => facts.jaegerOperator,
  'access-operator': ({ facts }) => facts.accessOperator,
};

/** The version of the operator whose kind it is; absent: it is not told which of them a site runs. */
export function operatorVersion(release: StrimziRelease, { apiVersion, kind }: Kind): string | undefined {
  const operator = operatorOf(apiVersion, kind);
  return operator === undefined ? undefined : VERSIONS[operator]?.(release);
}

/** What a release does not serve, and what to write in its place. */
export interface Unserved {
  /** The field that says what is not served. */
  readonly field: 'apiVersion' | 'kind';
  /** API versions of the kind, or kinds, that the release serves. */
  readonly allowed: string;
  readonly remedy: string;
}

/** API groups that are the Kafka operator's own: what it does not know of them, nobody does. */
const GROUPS: ReadonlySet<string> = new Set(['kafka.strimzi.io', 'core.strimzi.io']);

/** Why the operators of a release do not see an object; absent: they do, or others would. */
export function unservedBy(release: StrimziRelease, kind: Kind): Unserved | undefined {
  const group = groupOf(kind);
  const version = operatorVersion(release, kind) ?? (GROUPS.has(group) ? release.facts.version : undefined);
  if (version === undefined || isServedAt(kind, version)) return undefined;
  const served = apiVersionsOf(kind.apiVersion, kind.kind).filter((apiVersion) =>
    isServedAt({ ...kind, apiVersion }, version),
  );
  const best = served.at(-1);
  if (best !== undefined) {
    return { field: 'apiVersion', allowed: served.join(', '), remedy: `Write apiVersion: ${best}.` };
  }
  const kinds = kindsServedAt(group, version);
  return { field: 'kind', allowed: kinds.join(', '), remedy: insteadOf(release, kind.kind, kinds) };
}

function groupOf({ apiVersion }: Kind): string {
  return apiVersion.replace(/\/.*/, '');
}

/** Kinds of nouns that some releases lack. */
const NOUNS_OF_KINDS: Readonly<Record<string, 'nodePool' | 'mirrorMaker' | 'mirrorMaker2'>> = {
  KafkaNodePool: 'nodePool',
  KafkaMirrorMaker: 'mirrorMaker',
  KafkaMirrorMaker2: 'mirrorMaker2',
};

function insteadOf({ dialect }: StrimziRelease, kind: string, kinds: readonly string[]): string {
  const noun = Object.hasOwn(NOUNS_OF_KINDS, kind) ? NOUNS_OF_KINDS[kind] : undefined;
  const entry = noun && (dialect[noun] as Entry<ResourceRecord>);
  if (!entry || !isAbsent(entry)) {
    const [nearest] = nearestNames(kind, kinds);
    return nearest === undefined ? 'Take one of the kinds that are served.' : `Write kind: ${nearest}.`;
  }
  return `Name a release that has it: ${entry.since}${entry.instead === undefined ? '' : `; or take ${entry.instead}`}.`;
}
