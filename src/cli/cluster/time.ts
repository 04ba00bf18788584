import { UsageError } from '../io';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/**
 * The time that an option gives, such as `90s`, `10m` or `1h`, in milliseconds.
 * @throws UsageError where it gives none
 */
export function timeOf(option: string, text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([smh]?)$/.exec(text) ?? [];
  const factor = count === '0' ? 1 : UNITS[unit];
  if (count !== '' && factor !== undefined) return Number(count) * factor;
  throw new UsageError(`--${option} takes a time such as 90s, 10m or 1h, not "${text}"`);
}
