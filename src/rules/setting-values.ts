import { isWithin } from './rule';

/** What Kafka asks of the value of a setting, from one minor of Kafka to the next form or the last. */
export interface SettingForm {
  readonly since?: string;
  /** The last minor that has the setting; of the last form alone. */
  readonly until?: string;
  /** `ConfigDef.Type`. */
  readonly type?: string;
  readonly min?: number | string;
  readonly max?: number | string;
  /** Of a list, each item is one of them. */
  readonly values?: readonly string[];
  readonly caseInsensitive?: boolean;
  /** Closed intervals; a null bound is open. */
  readonly accepts?: readonly (readonly [number | null, number | null])[];
}

/** Settings by their names, the forms of each in the order of versions, as JSON: a run asks for few of many. */
export type Settings = Readonly<Record<string, string>>;

/** Many objects have the same few settings. */
const parsed = new Map<string, readonly SettingForm[]>();

function formsOf(settings: Settings, name: string): readonly SettingForm[] | undefined {
  const json = Object.hasOwn(settings, name) ? settings[name] : undefined;
  if (json === undefined) return undefined;
  const forms = parsed.get(json) ?? (JSON.parse(json) as readonly SettingForm[]);
  parsed.set(json, forms);
  return forms;
}

/** What a version of Kafka asks of a setting; absent: it has none of the name. */
export function formOf(settings: Settings, name: string, version: string): SettingForm | undefined {
  const form = formsOf(settings, name)?.findLast(({ since }) => isWithin(version, since));
  return form && isWithin(version, undefined, form.until) ? form : undefined;
}

/** The versions of Kafka that have a setting, in words; absent: none has. */
export function spanOf(settings: Settings, name: string): string | undefined {
  const forms = formsOf(settings, name);
  if (!forms) return undefined;
  const [since, until] = [forms[0]?.since, forms.at(-1)?.until];
  const words = [
    ...(since === undefined ? [] : [`from ${since} on`]),
    ...(until === undefined ? [] : [`up to ${until}`]),
  ];
  return `with Kafka ${words.join(', ')}`;
}

/** The settings that a version of Kafka has. */
export function namesOf(settings: Settings, version: string): string[] {
  return Object.keys(settings).filter((name) => formOf(settings, name, version));
}

/** What a value should have been; absent: Kafka takes it, or it cannot be told. */
export function wantedOf(form: SettingForm, value: string | number | boolean): string | undefined {
  const text = String(value).trim();
  if (form.type !== undefined && Object.hasOwn(BITS, form.type)) return wantedInteger(form, text, value);
  if (form.type === 'DOUBLE') return wantedNumber(form, text);
  if (form.type === 'BOOLEAN') return /^(true|false)$/i.test(text) ? undefined : 'true or false';
  return wantedText(form, text);
}

const BITS: Readonly<Record<string, bigint>> = { SHORT: 16n, INT: 32n, LONG: 64n };

function wantedInteger(form: SettingForm, text: string, value: unknown): string | undefined {
  const half = 1n << ((BITS[form.type ?? ''] ?? 64n) - 1n);
  const bounds: Bounds = [boundOf(form.min) ?? -half, boundOf(form.max) ?? half - 1n];
  if (isTaken(form.accepts, integerOf(text, value), bounds)) return undefined;
  return form.accepts ? intervalsText(form.accepts, bounds) : `a whole number from ${bounds.join(' to ')}`;
}

type Bounds = readonly [least: bigint, most: bigint];

/** A number stays one where JavaScript has rounded it: what was given is near to it. */
function integerOf(text: string, value: unknown): bigint | number | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) return value;
  return /^[+-]?\d+$/.test(text) ? BigInt(text.replace(/^\+/, '')) : undefined;
}

/** Rounding keeps order: a rounded number beyond a bound that is rounded as it was has been beyond it before. */
function isTaken(accepts: SettingForm['accepts'], given: bigint | number | undefined, bounds: Bounds): boolean {
  if (given === undefined) return false;
  if (accepts && !accepts.some((interval) => isInside(interval, Number(given)))) return false;
  const [least, most] = typeof given === 'number' ? [Number(bounds[0]), Number(bounds[1])] : bounds;
  return given >= least && given <= most;
}

function intervalsText(intervals: NonNullable<SettingForm['accepts']>, bounds: Bounds): string {
  return `a whole number: ${intervals.map((interval) => intervalText(interval, bounds)).join(', ')}`;
}

function intervalText([from, to]: readonly [number | null, number | null], [least, most]: Bounds): string {
  return from === to ? String(from) : `${from ?? least} to ${to ?? most}`;
}

function isInside([from, to]: readonly [number | null, number | null], value: number): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}

function boundOf(bound: number | string | undefined): bigint | undefined {
  return bound === undefined || !/^-?\d+$/.test(String(bound)) ? undefined : BigInt(bound);
}

function wantedNumber({ min, max }: SettingForm, text: string): string | undefined {
  const value = text === '' ? Number.NaN : Number(text);
  const isFine = value >= Number(min ?? -Infinity) && value <= Number(max ?? Infinity);
  if (isFine) return undefined;
  const bounds = [...(min === undefined ? [] : [`from ${min}`]), ...(max === undefined ? [] : [`to ${max}`])];
  return ['a number', ...bounds].join(' ');
}

function wantedText({ type, values, caseInsensitive }: SettingForm, text: string): string | undefined {
  if (!values) return undefined;
  const fold = (each: string): string => (caseInsensitive ? each.toLowerCase() : each);
  const known = new Set(values.map(fold));
  const given = type === 'LIST' ? text.split(',').map((item) => item.trim()) : [text];
  const isFine = given.every((item) => known.has(fold(item)) || (type === 'LIST' && item === ''));
  return isFine ? undefined : `${type === 'LIST' ? 'one or several of ' : ''}${values.join(', ')}`;
}
