import { nameOf, type ApiItem, type Token } from './api';

/** Where the declarations of the reference stand. */
export class Links {
  private readonly byReference = new Map<string, string>();
  private readonly byName = new Map<string, string>();
  /** Anchors of each page that are taken, with how often. */
  private readonly anchors = new Map<string, Map<string, number>>();
  /** The page that is being written. */
  private page = '';

  /** From now on, links are of that page. */
  turnTo(page: string): void {
    this.page = page;
  }

  /** Notes the heading of a declaration, in the order in which the headings stand. */
  add(item: ApiItem, page: string, heading: string): void {
    const taken = this.anchors.get(page) ?? new Map<string, number>();
    this.anchors.set(page, taken);
    const anchor = anchorOf(heading);
    const times = taken.get(anchor) ?? 0;
    taken.set(anchor, times + 1);
    const target = `${page}.md#${times === 0 ? anchor : `${anchor}-${String(times)}`}`;
    this.byReference.set(item.canonicalReference, target);
    const name = heading.replace(/[<(].*$/, '');
    if (!this.byName.has(name)) this.byName.set(name, target);
  }

  /** Notes that a declaration stands where another one does. */
  addAlias(item: ApiItem, of: ApiItem): void {
    const target = this.byReference.get(of.canonicalReference);
    if (target !== undefined) this.byReference.set(item.canonicalReference, target);
  }

  /** The target of a declaration, as the page that is being written names it; absent: it is of another package. */
  to(item: Pick<ApiItem, 'canonicalReference'>): string | undefined {
    return this.local(this.byReference.get(item.canonicalReference));
  }

  /** A link to what a docstring names; the name alone where it is on no page. */
  toName(name: string): string {
    const target = this.local(this.byName.get(name));
    return target === undefined ? code(name) : `[${code(name)}](${target})`;
  }

  /** Code in which the names of declarations are links. */
  code(tokens: readonly Token[]): string {
    const pieces: { text: string; target?: string }[] = [];
    for (const { text, canonicalReference } of tokens) {
      const target = canonicalReference === undefined ? undefined : this.to({ canonicalReference });
      const last = pieces.at(-1);
      if (target === undefined && last && last.target === undefined) last.text += text;
      else pieces.push({ text, ...(target !== undefined && { target }) });
    }
    return pieces
      .map(({ text, target }) =>
        target === undefined ? code(text.replace(/\s+/g, ' ')) : `[${code(text)}](${target})`,
      )
      .join('')
      .trim();
  }

  private local(target: string | undefined): string | undefined {
    return target?.startsWith(`${this.page}.md#`) ? target.slice(`${this.page}.md`.length) : target;
  }
}

/** The anchor that a heading has on GitHub, npm and elsewhere, as long as it is there once. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/ /g, '-');
}

/** A text as code; blanks at its ends are kept outside. */
export function code(text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (inner === '') return text;
  const fence = inner.includes('`') ? '``' : '`';
  const gap = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
  return `${before}${fence}${gap}${inner}${gap}${fence}${after}`;
}

/** The heading of a declaration, or of a member of one. */
export function headingOf(item: ApiItem, owner?: string): string {
  const name = nameOf(item);
  const parameters = item.parameters?.map(({ parameterName, isOptional }) => parameterName + (isOptional ? '?' : ''));
  const called = parameters && item.kind !== 'IndexSignature' ? `(${parameters.join(', ')})` : '';
  if (owner === undefined) return name + called;
  return item.kind === 'Constructor' ? `new ${owner}${called}` : `${owner}.${name}${called}`;
}
