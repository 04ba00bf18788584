import type { Document } from 'yaml';
import { DEEPEST } from '../model/depth';
import type { FileContent, FileDocument, Unreadable } from './content';
import { jsonParts } from './json-stream';
import { Lines } from './lines';
import { plainContent } from './plain-yaml';
import { repeatedKeysOf, repeatsKeys } from './repeated-keys';
import { isTemplate, refusalOf } from './survey';
import { composed, LONGEST, type TooDeep } from './composed';

/** Aliases may be used the less often the larger the text is, as each may stand for all of it. */
const MOST_COPIES = 5_000_000;

/** Reads all documents of a YAML or JSON text. A document that is malformed is told; the others are read all the same. */
export function contentOf(text: string): FileContent {
  return jsonContent(text) ?? jsonStream(text) ?? tooLong(text) ?? plainContent(text) ?? yamlContent(text);
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

/** Objects of JSON one after the other, each read as if it were alone. */
function jsonStream(text: string): FileContent | undefined {
  const parts = /^\s*\{/.test(text) ? jsonParts(text) : undefined;
  if (!parts) return undefined;
  const lines = new Lines(text);
  const contents = parts.map(({ start, end }) => {
    const { line, column } = lines.at(start);
    const { documents, problems } = contentOf(text.slice(start, end));
    return {
      documents: documents.map((document) => ({
        ...document,
        span: { start, first: start, end, line, firstLine: line },
      })),
      problems: problems.map((problem) => ({
        ...problem,
        line: problem.line + line - 1,
        column: problem.line === 1 ? problem.column + column - 1 : problem.column,
      })),
    };
  });
  return {
    documents: contents.flatMap(({ documents }) => documents),
    problems: contents.flatMap(({ problems }) => problems),
  };
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
    if ('problems' in read) {
      const isToBeFilledIn = isTemplate(text.slice(start, end));
      for (const { offset, message } of read.problems) {
        problems.push({ ...lines.at(offset), message, isTemplate: isToBeFilledIn });
      }
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

/** What keeps a document from being read. */
interface Refusal {
  readonly problems: readonly Problem[];
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

function readDocument(document: Document.Parsed, size: number): Stretch & (Refusal | Content) {
  const [start, , end] = document.range;
  const problems = problemsOf(document);
  if (problems.length > 0) return { start, end, problems };
  try {
    const value: unknown = document.toJS({ maxAliasCount: Math.max(20, Math.floor(MOST_COPIES / size)) });
    const first = document.contents?.range[0] ?? start;
    const refusal = refusalOf(value);
    if (refusal !== undefined) return { start, end, problems: [{ offset: first, message: refusal }] };
    return { start, end, value, first };
  } catch (error) {
    // What the package throws: for an alias that leads nowhere, aliases of aliases of aliases, a merge of no mapping.
    return { start, end, problems: [{ offset: start, message: sentence((error as Error).message) }] };
  }
}

function tooDeep({ tooDeepAt: start }: TooDeep): Stretch & Refusal {
  const message = `The document is nested more than ${DEEPEST} levels deep.`;
  return { start, end: start, problems: [{ offset: start, message }] };
}

/** What is wrong with a document: of its form the first thing alone, as what the reader tells then mostly follows from it. */
function problemsOf(document: Document.Parsed): readonly Problem[] {
  const [first] = document.errors;
  if (first) {
    const isKey = first.code === 'NON_STRING_KEY';
    const message = isKey ? 'A key must be text; this one is a list or a mapping.' : sentence(first.message);
    return [{ offset: first.pos[0], message }];
  }
  return repeatedKeysOf(document).map(({ range: [offset], value }) => ({
    offset,
    message: `The key "${String(value)}" is there already.`,
  }));
}

function sentence(text: string): string {
  const [first = '', ...rest] = text;
  const whole = first.toUpperCase() + rest.join('');
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
