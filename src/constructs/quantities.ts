import { SizeRoundingBehavior, type Size } from 'cdk8s';

const UNITS = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi'] as const;
const STEP = 1024;

/**
 * A size as a Kubernetes quantity, in the largest unit that has a whole number of it.
 *
 * `Size.asString()` is younger than the lowest cdk8s that the library takes.
 */
export function sizeText(size: Size | string): string {
  if (typeof size === 'string') return size;
  let amount = size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
  let unit = 0;
  for (; amount > 0 && amount % STEP === 0 && unit < UNITS.length - 1; unit += 1) amount /= STEP;
  return `${amount}${UNITS[unit] ?? ''}`;
}
