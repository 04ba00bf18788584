import type { Manifest } from '../../dialects/common/codec';
import { type JsonMap } from '../../dialects/common/values';
import { isMap } from '../../model/guarded';
import { upgradeFacts } from '../../dialects/releases/upgrades';
import { draft, type Hop, type Preparation } from '../stage';
import { edited, nameOf, ofKind, valueIn, withValue, type Item, type Tree } from '../tree';

const ACLS = ['spec', 'authorization', 'acls'];
const SOURCE = 'Strimzi CHANGELOG, 0.49.0: update KafkaUser resources to operations before the upgrade';

/** Rules of users that name their operations in a list, before an operator comes that reads nothing else. */
export const userRules: Preparation = {
  refusals: (tree, hop) =>
    single(tree, hop).map(({ manifest }) => ({
      stage: 'user-rules',
      object: nameOf(manifest),
      message: `${hop.to.name} does not read the field operation of a rule, and takes the right away.`,
      source: SOURCE,
    })),
  next: (tree, hop) => {
    const users = single(tree, hop);
    // Earlier releases have no list: the next one that has both is the place to change it.
    if (users.length === 0 || !upgradeFacts(hop.from).singleOperations) return [];
    return [
      draft({
        id: 'user-rules',
        title: 'Operations of users as lists',
        why: `${hop.to.name} does not read the field operation of a rule, and takes the right away.`,
        tree: edited(tree, (item) => (users.includes(item) ? listed(item.manifest) : item.manifest)),
        checks: [{ text: 'All KafkaUsers are ready, and no client is denied what it did before.' }],
        source: SOURCE,
      }),
    ];
  },
};

function single(tree: Tree, { from, to }: Hop): readonly Item[] {
  if (!upgradeFacts(from).singleOperations || upgradeFacts(to).singleOperations) return [];
  return ofKind(tree, 'KafkaUser').filter(({ manifest }) => rulesOf(manifest).some(isSingle));
}

function rulesOf(manifest: Manifest): readonly unknown[] {
  const rules = valueIn(manifest, ...ACLS);
  return Array.isArray(rules) ? rules : [];
}

function isSingle(rule: unknown): rule is JsonMap {
  return isMap(rule) && typeof rule['operation'] === 'string';
}

function listed(manifest: Manifest): Manifest {
  const rules = rulesOf(manifest).map((rule) => {
    if (!isSingle(rule)) return rule;
    const { operation, operations = [operation], ...others } = rule;
    return { ...others, operations };
  });
  return withValue(manifest, ACLS, rules);
}
