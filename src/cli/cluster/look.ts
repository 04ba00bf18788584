import type { ObjectId } from '../../reports/object-id';
import { hasReadiness, readinessOf, type LiveObject, type Readiness } from '../../reports/readiness';
import { resourceOf, type Kubectl } from './kubectl';

/** What became of an object that manifests describe. */
export interface Seen extends Omit<Readiness, 'state'> {
  readonly id: ObjectId;
  /** `missing`: the cluster does not have it. `unseen`: the cluster does not say. */
  readonly state: Readiness['state'] | 'missing' | 'unseen';
}

/**
 * Looks how far objects are: one call for each kind in each namespace. Of kinds whose presence is all that matters, such
 * as Secrets, names alone are asked for.
 */
export function look(ids: readonly ObjectId[], kubectl: Kubectl): readonly Seen[] {
  const groups = new Map<string, ObjectId[]>();
  for (const id of ids) {
    const key = JSON.stringify([id.namespace, resourceOf(id)]);
    const ofKind = groups.get(key);
    if (ofKind) ofKind.push(id);
    else groups.set(key, [id]);
  }
  return [...groups.values()].flatMap((ofKind) => lookAt(ofKind, kubectl));
}

function lookAt(ids: readonly ObjectId[], kubectl: Kubectl): readonly Seen[] {
  const [first] = ids;
  if (!first) return [];
  const isFull = hasReadiness(first);
  const within = first.namespace === undefined ? [] : ['--namespace', first.namespace];
  const { ok, stdout, stderr } = kubectl.call([
    'get',
    resourceOf(first),
    ...within,
    '--output',
    isFull ? 'json' : 'name',
  ]);
  if (!ok) {
    const isUnknown = /doesn't have a resource type|not found/.test(stderr);
    const why = stderr.trim().split('\n').at(-1) ?? '';
    return ids.map((id) => ({ id, state: isUnknown ? 'missing' : 'unseen', why }));
  }
  const found = isFull ? fullOf(stdout) : namesOf(stdout);
  return ids.map((id) => {
    const there = found.get(id.name);
    return there ? { id, ...there } : { id, state: 'missing' };
  });
}

function fullOf(stdout: string): ReadonlyMap<string, Readiness> {
  const { items } = JSON.parse(stdout) as { readonly items: readonly LiveObject[] };
  return new Map(items.map((item) => [item.metadata?.name ?? '', readinessOf(item)]));
}

/** Names stand behind a kind: `secret/europe-ca`. */
function namesOf(stdout: string): ReadonlyMap<string, Readiness> {
  const lines = stdout.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(line.indexOf('/') + 1), { state: 'ready' as const }]));
}
