import { isLate } from '../props/kinds';
import { SizeRoundingBehavior, type Duration, type Size } from 'cdk8s';

const UNITS = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi'] as const;
const STEP = 1024;

/**
 * A size as a Kubernetes quantity, in the largest unit that has a whole number of it.
 *
 * `Size.asString()` is younger than the lowest cdk8s that the library takes.
 */
export function sizeText(size: Size | string): string {
  if (typeof size === 'string' || isLate(size)) return size as string;
  let amount = size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
  let unit = 0;
  for (; amount > 0 && amount % STEP === 0 && unit < UNITS.length - 1; unit += 1) amount /= STEP;
  return `${amount}${UNITS[unit] ?? ''}`;
}

/** Units of a heap, the largest first, in KiB. */
const HEAP_UNITS = [
  ['g', STEP ** 2],
  ['m', STEP],
] as const;

/** A size as a Java virtual machine takes it, in the largest unit that has a whole number of it. */
export function heapText(size: Size | string): string {
  if (typeof size === 'string' || isLate(size)) return size as string;
  const amount = size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
  const unit = HEAP_UNITS.find(([, length]) => amount > 0 && amount % length === 0);
  return unit ? `${amount / unit[1]}${unit[0]}` : `${amount * STEP}`;
}

const MILLISECONDS = 1000;

/** Units of a Go duration, the longest first, in milliseconds. */
const GO_UNITS = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', MILLISECONDS],
] as const;

/** A duration as Go programs read it, in the longest unit that it is a whole number of: `48h`, `90m`. */
export function goDuration(duration: Duration): string {
  const milliseconds = duration.toMilliseconds();
  const unit = GO_UNITS.find(([, length]) => milliseconds % length === 0);
  return unit ? `${milliseconds / unit[1]}${unit[0]}` : `${milliseconds}ms`;
}
