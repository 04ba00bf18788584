import { fieldText, type FieldPath } from '../model/field';

/**
 * Writes JSON values as block YAML.
 *
 * The layout is that of cdk8s. Strings are quoted by the union of the rules of YAML 1.1, YAML 1.2 and the parsers that
 * bend them: a string that any of kubectl, helm, Argo CD or PyYAML could read as something else is in quotes.
 */

const STEP = '  ';

/** A value that no manifest can hold: not JSON, or text that is not Unicode. */
export class UnwritableValueError extends Error {
  /** @param field path of the field, such as `spec.listeners[0].port` */
  constructor(
    readonly field: string,
    readonly given: unknown,
    readonly allowed: string,
  ) {
    super(`${field || 'the document'} is ${describe(given)}; allowed: ${allowed}`);
    this.name = 'UnwritableValueError';
  }
}

/**
 * One YAML document, with a line break at its end. Keys stand in the order that the object has them; fields that are
 * `undefined` are left out.
 *
 * @throws {@link UnwritableValueError} for what is not JSON, such as NaN, a Date or half a surrogate pair
 */
export function toYaml(value: unknown): string {
  try {
    return document(value);
  } catch (error) {
    throw error instanceof Unwritable
      ? new UnwritableValueError(fieldOf(value, error.value), error.value, error.allowed)
      : error;
  }
}

/** Stands between the documents of a file. */
export const DOCUMENT_SEPARATOR = '---\n';

/** Thrown where the value is met; its field is looked for afterwards, so that writing need not keep track of it. */
class Unwritable extends Error {
  constructor(
    readonly value: unknown,
    readonly allowed: string,
  ) {
    super();
  }
}

function document(value: unknown): string {
  if (typeof value === 'object' && value !== null) return collection(value, TOP) || empty(value);
  return `${typeof value === 'string' ? inline(value) : scalar(value, TOP)}\n`;
}

/** The entries of a mapping or the items of a sequence, each on lines of its own; nothing when there are none. */
function collection(value: object, level: Level): string {
  return Array.isArray(value) ? sequence(value, level) : mapping(value, level);
}

function empty(value: object): string {
  return Array.isArray(value) ? '[]\n' : '{}\n';
}

function mapping(object: object, level: Level): string {
  const fields = fieldsOf(object);
  let text = '';
  for (const name in fields) {
    const value = fields[name];
    if (value === undefined) continue;
    const { withValue, alone } = level.lineOf(name);
    if (typeof value === 'object' && value !== null) {
      const content = collection(value, level.inner);
      text += content === '' ? withValue + empty(value) : alone + content;
    } else {
      text += withValue + scalar(value, level) + '\n';
    }
  }
  return text;
}

function sequence(items: readonly unknown[], level: Level): string {
  const { indent, inner } = level;
  let text = '';
  for (const item of items) {
    text += `${indent}- `;
    if (typeof item === 'object' && item !== null) {
      // The first line stands behind the dash.
      const content = collection(item, inner);
      text += content === '' ? empty(item) : content.slice(inner.indent.length);
    } else {
      text += `${scalar(item, level)}\n`;
    }
  }
  return text;
}

function scalar(value: unknown, level: Level): string {
  switch (typeof value) {
    case 'string':
      return isPlain(value) ? value : quoted(value, level.inner.indent);
    case 'number':
      return number(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'bigint':
      return value.toString();
    case 'undefined':
      return 'null';
    default:
      if (value === null) return 'null';
      throw new Unwritable(value, 'a JSON value');
  }
}

/** YAML 1.1 knows a float by its point: `1e+21` would be a string. Zero has no sign, as in JSON. */
function number(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (!Number.isFinite(value)) throw new Unwritable(value, 'a finite number');
  const text = String(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}

const LONGEST_IMPLICIT_KEY = 1000;
const MOST_KNOWN_LINES = 5000;
const LONGEST_KNOWN_INDENT = 100;

/** The beginning of the line of a field: before a value, and where the value stands below. */
interface Line {
  readonly withValue: string;
  readonly alone: string;
}

/** A depth of nesting. Manifests repeat a few fields at a few depths, so their lines are remembered. */
class Level {
  private readonly lines = new Map<string, Line>();
  private next?: Level;

  constructor(readonly indent: string) {}

  get inner(): Level {
    if (this.next) return this.next;
    const next = new Level(this.indent + STEP);
    if (this.indent.length < LONGEST_KNOWN_INDENT) this.next = next;
    return next;
  }

  lineOf(name: string): Line {
    const known = this.lines.get(name);
    if (known) return known;
    const text = inline(name);
    // Parsers that follow YAML 1.1 look no further than 1024 characters for the colon.
    const isLong = text.length > LONGEST_IMPLICIT_KEY;
    const key = isLong ? `${this.indent}? ${text}\n${this.indent}:` : `${this.indent}${text}:`;
    const line = { withValue: `${key} `, alone: `${key}\n` };
    if (!isLong && this.lines.size < MOST_KNOWN_LINES) this.lines.set(name, line);
    return line;
  }
}

const TOP = new Level('');

function inline(text: string): string {
  return isPlain(text) ? text : doubleQuoted(text);
}

/** A multi-line text as a block, where that loses nothing; else quoted. */
function quoted(text: string, indent: string): string {
  if (text.includes('\n') && isBlock(text)) return block(text, indent);
  if (text.includes('"') && !text.includes("'") && !NEEDS_ESCAPE.test(text)) return `'${text}'`;
  return doubleQuoted(text);
}

function block(text: string, indent: string): string {
  const chomp = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const body = text.replace(/\n$/, '').replace(/\n(?=[^\n])/g, `\n${indent}`);
  return `|${chomp}\n${indent}${body}`;
}

/** Line breaks of YAML 1.1, controls, marks and halves of pairs: what parsers change or refuse when it stands bare. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const NEEDS_ESCAPE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/;

const ESCAPED_BEYOND_JSON = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const NOT_IN_BLOCK = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

const HALF_PAIR = /\p{Surrogate}/u;

function doubleQuoted(text: string): string {
  if (HALF_PAIR.test(text)) throw new Unwritable(text, 'Unicode text without halves of surrogate pairs');
  return JSON.stringify(text).replace(ESCAPED_BEYOND_JSON, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A block begins with text, since blanks would need an indentation indicator, and ends in text or line breaks. */
function isBlock(text: string): boolean {
  return !/^\s/.test(text) && !/\n[ \t]+\n*$/.test(text) && !NOT_IN_BLOCK.test(text) && !HALF_PAIR.test(text);
}

/**
 * Printable ASCII that begins with no indicator, has no `#`, and no blank or colon but a single one between other
 * characters. What begins like a number is looked at again.
 */
const PLAIN = /^[A-Za-z0-9/_$(^\\;.+-][!"$-9;-~]*(?:[ :][!"$-9;-~]+)*$/;

/** Null and the booleans of YAML 1.1. Some parsers know them in any case. */
const WORDS = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);
const LONGEST_WORD = 5;

/** Integers in any base, floats, sexagesimals and dates, of any parser, once `_` and `,` are taken out. */
const LIKE_NUMBER = /^(?:\d*\.?\d*(?:e[-+]?\d*)?|0[xob][-+]?[\da-f]*|\d+(?::\d*)+(?:\.\d*)?|\d{4}-\d.*)$/i;
/** An exponent without digits before it, which one parser takes for a number that is none. */
const EXPONENT = /^[-+]?\.?e[-+]?\d+$/i;
/** The signs and the point begin words and paths, but numbers, infinities and the ends of documents too. */
const BEHIND_SIGN = /^(?:\.[^\d_.]|\.\.\/|[-+][A-Za-z/]|--[A-Za-z])/;
const NOT_FINITE = /^\.(?:inf|nan)$/i;

/** Whether every reader takes the bare text for the same string. */
function isPlain(text: string): boolean {
  if (!PLAIN.test(text)) return false;
  const first = text.charCodeAt(0);
  if (first >= CODE_0 && first <= CODE_9) {
    return !LIKE_NUMBER.test(/[_,]/.test(text) ? text.replace(/[_,]/g, '') : text);
  }
  if (first >= CODE_PLUS && first < CODE_SLASH && (!BEHIND_SIGN.test(text) || NOT_FINITE.test(text))) return false;
  if (text.length <= LONGEST_WORD && WORDS.has(text.toLowerCase())) return false;
  return !EXPONENT.test(text);
}

const CODE_PLUS = '+'.charCodeAt(0);
const CODE_SLASH = '/'.charCodeAt(0);
const CODE_0 = '0'.charCodeAt(0);
const CODE_9 = '9'.charCodeAt(0);

/** Refuses Dates, Maps and objects of classes: their content is not in their fields. */
function fieldsOf(value: object): Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw new Unwritable(value, 'a JSON value');
  return value as Record<string, unknown>;
}

function fieldOf(root: unknown, wanted: unknown): string {
  const search = (value: unknown, path: FieldPath): FieldPath | undefined => {
    if (Object.is(value, wanted)) return path;
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [name, inner] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(name) : name];
      const found = name === wanted ? at : search(inner, at);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return fieldText(search(root, []) ?? []);
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'object' && value !== null) return `an object of ${value.constructor.name}`;
  return String(value);
}
