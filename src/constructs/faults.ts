import type { IConstruct } from 'constructs';
import type { Finding } from '../rules/finding';

/** A finding before it is known whose it is. */
export type Fault = Omit<Finding, 'path' | 'severity'> & Partial<Pick<Finding, 'severity'>>;

const FAULTS = new WeakMap<IConstruct, Finding[]>();

/** Notes a fault of a construct. The run goes on, so that it can tell all faults at once. */
export function noteFault(construct: IConstruct, fault: Fault): void {
  const finding: Finding = { severity: 'error', ...fault, path: construct.node.path };
  const known = FAULTS.get(construct);
  if (known) known.push(finding);
  else FAULTS.set(construct, [finding]);
}

/** The faults that were noted of a construct. */
export function faultsOf(construct: IConstruct): readonly Finding[] {
  return FAULTS.get(construct) ?? [];
}
