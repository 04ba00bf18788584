import { nameOf, tokensOf, type ApiItem, type Token } from './api';
import { docOf, told, type Doc } from './doc';
import type { Inheritance } from './inherited';
import { code, headingOf, type Links } from './links';

/** Writes what the reference says of a declaration. */
export class Sections {
  constructor(
    private readonly links: Links,
    private readonly inheritance: Inheritance,
  ) {}

  /** The section of an export. */
  of(item: ApiItem): string {
    const members = (item.members ?? []).filter(({ isProtected }) => isProtected !== true);
    const calls = members.filter(({ parameters, kind }) => parameters && kind !== 'IndexSignature');
    const fields = members.filter((member) => !calls.includes(member));
    return blocks(
      `## ${headingOf(item)}`,
      ...this.docBlocks(docOf(item.docComment, this.links)),
      this.links.code(declarationOf(item)),
      ...this.takenOver(item),
      this.table(
        item,
        fields.filter(({ isStatic }) => isStatic === true),
        'constant',
      ),
      this.table(
        item,
        fields.filter(({ isStatic }) => isStatic !== true),
        item.kind === 'Interface' ? 'prop' : 'property',
      ),
      ...calls.map((call) => this.call(item, call)),
    );
  }

  private call(owner: ApiItem, call: ApiItem): string {
    return blocks(
      `### ${headingOf(call, nameOf(owner))}`,
      ...this.docBlocks(docOf(this.inheritance.commentOf(owner, call), this.links)),
      this.links.code(declarationOf(call)),
    );
  }

  private docBlocks(doc: Doc): string[] {
    const parameters = told(doc, 'param').map((text) => {
      const [, name = '', said = ''] = /^(\S+)\s+(?:-\s+)?([\s\S]*)$/.exec(text) ?? [];
      return `- ${code(name)}: ${said}`;
    });
    return [doc.text, parameters.join('\n'), ...remarks(doc)];
  }

  private takenOver(item: ApiItem): string[] {
    return this.inheritance.takenOver(item).map(([base, names]) => {
      const target = this.links.to(base);
      const name = code(nameOf(base));
      return `As ${target === undefined ? name : `[${name}](${target})`}: ${names.map(code).join(', ')}.`;
    });
  }

  private table(owner: ApiItem, fields: readonly ApiItem[], title: string): string {
    if (fields.length === 0) return '';
    const docs = fields.map((field) => docOf(this.inheritance.commentOf(owner, field), this.links));
    const hasDefaults = docs.some((doc) => told(doc, 'default').length > 0);
    const heads = [title, 'type', ...(hasDefaults ? ['default'] : []), 'meaning'];
    const rows = fields.map((field, at) => {
      const doc = docs[at] ?? { text: '', tags: [] };
      const meaning = [doc.text, ...remarks({ ...doc, tags: doc.tags.filter(([tag]) => tag !== 'default') })];
      const name = field.kind === 'IndexSignature' ? '[name]' : nameOf(field) + (field.isOptional === true ? '?' : '');
      const defaults = hasDefaults ? [told(doc, 'default').map(defaultText).join(' ')] : [];
      return [code(name), this.links.code(typeOf(field)), ...defaults, meaning.filter(Boolean).join('\n\n')];
    });
    return [heads, heads.map(() => '---'), ...rows.map((row) => row.map(cell))].map(line).join('\n');
  }
}

/** What the tags of a doc say beside its parameters. */
function remarks(doc: Doc): string[] {
  return [
    ...told(doc, 'default').map((text) => `Default: ${defaultText(text)}`),
    ...told(doc, 'returns').map((text) => `Returns ${text}`),
    ...told(doc, 'throws').map((text) => `Throws ${text}`),
    ...told(doc, 'deprecated').map((text) => `Deprecated ${text}`),
    ...told(doc, 'example').map((text) => exampleText(text)),
    ...told(doc, 'see').map((text) => `See ${/^https?:\S+$/.test(text) ? `<${text}>` : text}`),
  ];
}

function exampleText(text: string): string {
  if (text.startsWith('```')) return text;
  return `Example: ${/[\s`]/.test(text) ? text : code(text)}`;
}

/** A default is words after a hyphen, and a value otherwise. */
function defaultText(text: string): string {
  const [, words] = /^-\s+([\s\S]*)$/.exec(text) ?? [];
  return words ?? code(text.replace(/\\(.)/g, '$1'));
}

/** A declaration without what a reader of the reference knows. */
function declarationOf({ excerptTokens = [] }: ApiItem): readonly Token[] {
  const last = excerptTokens.length - 1;
  return excerptTokens
    .map((token, at) => ({
      ...token,
      text: token.text.replace(at === 0 ? /^export (declare )?/ : /^$/, '').replace(at === last ? /;$/ : /^$/, ''),
    }))
    .filter(({ text }) => text !== '');
}

function typeOf(field: ApiItem): readonly Token[] {
  return field.propertyTypeTokenRange ? tokensOf(field, field.propertyTypeTokenRange) : declarationOf(field);
}

function cell(text: string): string {
  return text
    .replace(/\n{2,}/g, '<br>')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\|/g, '\\|');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function blocks(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
