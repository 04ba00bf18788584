import { isDeepStrictEqual } from 'node:util';
import { itemText, listed } from '../../model/listed';
import { DOCUMENT_SEPARATOR, toYaml } from '../../delivery/yaml';
import type { Manifest } from './left-out';
import type { SourceObject } from './objects';

/** An object of a file, and what is to be there in its place. */
export interface Replacement {
  readonly object: SourceObject;
  readonly manifests: readonly Manifest[];
}

/**
 * The text of a file with other objects in the place of some. What else is in the file stays as it is, byte by byte; so do
 * the comments before a document that is written anew, and those within it are lost. A document in whose place nothing stands
 * goes with its separator.
 *
 * @throws UnwritableValueError for what YAML can say and JSON cannot
 */
export function rewritten(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const ofDocument of byDocument(replacements)) {
    const [{ object }] = ofDocument;
    const { first, end } = object.span;
    const before = text.slice(at, first);
    const isGone = !isJson(text) && valuesOf(ofDocument).length === 0;
    if (isGone) result += withoutSeparator(before);
    else result += isJson(text) ? before + jsonText(ofDocument) : onNewLine(before) + yamlText(ofDocument);
    at = end;
  }
  return result + text.slice(at);
}

/** Whether a text has nothing but comments and separators. */
export function isBlank(text: string): boolean {
  return /^(\s*(#.*|---\s*|\.\.\.\s*)?(\n|$))*$/.test(text);
}

/** What stands before a document that goes: its separator and its own comments go with it. */
function withoutSeparator(before: string): string {
  const lines = before.split('\n');
  const separator = lines.findLastIndex((line) => line.startsWith('---'));
  return separator < 0
    ? before
    : lines
        .slice(0, separator)
        .map((line) => `${line}\n`)
        .join('');
}

type OfDocument = readonly [Replacement, ...Replacement[]];

/** Replacements of documents that something changes in, in the order of the documents. */
function byDocument(replacements: readonly Replacement[]): OfDocument[] {
  const documents = new Map<object, [Replacement, ...Replacement[]]>();
  for (const replacement of replacements) {
    const { span } = replacement.object;
    const known = documents.get(span);
    if (known) known.push(replacement);
    else documents.set(span, [replacement]);
  }
  return [...documents.values()].filter((ofDocument) => ofDocument.some(isChange));
}

function isChange({ object, manifests }: Replacement): boolean {
  return !isDeepStrictEqual(manifests, [object.manifest]);
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

function onNewLine(before: string): string {
  const text = before.replace(/[ \t]+$/, '');
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function yamlText(ofDocument: OfDocument): string {
  return valuesOf(ofDocument).map(toYaml).join(DOCUMENT_SEPARATOR);
}

/** JSON has one document a file: what became several objects is a list. */
function jsonText(ofDocument: OfDocument): string {
  const values = valuesOf(ofDocument);
  return `${JSON.stringify(values.length === 1 ? values[0] : listOf(values), null, 2)}\n`;
}

/** What a document is to hold: the objects, or its list with others among its items. */
function valuesOf(ofDocument: OfDocument): readonly unknown[] {
  const [{ object, manifests }] = ofDocument;
  if (object.within.length === 0) return manifests;
  const others = new Map<string, readonly unknown[]>(
    ofDocument.map(({ object: { within }, manifests: told }) => [itemText(within), told]),
  );
  return [listOf(listed(object.document).flatMap(({ within, value }) => others.get(itemText(within)) ?? [value]))];
}

function listOf(items: readonly unknown[]): object {
  return { apiVersion: 'v1', kind: 'List', items };
}
