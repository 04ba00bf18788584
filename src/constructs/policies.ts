import type { IConstruct } from 'constructs';
import { policyFaults, policyRecords, type Policy } from '../check/policy';
import type { PolicyRecord } from '../model/policy';
import { notePropFaults } from './held';

const POLICIES = new WeakMap<IConstruct, readonly PolicyRecord[]>();
let isAny = false;

/** Holds what is within a construct to policies. */
export function givePolicies(construct: IConstruct, policies: readonly Policy[]): void {
  if (policies.length === 0) return;
  notePropFaults(construct, policyFaults(policies));
  POLICIES.set(construct, policyRecords(policies));
  isAny = true;
}

/** The policies that a construct is held to: those of its site, and of its team. */
export function policiesOf(construct: IConstruct): readonly PolicyRecord[] {
  return isAny ? construct.node.scopes.flatMap((scope) => POLICIES.get(scope) ?? NONE) : NONE;
}

const NONE: readonly never[] = [];
