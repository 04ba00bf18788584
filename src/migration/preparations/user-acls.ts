import type { StrimziRelease } from '../../dialects/releases';
import { draft, type Hop, type Preparation } from '../stage';
import { edited, nameOf, namespaceOf, ofKind, textIn, valueIn, withValue, type Item, type Tree } from '../tree';

const SOURCE = 'https://github.com/strimzi/strimzi-kafka-operator/pull/5285';

/** Users without rights at clusters that ask for none, before a user operator comes that refuses such users. */
export const userAcls: Preparation = {
  refusals: (tree, hop) =>
    pointless(tree, hop).map(({ manifest }) => ({
      stage: 'user-acls',
      object: nameOf(manifest),
      message: messageOf(hop.to),
      source: SOURCE,
    })),
  next: (tree, hop) => {
    const users = pointless(tree, hop);
    if (users.length === 0) return [];
    return [
      draft({
        id: 'user-acls',
        title: 'Rights that no cluster asks for go',
        why: `${messageOf(hop.to)} They allow nothing that is not allowed anyway.`,
        tree: edited(tree, (item) =>
          users.includes(item) ? withValue(item.manifest, ['spec', 'authorization'], undefined) : item.manifest,
        ),
        checks: [{ text: 'All KafkaUsers are ready.' }],
        source: SOURCE,
      }),
    ];
  },
};

function messageOf(to: StrimziRelease): string {
  return `The cluster has no authorization, and ${to.name} makes no user with rights there.`;
}

function pointless(tree: Tree, { from, to }: Hop): readonly Item[] {
  const isRefused = ({ facts }: StrimziRelease): boolean => facts.aclsWithoutAuthorization === 'refused';
  if (isRefused(from) || !isRefused(to)) return [];
  const open = new Set(ofKind(tree, 'Kafka').flatMap(({ manifest }) => (isOpen(manifest) ? [keyOf(manifest)] : [])));
  return ofKind(tree, 'KafkaUser').filter(({ manifest }) => {
    const cluster = textIn(manifest, 'metadata', 'labels', 'strimzi.io/cluster') ?? '';
    const isHere = open.has(JSON.stringify([namespaceOf(manifest), cluster]));
    return isHere && valueIn(manifest, 'spec', 'authorization') !== undefined;
  });
}

function isOpen(manifest: Item['manifest']): boolean {
  return valueIn(manifest, 'spec', 'kafka', 'authorization') === undefined;
}

function keyOf(manifest: Item['manifest']): string {
  return JSON.stringify([namespaceOf(manifest), manifest.metadata.name]);
}
