import { TIME_FORM } from '../model/amounts';
import type { PropFault } from '../props/kept';
import { sift } from '../props/sift';
import { policyFaults, type Policy } from './policy';

/** Policies that stand in a file, held to their shape; none where something is wrong with them. */
export function readPolicies(written: unknown): {
  readonly policies: readonly Policy[];
  readonly faults: readonly PropFault[];
} {
  const { value, faults: ofShape } = sift({ list: { props: 'Policy' } }, written, []);
  const policies = (value ?? []) as readonly Policy[];
  // Where an item was left out, the numbers of those behind it are others.
  const areShifted = ofShape.some(({ path }) => typeof path.at(-1) === 'number');
  const ofValues = areShifted ? [] : policyFaults(policies).map((fault) => ({ ...fault, path: fault.path.slice(1) }));
  const faults = [...ofShape.map(inWordsOfFiles), ...ofValues];
  return { policies: faults.length > 0 ? [] : policies, faults };
}

/** A file has no durations: a time is a text there. */
function inWordsOfFiles(fault: PropFault): PropFault {
  const [holder, bound] = fault.path.slice(-2);
  if (holder !== 'retention' || bound === 'required' || fault.rule === 'prop-unknown') return fault;
  return { ...fault, allowed: TIME_FORM, remedy: `Give ${TIME_FORM}.` };
}
