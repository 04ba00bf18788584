import type { ResourceRecord } from './resource';

/** An object of the operators that the model has no noun of its own for: all of it is kept as it was read. */
export interface OtherRecord extends ResourceRecord {
  /** Kind of the object, such as `StrimziPodSet`. */
  readonly kind: string;
}
