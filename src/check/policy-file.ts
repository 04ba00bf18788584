import type { PropFault } from '../props/kept';
import { sift } from '../props/sift';
import { policyFaults, type Policy } from './policy';

/** Policies that stand in a file, held to their shape; none where something is wrong with them. */
export function readPolicies(written: unknown): {
  readonly policies: readonly Policy[];
  readonly faults: readonly PropFault[];
} {
  const { value, faults } = sift({ list: { props: 'Policy' } }, written, []);
  if (faults.length > 0) return { policies: [], faults };
  const policies = value as readonly Policy[];
  const ofValues = policyFaults(policies).map((fault) => ({ ...fault, path: fault.path.slice(1) }));
  return ofValues.length > 0 ? { policies: [], faults: ofValues } : { policies, faults: [] };
}
