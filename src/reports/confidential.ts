import type { ChangeEffect } from './change';

/** Fields whose values nobody is to read in a report. */
const CONFIDENTIAL = /passw|secret|token|credential|jaas|private|\bkey$|api[._-]?key/i;

/** An effect without the values of a field that may be secret, and of fields that hold more than a report can show. */
export function withoutSecrets(effect: ChangeEffect): ChangeEffect {
  const { before, after, ...others } = effect;
  const isOpen = isShort(before) && isShort(after) && !CONFIDENTIAL.test(effect.field ?? '');
  return isOpen ? effect : others;
}

/** Whether a value is a scalar, or a list of some: maps in lists may hold anything. */
function isShort(value: unknown): boolean {
  return Array.isArray(value)
    ? value.every((item) => typeof item !== 'object')
    : typeof value !== 'object' || value === null;
}
