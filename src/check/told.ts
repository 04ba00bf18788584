import type { Rule } from '../rules/rule';
import type { FaultCode } from '../schema';
import type { Finding } from './finding';

/** Tellers by how much they explain of a cause, the most first. What nobody takes says more than what would come of it. */
export const EXPLAINS = { construct: 0, object: 1, value: 2, rule: 3, loss: 4, schema: 5 } as const;

/** Who tells a finding. */
export type Teller = keyof typeof EXPLAINS;

/** A finding, and who tells it. */
export interface Told<S> {
  readonly finding: Finding;
  readonly by: Teller;
  /** The site that it is of. */
  readonly site: S | undefined;
  /** What the schema has against the field, of what it tells. */
  readonly code?: FaultCode;
  /** The field that was meant, where its name has a slip. */
  readonly meant?: string;
  /** What others come of, too. */
  readonly cause?: string;
}

/** As who a rule tells. */
export function tellerOf({ judgesValues = false }: Pick<Rule, 'judgesValues'>): Teller {
  return judgesValues ? 'value' : 'rule';
}

/** Whether a rule tells, of whatever kind. */
export function isByRule({ by }: Told<unknown>): boolean {
  return by === 'rule' || by === 'value';
}
