import type { Duration, Size } from 'cdk8s';

/** A size as a Kubernetes quantity. */
export function sizeText(size: Size | string): string {
  return typeof size === 'string' ? size : size.asString();
}

const MILLISECONDS = 1000;

/** A duration in whole seconds, one at least. */
export function seconds(duration: Duration): number {
  return Math.max(1, Math.round(duration.toMilliseconds() / MILLISECONDS));
}

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
