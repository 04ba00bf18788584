import { SizeRoundingBehavior, type Duration, type Size } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { SettingValue } from '../../imports/kafka-settings';
import { defined } from '../dialects/common/codec';
import { fieldText, type FieldPath } from '../model/field';
import type { Config, OwnConfig } from '../model/resource';
import { countText, settingUnit, timeText, UNIT_LENGTHS, type SettingUnit } from '../model/setting-unit';
import { isInstance } from '../props/kinds';
import { kindText } from '../props/words';
import { noteFault } from './faults';

const KIBIBYTE = 1024;

/**
 * Settings as Kafka has them: durations and sizes are numbers of what each setting counts. What a setting does not count is
 * told of the construct.
 *
 * @param prop - where the construct has the settings
 */
export function plainSettings(
  construct: IConstruct,
  prop: FieldPath,
  given: object | undefined,
): OwnConfig | undefined {
  if (given === undefined) return undefined;
  const settings = Object.entries(given as Readonly<Record<string, SettingValue | undefined>>);
  const plain = settings.map(([name, value]) => {
    const isAmount = isInstance('Duration', value) || isInstance('Size', value);
    return [name, isAmount ? counted(construct, [...prop, name], name, value) : value];
  });
  return Object.fromEntries(plain) as OwnConfig;
}

/** As {@link plainSettings}, of what the library has no settings of its own for. */
export function ownSettings(construct: IConstruct, prop: FieldPath, given: object | undefined): Config | undefined {
  const plain = plainSettings(construct, prop, given);
  return plain && (defined(plain) as Config);
}

/**
 * The number that a setting has for a duration or a size; absent, which is told of the construct: the setting counts something
 * else, or no whole number of it.
 *
 * @param prop - where the construct has the duration or size
 */
export function counted(
  construct: IConstruct,
  prop: FieldPath,
  setting: string,
  value: Duration | Size,
): number | undefined {
  const unit = settingUnit(setting);
  const isSize = 'toKibibytes' in value;
  const amount = isSize
    ? value.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * KIBIBYTE
    : value.toMilliseconds();
  const isCounted = unit !== undefined && isSize === (unit === 'bytes');
  const number = isCounted ? amount / UNIT_LENGTHS[unit] : undefined;
  if (number !== undefined && Number.isSafeInteger(number)) return number;
  const given = `${kindText(value)} of ${isSize ? countText(amount, 'bytes') : timeText(amount)}`;
  noteFault(construct, {
    rule: 'prop-value',
    field: fieldText(prop),
    given,
    ...uncounted(setting, unit, given, isCounted),
  });
  return undefined;
}

type Told = Readonly<Record<'allowed' | 'message' | 'remedy', string>>;

function uncounted(name: string, unit: SettingUnit | undefined, given: string, isCounted: boolean): Told {
  if (unit === undefined) {
    const message = `Nobody can tell what ${name} counts.`;
    return { allowed: 'a value that Kafka takes', message, remedy: 'Give a text or a number.' };
  }
  const allowed = `a whole number of ${unit}, or a ${unit === 'bytes' ? 'Size' : 'Duration'} of whole ${unit}`;
  const why = isCounted ? 'is no whole number of them' : 'is something else';
  return { allowed, message: `${name} counts ${unit}, and ${given} ${why}.`, remedy: `Give ${allowed}.` };
}
