import type { Presence } from './store';

/** The minor of a version as a number that grows from release to release: 45 for `0.45.2`, 1002 for `1.2`. */
export function ordinal(version: string): number {
  const known = ordinals.get(version);
  if (known !== undefined) return known;
  const [major = '', minor = ''] = version.split('.');
  const number = Number(major) * 1000 + Number(minor);
  ordinals.set(version, number);
  return number;
}

const ordinals = new Map<string, number>();

/**
 * The release of a line that stands for a version: the newest that is not newer. The oldest stands for all before it.
 * @throws where the version is none.
 */
export function standIn(releases: readonly string[], version: string): string {
  const wanted = ordinal(version);
  if (Number.isNaN(wanted)) throw new Error(`"${version}" is no version; a version is like 0.45 or 0.45.2`);
  return releases.findLast((each) => ordinal(each) <= wanted) ?? releases[0] ?? version;
}

/** Whether a release has what has this presence. */
export function isPresent({ since, until }: Presence, release: number): boolean {
  return (since === undefined || ordinal(since) <= release) && (until === undefined || release <= ordinal(until));
}

/** When something is there that is held by something else. */
export function within(outer: Presence, inner: Presence): Presence {
  const since = later(outer.since, inner.since);
  const until = earlier(outer.until, inner.until);
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return ordinal(one) < ordinal(other) ? other : one;
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return ordinal(one) < ordinal(other) ? one : other;
}
