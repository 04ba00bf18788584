import type { IConstruct } from 'constructs';
import type { FieldPath } from '../model/field';

/** Tells where somebody wrote a field of a construct, or of its manifest: `teams/shop.yaml:9:17`. */
export type SourceOf = (field: FieldPath) => string;

const SOURCES = new WeakMap<IConstruct, SourceOf>();

/** Says that what a construct says was written in a file. */
export function noteSource(construct: IConstruct, sourceOf: SourceOf): void {
  SOURCES.set(construct, sourceOf);
}

/** Where what a construct says was written; absent: in a program. */
export function sourceOf(construct: IConstruct): SourceOf | undefined {
  return SOURCES.get(construct);
}
