/** A field of an expression of Quartz: its bounds, and names for its numbers. */
interface CronField {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
  /** What else may stand there. */
  readonly special?: RegExp;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const FIELDS: readonly CronField[] = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31, special: /^(\?|LW?(-\d+W?)?|\d+W)$/ },
  { name: 'month', least: 1, most: 12, names: MONTHS },
  { name: 'day of the week', least: 1, most: 7, names: DAYS, special: /^(\?|L|([1-7]|[A-Z]{3})(L|#[1-5]))$/ },
  { name: 'year', least: 1970, most: 9999 },
];

/**
 * Why a text is no cron expression of Quartz; absent: it is one.
 * @see https://www.quartz-scheduler.org/documentation/quartz-2.3.0/tutorials/crontrigger.html
 */
export function cronFault(text: string): string | undefined {
  const fields = text.trim().toUpperCase().split(/\s+/);
  if (fields.length < FIELDS.length - 1) return `it has ${fields.length} of its six fields`;
  const [, , , day, , weekday] = fields;
  if (day === '?' && weekday === '?') return 'the day of the month and that of the week are both left open by ?';
  if (day !== '?' && weekday !== '?') return 'the day of the month or that of the week has to be ?';
  for (const [at, given] of fields.entries()) {
    const field = FIELDS[at];
    if (field && !given.split(',').every((part) => isPart(part, field))) return `"${given}" is no ${field.name}`;
  }
  return undefined;
}

function isPart(part: string, field: CronField): boolean {
  if (field.special?.test(part)) return true;
  const [, range = '', step] = /^([^/]*)(?:\/(\d+))?$/.exec(part) ?? [];
  if (step !== undefined && Number(step) > field.most) return false;
  if (range === '*' || (range === '' && step !== undefined)) return true;
  const ends = range.split('-');
  return ends.length <= 2 && ends.every((end) => isNumber(end, field));
}

function isNumber(end: string, { least, most, names = [] }: CronField): boolean {
  if (names.includes(end)) return true;
  return /^\d+$/.test(end) && Number(end) >= least && Number(end) <= most;
}
