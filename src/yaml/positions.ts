import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Document } from 'yaml';
import type { FieldPath } from '../model/field';
import type { Span } from './content';
import type { Position } from './lines';
import { composed, LONGEST } from './composed';

/** A stretch of a text, from its first character to the one after its last. */
export interface Region extends Position {
  readonly endLine: number;
  readonly endColumn: number;
}

type Range = readonly [start: number, end: number];

/** The places of one document's fields in the text of its file. */
export class Positions {
  private readonly document: Document.Parsed | undefined;
  private readonly counter = new LineCounter();
  /** How many characters stand before the document on its first line. */
  private readonly indent: number;
  private readonly text: string;

  /**
   * @param isMeantFor - whether a key that is there may stand for one that is not, and was asked for
   */
  constructor(
    text: string,
    private readonly span: Span,
    private readonly isMeantFor: (key: string, asked: string) => boolean = () => false,
  ) {
    const own = text.slice(span.start, span.end);
    this.text = own;
    this.indent = span.start - (text.lastIndexOf('\n', span.start - 1) + 1);
    this.counter.addNewLine(0);
    for (let at = own.indexOf('\n'); at >= 0; at = own.indexOf('\n', at + 1)) this.counter.addNewLine(at + 1);
    const [first] = own.length > LONGEST ? [] : composed(own);
    if (first && !('tooDeepAt' in first)) this.document = first;
  }

  /**
   * Where a field stands: its value if that is a single one, otherwise its key. A field that is not there stands where
   * the nearest one above it does.
   */
  regionOf(path: FieldPath): Region {
    const [start, end] = this.rangeOf(path);
    const { line, column } = this.positionOf(start);
    const last = this.positionOf(end);
    return { line, column, endLine: last.line, endColumn: last.column };
  }

  /** A value as it is written: `0.40`, which as a number would be 0.4. */
  writtenAt(path: FieldPath): string {
    return this.text.slice(...this.rangeOf(path));
  }

  private rangeOf(path: FieldPath): Range {
    let node: unknown = this.document?.contents;
    let range = beginningOf(node);
    for (const part of path) {
      const { key, value } = this.stepInto(node, part);
      if (key === undefined && value === undefined) break;
      range = isSingle(value) ? writtenRange(value) : beginningOf(key ?? value);
      node = value;
    }
    return range;
  }

  /** What a mapping has under a key, with the key; or an item of a list. */
  private stepInto(node: unknown, part: string | number): { readonly key?: unknown; readonly value?: unknown } {
    if (!isMap(node)) return isSeq(node) && typeof part === 'number' ? { value: node.items[part] } : {};
    const asked = String(part);
    const find = (fits: (key: string) => boolean) =>
      node.items.find(({ key }) => isScalar(key) && fits(String(key.value)));
    return find((key) => key === asked) ?? find((key) => this.isMeantFor(key, asked)) ?? {};
  }

  private positionOf(offset: number): Position {
    const { line, col } = this.counter.linePos(offset);
    return { line: this.span.line + line - 1, column: line === 1 ? this.indent + col : col };
  }
}

/** Whether a value is written down as one: the value of `key:` is not written at all. */
function isSingle(value: unknown): boolean {
  if (!isScalar(value) && !isAlias(value)) return false;
  const [start, end] = writtenRange(value);
  return start < end;
}

/** Where a value begins that goes over several lines: its first key, or what its first item begins with. */
function beginningOf(node: unknown): Range {
  let first = node;
  while ((isMap(first) || isSeq(first)) && first.items.length > 0) {
    const [item] = first.items;
    const next: unknown = isMap(first) ? first.items[0]?.key : item;
    if (!isNode(next)) break;
    first = next;
  }
  return writtenRange(first);
}

function writtenRange(node: unknown): Range {
  const [start, end] = (isNode(node) ? node.range : undefined) ?? [0, 0];
  return [start, end];
}
