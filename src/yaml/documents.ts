import type { Document } from 'yaml';
import { DEEPEST } from '../model/depth';
import type { FileContent, FileDocument, Unreadable } from './content';
import { Lines } from './lines';
import { plainContent } from './plain-yaml';
import { repeatedKeyOf, repeatsKeys } from './repeated-keys';
import { isTemplate, refusalOf } from './survey';
import { composed, LONGEST, type TooDeep } from './composed';

/** Aliases may be used the less often the larger the text is, as each may stand for all of it. */
const MOST_COPIES = 5_000_000;

/** Reads all documents of a YAML or JSON text. A document that is malformed is told; the others are read all the same. */
export function contentOf(text: string): FileContent {
  return jsonContent(text) ?? tooLong(text) ?? plainContent(text) ?? yamlContent(text);
}

/** JSON is read by the platform, many times faster; what is no sound JSON is left to the reader that tells positions. */
function jsonContent(text: string): FileContent | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (repeatsKeys(text, value)) return undefined;
    const refusal = refusalOf(value);
    if (refusal !== undefined) {
      return { documents: [], problems: [{ line: 1, column: 1, message: refusal, isTemplate: false }] };
    }
    return {
      documents: [{ span: { start: 0, first: 0, end: text.length, line: 1, firstLine: 1 }, value }],
      problems: [],
    };
  } catch {
    return undefined;
  }
}

function tooLong(text: string): FileContent | undefined {
  const lines = new Lines(text);
  for (let start = 0; text.length - start > LONGEST;) {
    const end = text.indexOf('\n---', start + 1);
    if (end < 0 || end - start > LONGEST) {
      const message = `The document is longer than ${LONGEST / 2 ** 20} MiB; write so long a list as JSON.`;
      return { documents: [], problems: [{ ...lines.at(start + 1), message, isTemplate: false }] };
    }
    start = end;
  }
  return undefined;
}

/** Reads with the package, whatever the text is like. */
export function yamlContent(text: string): FileContent {
  const lines = new Lines(text);
  const documents: FileDocument[] = [];
  const problems: Unreadable[] = [];
  for (const document of composed(text)) {
    const read = 'tooDeepAt' in document ? tooDeep(document) : readDocument(document, text.length);
    const { start, end } = read;
    if ('message' in read) {
      const { offset, message } = read;
      problems.push({ ...lines.at(offset), message, isTemplate: isTemplate(text.slice(start, end)) });
    } else {
      const { value, first } = read;
      const span = { start, first, end, line: lines.at(start).line, firstLine: lines.at(first).line };
      documents.push({ span, ...(value !== null && { value }) });
    }
  }
  return { documents, problems };
}

interface Problem {
  readonly offset: number;
  readonly message: string;
}

interface Content {
  readonly value: unknown;
  /** Where it begins. */
  readonly first: number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function readDocument(document: Document.Parsed, size: number): Stretch & (Problem | Content) {
  const [start, , end] = document.range;
  const problem = problemOf(document);
  if (problem) return { start, end, ...problem };
  try {
    const value: unknown = document.toJS({ maxAliasCount: Math.max(20, Math.floor(MOST_COPIES / size)) });
    const first = document.contents?.range[0] ?? start;
    const refusal = refusalOf(value);
    return { start, end, ...(refusal === undefined ? { value, first } : { offset: first, message: refusal }) };
  } catch (error) {
    // What the package throws: for an alias that leads nowhere, aliases of aliases of aliases, a merge of no mapping.
    return { start, end, offset: start, message: sentence((error as Error).message) };
  }
}

function tooDeep({ tooDeepAt: start }: TooDeep): Stretch & Problem {
  return { start, end: start, offset: start, message: `The document is nested more than ${DEEPEST} levels deep.` };
}

/** The first thing that is wrong with a document: what else the reader tells mostly follows from it. */
function problemOf(document: Document.Parsed): Problem | undefined {
  const [first] = document.errors;
  if (first) {
    const offset = first.pos[0];
    if (first.code === 'NON_STRING_KEY')
      return { offset, message: 'A key must be text; this one is a list or a mapping.' };
    return { offset, message: sentence(first.message) };
  }
  const repeated = repeatedKeyOf(document);
  return repeated && { offset: repeated.range[0], message: `The key "${String(repeated.value)}" is there already.` };
}

function sentence(text: string): string {
  const [first = '', ...rest] = text;
  const whole = first.toUpperCase() + rest.join('');
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
