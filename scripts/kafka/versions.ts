import { StrimziRelease } from '../../src';
import type { Version } from './topology';

/** A minor of Kafka, and its patches in releases of Strimzi, the newest first. */
export interface Minor {
  readonly name: string;
  readonly patches: readonly Version[];
}

/** The minors of Kafka that releases run, the newest first, each patch with the newest release that has it. */
export function minors(releases: readonly StrimziRelease[] = StrimziRelease.ALL): Minor[] {
  const newest = new Map<string, StrimziRelease>();
  for (const release of releases) for (const version of release.facts.kafka.versions) newest.set(version, release);
  const found = new Map<string, Version[]>();
  for (const kafka of [...newest.keys()].sort(byNumbers)) {
    const name = kafka.split('.').slice(0, 2).join('.');
    const release = newest.get(kafka);
    if (release) found.set(name, [...(found.get(name) ?? []), { kafka, release }]);
  }
  return [...found].map(([name, patches]) => ({ name, patches }));
}

/** Compares versions: the newest is first. */
export function byNumbers(one: string, other: string): number {
  const numbers = other.split('.').map(Number);
  const differences = one.split('.').map((number, place) => (numbers[place] ?? 0) - Number(number));
  return differences.find((difference) => difference !== 0) ?? 0;
}
