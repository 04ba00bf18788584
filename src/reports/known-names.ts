import type { AclResource } from '../model/acl';

/** Names of topics, groups and transactional ids that are known at a cluster, found by what rules say. */
export class KnownNames {
  private readonly names = new Map<AclResource['type'], Set<string>>();
  private readonly sorted = new Map<AclResource['type'], readonly string[]>();

  /** Takes a name up; what stands for many names has none. */
  add(resource: AclResource): void {
    if (resource.type === 'cluster' || resource.patternType === 'prefix' || resource.name === '*') return;
    const known = this.names.get(resource.type);
    if (known) known.add(resource.name);
    else this.names.set(resource.type, new Set([resource.name]));
    this.sorted.delete(resource.type);
  }

  /** The names that a rule about many is about, in order; none where it is about one. */
  within(resource: AclResource): readonly AclResource[] {
    if (resource.type === 'cluster') return [];
    const { type, name, patternType } = resource;
    if (patternType !== 'prefix' && name !== '*') return [];
    const all = this.inOrder(type);
    const beginning = patternType === 'prefix' ? name : '';
    const found: AclResource[] = [];
    for (let at = firstFrom(all, beginning); all[at]?.startsWith(beginning); at += 1) {
      found.push({ type, name: all[at] ?? '', patternType: 'literal' });
    }
    return found;
  }

  private inOrder(type: AclResource['type']): readonly string[] {
    const known = this.sorted.get(type) ?? [...(this.names.get(type) ?? [])].sort();
    this.sorted.set(type, known);
    return known;
  }
}

/** Where the first name stands that does not come before a text. */
function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
