import { isGeneratedOf } from '../../reports/generated-name';
import type { InventoryItem } from '../../reports/inventory-types';
import { resourceOf, type ObjectId } from '../../reports/object-id';
import { hasReadiness, readinessOf, type LiveObject, type Readiness } from '../../reports/readiness';
import type { Kubectl } from './kubectl';
import type { Wanted } from './wanted';

/** What became of an object that manifests describe, or that operators make of one. */
export interface Seen extends Omit<Readiness, 'state'> {
  /** In the name of what operators make `*` stands for what nobody can foretell. */
  readonly id: ObjectId;
  /** `missing`: the cluster does not have it. `unseen`: the cluster does not say. */
  readonly state: Readiness['state'] | 'missing' | 'unseen';
  /** The object that it is made of; absent: manifests describe it. */
  readonly of?: InventoryItem['of'];
  /** How many there are to be, and how many are ready; absent: it has a name of its own. */
  readonly count?: number;
  readonly ready?: number;
}

/**
 * Looks how far objects are: one call for each kind in each namespace. Of kinds whose presence is all that matters, such
 * as Secrets, names alone are asked for.
 */
export function look(wanted: readonly Wanted[], kubectl: Kubectl): readonly Seen[] {
  const groups = new Map<string, Wanted[]>();
  for (const each of wanted) {
    const key = JSON.stringify([each.id.namespace, resourceOf(each.id)]);
    const ofKind = groups.get(key);
    if (ofKind) ofKind.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].flatMap((ofKind) => lookAt(ofKind, kubectl));
}

function lookAt(wanted: readonly Wanted[], kubectl: Kubectl): readonly Seen[] {
  const [first] = wanted;
  if (!first) return [];
  const isFull = hasReadiness(first.id);
  const { namespace } = first.id;
  const { ok, stdout, stderr } = kubectl.call([
    'get',
    resourceOf(first.id),
    ...(namespace === undefined ? [] : ['--namespace', namespace]),
    '--output',
    isFull ? 'json' : 'name',
  ]);
  if (!ok) {
    const isUnknown = /doesn't have a resource type|not found/.test(stderr);
    const why = stderr.trim().split('\n').at(-1) ?? '';
    return wanted.map((each) => ({ ...namesOf(each), state: isUnknown ? 'missing' : 'unseen', why }));
  }
  const found = isFull ? fullIn(stdout) : namedIn(stdout);
  return wanted.map((each) => {
    const { id, item } = each;
    if (item?.name.includes('*') === true) return { ...namesOf(each), ...manyIn(found, item) };
    return { ...namesOf(each), ...(found.get(id.name) ?? { state: 'missing' }) };
  });
}

function namesOf({ id, item }: Wanted): Pick<Seen, 'id' | 'of'> {
  return { id, ...(item && { of: item.of }) };
}

type Found = ReadonlyMap<string, Readiness>;

/** How far those are that have no names of their own. While they are replaced there are more than there are to be. */
function manyIn(found: Found, item: InventoryItem): Omit<Seen, 'id' | 'of'> {
  const matching = [...found].filter(([name]) => isGeneratedOf(item, name)).map(([, readiness]) => readiness);
  const late = matching.filter(({ state }) => state !== 'ready');
  const there = matching.length - late.length;
  const count = item.perNode ? Math.max(matching.length, 1) : (item.count ?? 1);
  const figures = { count, ready: Math.min(there, count) };
  if (there >= count) return { state: 'ready', ...figures };
  const worst = late.find(({ state }) => state === 'failed') ?? late[0];
  if (!worst && there === 0) return { state: 'missing', ...figures };
  const why = [
    ...(count > 1 ? [`${there} of ${count} are ready.`] : []),
    ...(worst?.why === undefined ? [] : [worst.why]),
  ];
  return { state: worst?.state ?? 'waiting', why: why.join(' '), ...figures };
}

function fullIn(stdout: string): Found {
  const { items } = JSON.parse(stdout) as { readonly items: readonly LiveObject[] };
  return new Map(items.map((item) => [item.metadata?.name ?? '', readinessOf(item)]));
}

/** Names stand behind a kind: `secret/europe-ca`. */
function namedIn(stdout: string): Found {
  const lines = stdout.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(line.indexOf('/') + 1), { state: 'ready' as const }]));
}
