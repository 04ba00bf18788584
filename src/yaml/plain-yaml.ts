import type { FileContent, FileDocument } from './content';

/** Nested more deeply, a text is left to the reader that counts levels. */
const DEEPEST = 100;

/** Characters that are what they seem to be; no tabs, and no line ends but one. */
const UNUSUAL = /[^\n\x20-\x7e]/;
const LINE = /( *)(- )?(?:([A-Za-z][\w./-]*):(?: |$))?(.*)/y;
const WORDS = /^[A-Za-z/][^\s#:]*(?:[ :][^\s#:]+)*$/;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;
const WHOLE = /^(?:0|-?[1-9]\d{0,14})$/;
/** Versions and sizes. */
const NUMBERED = /^(?:\d+\.\d+\.\d+|[1-9]\d*[KMGT]i?)$/;
/** What YAML 1.1 takes for a boolean or for nothing. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Where the text is not as plain as this reader knows it. */
class Unusual extends Error {}

/**
 * Reads YAML of the plainest kind, which is what tools write: blocks of mappings and lists, and values on one line each.
 * It takes a tenth of the time of the package that reads everything.
 *
 * @returns undefined where there is anything else in the text, or anything is wrong with it: then that package is asked
 */
export function plainContent(text: string): FileContent | undefined {
  if (UNUSUAL.test(text) || !/^(?:---\n)?[A-Za-z]/.test(text)) return undefined;
  try {
    return { documents: [...documentsOf(text)], problems: [] };
  } catch (error) {
    if (!(error instanceof Unusual)) throw error;
    return undefined;
  }
}

function* documentsOf(text: string): Generator<FileDocument> {
  let line = 1;
  for (let start = 0; start < text.length;) {
    const separated = text.startsWith('---\n', start);
    const [first, firstLine] = separated ? [start + 4, line + 1] : [start, line];
    const next = text.indexOf('\n---\n', first);
    const end = next < 0 ? text.length : next + 1;
    const lines = linesOf(text, first, end);
    yield { span: { start, first, end, line, firstLine }, value: new PlainReader(lines).document() };
    line = firstLine + lines.length;
    start = end;
  }
}

/** A line of a document, taken apart. */
interface Line {
  readonly indent: number;
  readonly isItem: boolean;
  readonly key: string | undefined;
  readonly value: string;
}

function linesOf(text: string, first: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = first; at < end;) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 || newline >= end ? end : newline;
    const [, spaces = '', dash, key, value = ''] = matched(text.slice(at, stop));
    lines.push({ indent: spaces.length, isItem: dash !== undefined, key, value });
    at = stop + 1;
  }
  return lines;
}

function matched(line: string): RegExpExecArray {
  LINE.lastIndex = 0;
  return LINE.exec(line) ?? unusual();
}

class PlainReader {
  private at = 0;

  constructor(private readonly lines: readonly Line[]) {}

  document(): unknown {
    const value = this.mapping(0, this.next(), 0);
    return this.at === this.lines.length ? value : unusual();
  }

  private next(): Line {
    return this.lines[this.at] ?? unusual();
  }

  /** @param head - the line of the first key, which an item of a list begins with */
  private mapping(indent: number, head: Line, depth: number): unknown {
    if (depth > DEEPEST) unusual();
    const mapping: Record<string, unknown> = {};
    for (let line: Line | undefined = head; line; line = this.lines[this.at]) {
      if (line !== head && (line.indent !== indent || line.isItem)) break;
      const { key, value } = line;
      if (key === undefined || RESERVED.test(key) || Object.hasOwn(mapping, key)) unusual();
      this.at += 1;
      mapping[key] = value === '' ? this.block(indent, depth + 1) : scalar(value);
    }
    return mapping;
  }

  /** What stands below a key. A list may be as far to the left as its key. */
  private block(indent: number, depth: number): unknown {
    const line = this.next();
    if (line.isItem && line.indent >= indent) return this.list(line.indent, depth);
    return line.indent > indent ? this.mapping(line.indent, line, depth) : unusual();
  }

  private list(indent: number, depth: number): unknown[] {
    const items: unknown[] = [];
    for (let line = this.lines[this.at]; line?.isItem && line.indent === indent; line = this.lines[this.at]) {
      if (line.key !== undefined) items.push(this.mapping(indent + 2, line, depth + 1));
      else {
        this.at += 1;
        items.push(scalar(line.value));
      }
    }
    return items;
  }
}

function scalar(text: string): unknown {
  if (WHOLE.test(text)) return Number(text);
  if (WORDS.test(text) || NUMBERED.test(text)) return text === 'true' || (text !== 'false' && word(text));
  if (text === '{}') return {};
  if (text === '[]') return [];
  const [whole, double, single] = QUOTED.exec(text) ?? [];
  return whole === undefined ? unusual() : (double ?? single);
}

function word(text: string): string {
  return RESERVED.test(text) ? unusual() : text;
}

function unusual(): never {
  throw new Unusual();
}
