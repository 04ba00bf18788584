import { Composer, Parser, Schema, type CollectionTag, type CST, type Document, type ScalarTag } from 'yaml';
import { DEEPEST } from '../model/depth';

/** In characters. The reader takes some 80 bytes of memory for each character of a document. */
export const LONGEST = 16 * 2 ** 20;

/**
 * Tags that a manifest can use: YAML 1.1 as the Kubernetes tools read it. They know merge keys, `yes` and octal numbers with
 * a leading zero, and take times, dates and sexagesimal numbers for text.
 */
const TAGS = ['map', 'seq', 'str', 'null', 'bool', 'int', 'float', 'merge'].map((name) => `tag:yaml.org,2002:${name}`);

function isManifestTag({ tag, format }: ScalarTag | CollectionTag): boolean {
  return TAGS.includes(tag) && format !== 'TIME';
}

/** Whole numbers that are not decimal: Go takes the letter in both cases, `0o17` beside `017`, and `0b-1`. */
const WHOLE: Readonly<Record<string, RegExp>> = {
  BIN: /^(?:[-+]?0[bB]|0b_*[-+])[01_]+$/,
  OCT: /^[-+]?0[oO]?[0-7_]+$/,
  HEX: /^[-+]?0[xX][0-9a-fA-F_]+$/,
};

/** Numbers as Go reads them. */
function asInGo(tag: ScalarTag | CollectionTag): ScalarTag | CollectionTag {
  if (tag.collection !== undefined) return tag;
  const whole = tag.format === undefined ? undefined : WHOLE[tag.format];
  if (whole) return { ...tag, test: whole, resolve: (text) => finite(wholeNumber(text), text) };
  // The package takes `.` and `e1` for numbers; a name may be one of them.
  if (!tag.test?.test('.') && !tag.test?.test('e1')) return tag;
  return {
    ...tag,
    resolve: (text, ...how) =>
      /^[-+]?\.?[0-9]/.test(text) && Number.isFinite(Number(text.replaceAll('_', '')))
        ? tag.resolve(text, ...how)
        : text,
  };
}

function wholeNumber(text: string): number {
  const digits = text.replace(/[-+]/, '').replaceAll('_', '').toLowerCase();
  const value = Number(/^0[0-7]+$/.test(digits) ? `0o${digits}` : digits);
  return text.includes('-') ? -value : value;
}

/** What is no number after all, as `0x_`, is the text. */
function finite(value: number, text: string): number | string {
  return Number.isFinite(value) ? value : text;
}

const schema = new Schema({
  schema: 'yaml-1.1',
  merge: true,
  resolveKnownTags: false,
  customTags: (tags) =>
    tags
      .filter((tag) => typeof tag === 'object')
      .filter(isManifestTag)
      .map(asInGo),
});

const OPTIONS = {
  schema,
  version: '1.1',
  stringKeys: true,
  // The package compares each key with all before it; `repeatedKeysOf` does it in one walk.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** A document that is nested too deeply to be walked over. */
export interface TooDeep {
  /** Where the document begins. */
  readonly tooDeepAt: number;
}

/** The documents of a text, one by one. */
export function* composed(text: string): Generator<Document.Parsed | TooDeep> {
  const composer = new Composer(OPTIONS);
  for (const token of new Parser().parse(text)) {
    if (token.type === 'document' && isDeep(token)) yield { tooDeepAt: token.offset };
    else yield* composer.next(token) as Generator<Document.Parsed>;
  }
  yield* composer.end() as Generator<Document.Parsed>;
}

/** Looks before the composer does, whose calls for each level may exhaust the stack. */
function isDeep(document: CST.Document): boolean {
  const open: [CST.Token | null | undefined, number][] = [[document.value, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next;
    if (!token || !('items' in token)) continue;
    if (depth > DEEPEST) return true;
    for (const { key, value } of token.items) {
      if (key) open.push([key, depth + 1]);
      if (value) open.push([value, depth + 1]);
    }
  }
  return false;
}
