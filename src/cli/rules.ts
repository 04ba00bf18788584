import { FAULTS } from '../check/faults';
import type { ToldRule } from '../check/formats/sarif';
import { RULES } from '../rules/registry';

/** All rules that a finding can be of. */
export function allRules(): readonly ToldRule[] {
  return [...RULES, ...Object.entries(FAULTS).map(([id, { summary, effect }]) => ({ id, summary, effect }))];
}
