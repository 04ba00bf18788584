import type { Presence } from './store';

/** What a value offends. */
export type FaultCode =
  | 'not-served'
  | 'unknown-field'
  | 'required'
  | 'null'
  | 'type'
  | 'enum'
  | 'format'
  | 'pattern'
  | 'min-length'
  | 'max-length'
  | 'minimum'
  | 'maximum'
  | 'multiple-of'
  | 'min-items'
  | 'max-items'
  | 'duplicate'
  | 'min-properties'
  | 'max-properties'
  | 'alternatives'
  | 'rule';

/**
 * One place where an object is not what the schema of its kind says. Where other releases know the kind, the field or the
 * value, `since` is the first minor that does and `until` the last one: "this field needs Strimzi 0.47" is data. Both are
 * absent where no release does, and where all of them have had it there is nothing to tell.
 */
export interface SchemaFault extends Presence {
  /** The names of fields and numbers of list items that lead to the place. */
  readonly path: readonly (string | number)[];
  readonly code: FaultCode;
  /** The value; undefined where a required one is missing. */
  readonly given: unknown;
  /** What the schema takes, or for an unknown field the known ones, the nearest first. */
  readonly allowed: string;
  /** Of an unknown field: the API server keeps it, and hands it to an operator that may or may not look at it. */
  readonly kept?: true;
}
