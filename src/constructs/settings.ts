import { SizeRoundingBehavior, type Duration, type Size } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { SettingValue } from '../../imports/kafka-settings';
import { defined } from '../dialects/common/codec';
import { fieldText, type FieldPath } from '../model/field';
import type { Config, OwnConfig } from '../model/resource';
import { settingUnit, type SettingUnit } from '../model/setting-unit';
import { isInstance } from '../props/kinds';
import { kindText } from '../props/words';
import { noteFault } from './faults';

/** Milliseconds of the units of time, and bytes of a byte. */
const LENGTHS: Readonly<Record<SettingUnit, number>> = {
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  bytes: 1,
};
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
    if (isInstance('Duration', value)) return [name, amountOf(construct, [...prop, name], value)];
    if (isInstance('Size', value)) return [name, amountOf(construct, [...prop, name], value)];
    return [name, value];
  });
  return Object.fromEntries(plain) as OwnConfig;
}

/** As {@link plainSettings}, of what the library has no settings of its own for. */
export function ownSettings(construct: IConstruct, prop: FieldPath, given: object | undefined): Config | undefined {
  const plain = plainSettings(construct, prop, given);
  return plain && (defined(plain) as Config);
}

/** The number for a duration or a size; absent: the setting counts something else, or no whole number of it. */
function amountOf(construct: IConstruct, path: FieldPath, value: Duration | Size): number | undefined {
  const name = String(path.at(-1));
  const unit = settingUnit(name);
  const isSize = 'toKibibytes' in value;
  const amount = isSize
    ? value.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * KIBIBYTE
    : value.toMilliseconds();
  const number = unit && isSize === (unit === 'bytes') ? amount / LENGTHS[unit] : undefined;
  if (number !== undefined && Number.isSafeInteger(number)) return number;
  noteFault(construct, {
    rule: 'prop-value',
    field: fieldText(path),
    given: kindText(value),
    allowed: unit === undefined ? 'a value that Kafka takes' : `${unit}, a whole number of them`,
    message:
      unit === undefined
        ? `Nobody can tell what ${name} counts.`
        : `${name} counts whole ${unit}, and ${kindText(value)} is none.`,
    remedy: unit === undefined ? 'Give a text or a number.' : `Give a whole number of ${unit}.`,
  });
  return undefined;
}
