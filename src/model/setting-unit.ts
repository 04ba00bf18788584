/** What the number of a setting counts. */
export type SettingUnit = 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'bytes';

/** Milliseconds of the units of time, and bytes of a byte. */
export const UNIT_LENGTHS: Readonly<Record<SettingUnit, number>> = {
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  bytes: 1,
};

/** Last words of settings. */
const LAST_WORDS: Readonly<Record<string, SettingUnit>> = {
  ms: 'milliseconds',
  millis: 'milliseconds',
  secs: 'seconds',
  seconds: 'seconds',
  minutes: 'minutes',
  hours: 'hours',
};

/** Settings of Kafka whose names do not say what they count. */
const UNSAID: Readonly<Record<string, SettingUnit>> = {
  'batch.size': 'bytes',
  'buffer.memory': 'bytes',
  'errors.retry.timeout': 'milliseconds',
  'log.cleaner.dedupe.buffer.size': 'bytes',
  'log.cleaner.io.buffer.size': 'bytes',
  'max.request.size': 'bytes',
  'offsets.load.buffer.size': 'bytes',
  'sasl.server.max.receive.size': 'bytes',
  'share.coordinator.load.buffer.size': 'bytes',
  'transaction.state.log.load.buffer.size': 'bytes',
};

/** What comes before a setting of a client within the settings of others. */
const OF_CLIENTS = /^((source|target)\.)?(producer|consumer|admin)\.(override\.)?/;

/** What a setting counts, by its name; absent: nobody can tell, or it counts neither time nor bytes. */
export function settingUnit(name: string): SettingUnit | undefined {
  const words = name.split('.');
  const last = words.at(-1) ?? '';
  if (Object.hasOwn(LAST_WORDS, last)) return LAST_WORDS[last];
  if (words.includes('bytes')) return 'bytes';
  const own = name.replace(OF_CLIENTS, '');
  return Object.hasOwn(UNSAID, own) ? UNSAID[own] : undefined;
}

const DAY = 24 * UNIT_LENGTHS.hours;

/** A time in the longest unit that it is a whole number of. */
export function timeText(milliseconds: number): string {
  if (milliseconds !== 0 && milliseconds % DAY === 0) return countText(milliseconds / DAY, 'days');
  const units = ['hours', 'minutes', 'seconds'] as const;
  const unit = units.find((each) => milliseconds % UNIT_LENGTHS[each] === 0) ?? 'milliseconds';
  return countText(milliseconds / UNIT_LENGTHS[unit], unit);
}

/** A count with the name of what is counted, which is in the plural. */
export function countText(count: number, unit: string): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
