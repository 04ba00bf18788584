import type { StrimziDialectName } from '../dialects/load';
import type { StrimziRelease } from '../dialects/releases';
import { knownKinds } from '../schema';

/** API groups that are the operator's own: a release serves what is in them, or it is not served. */
const GROUPS = new Set(['kafka.strimzi.io', 'core.strimzi.io']);

/** The versions of the groups that a dialect's operators serve, and kinds that they serve in older versions besides. */
const SERVED: Readonly<
  Record<StrimziDialectName, { readonly versions: readonly string[]; readonly also: readonly string[] }>
> = {
  'strimzi-v1beta1': {
    versions: ['v1beta1', 'v1alpha1'],
    also: ['Kafka', 'KafkaConnect', 'KafkaConnectS2I', 'KafkaTopic', 'KafkaUser', 'KafkaMirrorMaker'].map(
      (kind) => `kafka.strimzi.io/v1alpha1/${kind}`,
    ),
  },
  'strimzi-v1beta2': {
    versions: ['v1beta2'],
    also: ['KafkaTopic', 'KafkaUser'].flatMap((kind) => [
      `kafka.strimzi.io/v1beta1/${kind}`,
      `kafka.strimzi.io/v1alpha1/${kind}`,
    ]),
  },
  'strimzi-v1': { versions: ['v1'], also: [] },
};

/** What a release does not serve, and what to write in its place. */
export interface Unserved {
  /** API versions of the kind, or kinds, that the release serves. */
  readonly allowed: string;
  readonly remedy: string;
}

const known = new Map<StrimziDialectName, ReadonlySet<string>>();

/** Why the operators of a release do not see an object; absent: they do, or others would. */
export function unservedBy(release: StrimziRelease, apiVersion: string, kind: string): Unserved | undefined {
  const [group = ''] = apiVersion.split('/');
  if (!GROUPS.has(group)) return undefined;
  const served = servedOf(release.facts.dialect);
  if (served.has(`${apiVersion}/${kind}`)) return undefined;
  const versions = [...served].filter((each) => each.startsWith(`${group}/`) && each.endsWith(`/${kind}`));
  const [best] = versions.map((each) => each.slice(0, -kind.length - 1));
  if (best !== undefined) return { allowed: best, remedy: `Write apiVersion: ${best}.` };
  const kinds = new Set([...served].map((each) => each.split('/')[2] ?? ''));
  return { allowed: [...kinds].sort().join(', '), remedy: insteadOf(release, kind) };
}

function servedOf(dialect: StrimziDialectName): ReadonlySet<string> {
  const ready = known.get(dialect);
  if (ready) return ready;
  const { versions, also } = SERVED[dialect];
  const all = knownKinds().filter(({ apiVersion }) => {
    const [group = '', version = ''] = apiVersion.split('/');
    return GROUPS.has(group) && versions.includes(version);
  });
  const served = new Set([...all.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`), ...also]);
  known.set(dialect, served);
  return served;
}

/** Kinds of nouns that some releases lack. */
const NOUNS_OF_KINDS = new Map([
  ['KafkaNodePool', 'nodePool'],
  ['KafkaMirrorMaker', 'mirrorMaker'],
  ['KafkaMirrorMaker2', 'mirrorMaker2'],
] as const);

function insteadOf({ dialect }: StrimziRelease, kind: string): string {
  const noun = [...NOUNS_OF_KINDS].find(([name]) => name === kind)?.[1];
  const entry = noun && dialect[noun];
  if (!entry || !('absent' in entry)) return 'Take one of the kinds that are served.';
  return `Name a release that has it: ${entry.since}${entry.instead === undefined ? '' : `; or take ${entry.instead}`}.`;
}
