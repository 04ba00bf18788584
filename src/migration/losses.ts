import type { Limit } from '../dialects/common/codec';

/** A field that a stage leaves out, and the object that had it. */
export interface StageLoss extends Limit {
  /** Kind, namespace and name. */
  readonly object: string;
}
