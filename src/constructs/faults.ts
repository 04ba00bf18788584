import type { IConstruct } from 'constructs';
import type { FaultId } from '../check/faults';
import type { Finding } from '../check/finding';

/** What only a construct can see, before it is known whose it is. */
export interface Fault extends Omit<Finding, 'rule' | 'path' | 'severity' | 'effect'> {
  readonly rule: FaultId;
  /** @default - that of the fault's kind */
  readonly effect?: Finding['effect'];
  /** What is told once, whoever has to do with it. */
  readonly cause?: object;
}

const FAULTS = new WeakMap<IConstruct, Fault[]>();

/** Notes a fault of a construct. The run goes on, so that it can tell all faults at once. */
export function noteFault(construct: IConstruct, fault: Fault): void {
  const known = FAULTS.get(construct);
  if (known) known.push(fault);
  else FAULTS.set(construct, [fault]);
}

/** Whether something is noted of a field of a construct. */
export function isNoted(construct: IConstruct, field: string): boolean {
  return FAULTS.get(construct)?.some((fault) => fault.field === field) ?? false;
}

const LATE = new WeakMap<IConstruct, (() => readonly Fault[])[]>();

/** Looks for faults of a construct when it is asked for them: what they are in is not there yet. */
export function findFaultsLater(construct: IConstruct, find: () => readonly Fault[]): void {
  const known = LATE.get(construct);
  if (known) known.push(find);
  else LATE.set(construct, [find]);
}

/** The faults of a construct. */
export function faultsOf(construct: IConstruct): readonly Fault[] {
  const known = FAULTS.get(construct) ?? NONE;
  const late = LATE.get(construct);
  return late ? [...known, ...late.flatMap((find) => find())] : known;
}

const NONE: readonly Fault[] = [];
