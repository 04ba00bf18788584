import { refusalsOf, type Refusal } from '../../check/refusals';
import { translated } from '../../check/translated';
import type { Manifest } from '../../dialects/common/codec';
import type { StrimziRelease } from '../../dialects/releases';
import { fieldText } from '../../model/field';
import type { StageLoss } from '../losses';
import { draft, type Hop, type MigrationStep, type Preparation } from '../stage';
import { isStrimzi, nameOf, type Item, type Tree } from '../tree';

const SOURCES: Readonly<Record<string, string>> = {
  'kafka.strimzi.io/v1beta2': 'https://strimzi.io/docs/operators/0.24.0/deploying#assembly-upgrade-resources-str',
  'kafka.strimzi.io/v1': 'https://strimzi.io/docs/operators/0.51.0/deploying#con-api-conversion-v1-str',
};

/** The API of the next release, spoken while both operators serve it: what is stored in another one could not be read. */
export const api: Preparation = {
  refusals: (tree, hop) =>
    refused(tree, hop.to).map(({ manifest }) => ({
      ...(convertible(tree, hop) && { stage: 'api' as const }),
      object: nameOf(manifest),
      message: messageOf(manifest, hop.to),
      source: SOURCES[hop.to.dialect.topic.apiVersion] ?? 'the CRDs of both releases',
    })),
  next: (tree, hop) => {
    const told = convertible(tree, hop);
    if (!told) return [];
    const versions = versionsOf(told.tree);
    return [
      draft({
        id: 'api',
        title: `The API ${versions.join(', ')}`,
        why: whyOf(tree, hop),
        ...told,
        before: [{ text: `The CRDs of ${hop.from.name} are installed: they serve both versions.` }],
        after: [
          {
            text: 'Once all objects of the whole Kubernetes cluster are converted, those of other namespaces too, the definitions store the new version alone.',
            command: versions.includes('kafka.strimzi.io/v1')
              ? 'bin/v1-api-conversion.sh crd-upgrade'
              : 'bin/api-conversion.sh crd-upgrade',
          },
        ],
        checks: [storedVersionsCheck(versions)],
        source: SOURCES[versions.at(-1) ?? ''] ?? 'the CRDs of both releases',
      }),
    ];
  },
};

/** Objects as a release that does not take them as they are has them, and what is lost. */
export function toldBy(tree: Tree, release: StrimziRelease, isMeant: (item: Item) => boolean): Told {
  const told = new Map(translated(tree.filter(isMeant), { release }).map((each) => [each.object, each]));
  return {
    tree: tree.flatMap((item): readonly Item[] => {
      const found = told.get(item);
      return found ? found.manifests.map((manifest) => ({ origin: item.origin, manifest })) : [item];
    }),
    losses: [...told.values()].flatMap(({ object, losses }) =>
      losses.map((loss) => ({ object: nameOf(object.manifest), ...loss })),
    ),
  };
}

/** What a release does not serve, or whose fields it does not take, but for what other preparations see to. */
export function refused(tree: Tree, release: StrimziRelease): readonly Item[] {
  const isGone = !release.facts.mirrorEngines.includes('mirrorMaker');
  return tree.filter(({ manifest }) => {
    if (!isStrimzi(manifest) || (isGone && manifest.kind === 'KafkaMirrorMaker')) return false;
    const refusals = refusedFields(manifest, release);
    return refusals === undefined || refusals.length > 0;
  });
}

interface Told {
  readonly tree: Tree;
  readonly losses: readonly StageLoss[];
}

/** Versions of Kafka, ZooKeeper and tracing are prepared by themselves. */
const ELSEWHERE = /^spec\.(zookeeper|tracing)\b/;

/** The fields that a release refuses, or drops though an earlier one had them; absent: it does not serve the kind. */
function refusedFields(manifest: Manifest, release: StrimziRelease): readonly Refusal[] | undefined {
  return refusalsOf(manifest, release)?.filter(
    ({ code, path, until }) =>
      code !== 'kafka-version' && (code !== 'unknown-field' || until !== undefined) && !ELSEWHERE.test(fieldText(path)),
  );
}

/** The tree as the earlier release tells it, where that helps; absent: it does not, or nothing has to be told anew. */
function convertible(tree: Tree, hop: Hop): Told | undefined {
  const isEnd = hop.from === hop.to;
  const version = hop.from.dialect.topic.apiVersion;
  const isOld = tree.some(({ manifest }) => isStrimzi(manifest) && !isNewest(manifest, hop.from));
  if (isEnd ? !isOld : refused(tree, hop.to).length === 0 || versionsOf(tree).every((each) => each === version)) {
    return undefined;
  }
  const told = toldBy(tree, hop.from, ({ manifest }) => isStrimzi(manifest));
  // A kind or a version that no release has stays what it is.
  return told.tree.length === tree.length && told.tree.every(hasVersionOf(tree)) ? undefined : told;
}

function hasVersionOf(tree: Tree): (item: Item, at: number) => boolean {
  return ({ manifest }, at) => manifest.apiVersion === tree[at]?.manifest.apiVersion;
}

/** Whether an object is in the version that a release writes its kind in; one of a kind that it lacks is in no other. */
function isNewest(manifest: Manifest, release: StrimziRelease): boolean {
  const { others, topic } = release.dialect;
  const version = Object.hasOwn(others, manifest.kind) ? others[manifest.kind] : undefined;
  return (
    manifest.apiVersion ===
    (version ?? (manifest.apiVersion.endsWith('/v1alpha1') ? manifest.apiVersion : topic.apiVersion))
  );
}

function versionsOf(tree: Tree): readonly string[] {
  return [...new Set(tree.flatMap(({ manifest }) => (isStrimzi(manifest) ? [manifest.apiVersion] : [])))].sort();
}

function whyOf(tree: Tree, { from, to }: Hop): string {
  if (from === to) return `It is the version that ${to.name} is at home in; the next upgrade may ask for it.`;
  const gone = [...new Set(refused(tree, to).map(({ manifest }) => `${manifest.apiVersion} of ${manifest.kind}`))];
  return `${to.name} does not take ${gone.join(', ')}; ${from.name} takes both, so that its operator reads what is converted.`;
}

function messageOf(manifest: Manifest, release: StrimziRelease): string {
  const refusals = refusedFields(manifest, release);
  if (!refusals) return `${release.name} does not serve ${manifest.kind} in ${manifest.apiVersion}.`;
  const [first] = refusals;
  return `${release.name} does not take ${first ? fieldText(first.path) : 'it'}; allowed: ${first?.allowed ?? ''}.`;
}

function storedVersionsCheck(versions: readonly string[]): MigrationStep {
  const names = versions.map((version) => version.replace(/.*\//, '')).join(', ');
  return {
    text: `Each CustomResourceDefinition of kafka.strimzi.io stores ${names} and nothing else; verify with --next asks for it.`,
    command: "kubectl get crd -o custom-columns='NAME:.metadata.name,STORED:.status.storedVersions' | grep strimzi",
  };
}
