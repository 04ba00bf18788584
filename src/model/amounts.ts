import { UNIT_LENGTHS } from './setting-unit';

/** What a text with a time is like, for findings to print. */
export const TIME_FORM = 'a whole number with ms, s, m, h or d, such as 7d';
/** What a text with a size is like. */
export const SIZE_FORM = 'a whole number with Ki, Mi or Gi, such as 512Mi';

/** Milliseconds of the units of times. */
const TIMES: Readonly<Record<string, number>> = {
  ms: UNIT_LENGTHS.milliseconds,
  s: UNIT_LENGTHS.seconds,
  m: UNIT_LENGTHS.minutes,
  h: UNIT_LENGTHS.hours,
  d: 24 * UNIT_LENGTHS.hours,
};
/** Kibibytes of the units of sizes. */
const SIZES: Readonly<Record<string, number>> = { Ki: 1, Mi: 1024, Gi: 1024 ** 2 };

/** Regular expressions that find such texts. */
export const AMOUNT_PATTERNS = { time: patternOf(TIMES), size: patternOf(SIZES) };

function patternOf(units: object): string {
  return `^\\d{1,9}(${Object.keys(units).join('|')})$`;
}

/** The milliseconds that a text says; absent: it says no time. */
export function millisecondsOf(text: string): number | undefined {
  return amountOf(text, TIMES);
}

/** The kibibytes that a text says; absent: it says no size. */
export function kibibytesOf(text: string): number | undefined {
  return amountOf(text, SIZES);
}

function amountOf(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, count, unit = ''] = /^(\d{1,9})([A-Za-z]+)$/.exec(text) ?? [];
  const length = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return count === undefined || length === undefined ? undefined : Number(count) * length;
}
