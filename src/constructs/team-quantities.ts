import { Duration, Size } from 'cdk8s';

/** What files of teams say of times, for findings to print. */
export const TIME_FORM = 'a whole number with ms, s, m, h or d, such as 7d';
/** What they say of sizes. */
export const SIZE_FORM = 'a whole number with Ki, Mi or Gi, such as 512Mi';

const TIMES: Readonly<Record<string, (amount: number) => Duration>> = {
  ms: (amount) => Duration.millis(amount),
  s: (amount) => Duration.seconds(amount),
  m: (amount) => Duration.minutes(amount),
  h: (amount) => Duration.hours(amount),
  d: (amount) => Duration.days(amount),
};

const SIZES: Readonly<Record<string, (amount: number) => Size>> = {
  Ki: (amount) => Size.kibibytes(amount),
  Mi: (amount) => Size.mebibytes(amount),
  Gi: (amount) => Size.gibibytes(amount),
};

/** What a text with a time is like, and one with a size: a regular expression that finds the whole of it. */
export const QUANTITY_PATTERNS = { time: patternOf(TIMES), size: patternOf(SIZES) };

function patternOf(units: object): string {
  return `^\\d{1,12}(${Object.keys(units).join('|')})$`;
}

/** The time that a text says; absent: it says none. */
export function timeOf(text: string): Duration | undefined {
  return quantityOf(text, TIMES);
}

/** The size that a text says; absent: it says none. */
export function sizeOf(text: string): Size | undefined {
  return quantityOf(text, SIZES);
}

function quantityOf<Q>(text: string, units: Readonly<Record<string, (amount: number) => Q>>): Q | undefined {
  const [, amount, unit = ''] = /^(\d{1,12})([A-Za-z]+)$/.exec(text) ?? [];
  return amount === undefined || !Object.hasOwn(units, unit) ? undefined : units[unit]?.(Number(amount));
}
