import { fitsFormat } from './formats';
import type { FaultCode } from './fault';
import type { RawSchema } from './store';

/** One bound, pattern or format of a schema. Values of a type that it does not speak of do not offend it. */
export interface Bound {
  readonly code: FaultCode;
  /** What it asks for, in words. */
  readonly allowed: string;
  readonly offends: (value: unknown) => boolean;
}

const ofNumber = (offends: (value: number) => boolean) => (value: unknown) =>
  typeof value === 'number' && offends(value);
const ofText = (offends: (value: string) => boolean) => (value: unknown) => typeof value === 'string' && offends(value);
const ofLength = (offends: (length: number) => boolean) => ofText((value) => offends(characters(value)));
const ofList = (offends: (length: number) => boolean) => (value: unknown) =>
  Array.isArray(value) && offends(value.length);
const ofObject = (offends: (size: number) => boolean) => (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && offends(Object.keys(value).length);

/** How each keyword of numbers is judged: the limit is the schema's value of it. */
const LIMITS: readonly (readonly [keyword: keyof RawSchema, bound: (limit: number, schema: RawSchema) => Bound])[] = [
  [
    'minimum',
    (limit, { exclusiveMinimum }) =>
      exclusiveMinimum
        ? { code: 'minimum', allowed: `more than ${limit}`, offends: ofNumber((value) => value <= limit) }
        : { code: 'minimum', allowed: `at least ${limit}`, offends: ofNumber((value) => value < limit) },
  ],
  [
    'maximum',
    (limit, { exclusiveMaximum }) =>
      exclusiveMaximum
        ? { code: 'maximum', allowed: `less than ${limit}`, offends: ofNumber((value) => value >= limit) }
        : { code: 'maximum', allowed: `at most ${limit}`, offends: ofNumber((value) => value > limit) },
  ],
  [
    'multipleOf',
    (limit) => ({
      code: 'multiple-of',
      allowed: `a multiple of ${limit}`,
      offends: ofNumber((value) => value % limit !== 0),
    }),
  ],
  ['minLength', (limit) => ({ code: 'min-length', ...least(limit, 'character', ofLength) })],
  ['maxLength', (limit) => ({ code: 'max-length', ...most(limit, 'character', ofLength) })],
  ['minItems', (limit) => ({ code: 'min-items', ...least(limit, 'item', ofList) })],
  ['maxItems', (limit) => ({ code: 'max-items', ...most(limit, 'item', ofList) })],
  ['minProperties', (limit) => ({ code: 'min-properties', ...least(limit, 'field', ofObject) })],
  ['maxProperties', (limit) => ({ code: 'max-properties', ...most(limit, 'field', ofObject) })],
];

type Counted = (offends: (count: number) => boolean) => Bound['offends'];

const least = (limit: number, noun: string, counted: Counted) => ({
  allowed: `at least ${plural(limit, noun)}`,
  offends: counted((count) => count < limit),
});
const most = (limit: number, noun: string, counted: Counted) => ({
  allowed: `at most ${plural(limit, noun)}`,
  offends: counted((count) => count > limit),
});

/** The bounds of a schema. */
export function boundsOf(schema: RawSchema): readonly Bound[] {
  const bounds: Bound[] = [];
  for (const [keyword, bound] of LIMITS) {
    const limit = schema[keyword];
    if (typeof limit === 'number') bounds.push(bound(limit, schema));
  }
  const { pattern, format } = schema;
  if (pattern !== undefined) {
    const regex = new RegExp(pattern);
    const offends = ofText((value) => !regex.test(value));
    bounds.push({ code: 'pattern', allowed: `text that matches ${pattern}`, offends });
  }
  if (format !== undefined) {
    const offends = (value: unknown) => !fitsFormat(format, value);
    bounds.push({ code: 'format', allowed: `a value of the format ${format}`, offends });
  }
  return bounds;
}

/** The API server counts characters, where the length of a string counts some of them twice. */
function characters(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
