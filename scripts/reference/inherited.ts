import { nameOf, tokensOf, type ApiItem, type TokenRange } from './api';

/** What declarations take over from others. */
export class Inheritance {
  private readonly byReference: ReadonlyMap<string, ApiItem>;

  constructor(items: readonly ApiItem[]) {
    this.byReference = new Map(items.map((item) => [item.canonicalReference, item]));
  }

  /** The declarations that one extends or implements, as far as they are of the library; those that these are of are none. */
  private basesOf(item: ApiItem): readonly ApiItem[] {
    return rangesOf(item).flatMap((range) => {
      const [first] = tokensOf(item, range);
      return this.byReference.get(first?.canonicalReference ?? '') ?? [];
    });
  }

  /** The docstring of a member: its own, or that of what it stands for. */
  commentOf(owner: ApiItem, member: ApiItem): string | undefined {
    if (member.docComment) return member.docComment;
    for (const base of this.basesOf(owner)) {
      const same = base.members?.find((each) => nameOf(each) === nameOf(member));
      const comment = same ? this.commentOf(base, same) : this.commentOf(base, member);
      if (comment) return comment;
    }
    return undefined;
  }

  /** What an interface has of others, by these; what it declares anew is its own. */
  takenOver(item: ApiItem): readonly (readonly [base: ApiItem, names: readonly string[]])[] {
    const seen = new Set((item.members ?? []).map(nameOf));
    const taken: [ApiItem, string[]][] = [];
    const visit = (owner: ApiItem): void => {
      for (const range of rangesOf(owner)) {
        const [first, ...others] = tokensOf(owner, range);
        const base = this.byReference.get(first?.canonicalReference ?? '');
        if (!base || others.length > 0) continue; // a part of a type: the declaration says which
        const names = (base.members ?? []).map(nameOf).filter((name) => name !== '' && !seen.has(name));
        for (const name of names) seen.add(name);
        if (names.length > 0) taken.push([base, names]);
        visit(base);
      }
    };
    if (item.kind === 'Interface') visit(item);
    return taken;
  }
}

function rangesOf({ extendsTokenRanges = [], extendsTokenRange, implementsTokenRanges = [] }: ApiItem): TokenRange[] {
  return [...extendsTokenRanges, ...(extendsTokenRange ? [extendsTokenRange] : []), ...implementsTokenRanges];
}
