import type { Passer } from './strangers';

/** On what terms a value is taken. */
export interface Terms {
  readonly passer: Passer;
  /** Whether nothing in it may be told when the app is synthesized only. */
  readonly isEarly: boolean;
}

/** Props of a construct, by who passes them. */
export const PASSED: Readonly<Record<Passer, Terms>> = {
  program: { passer: 'program', isEarly: false },
  subclass: { passer: 'subclass', isEarly: false },
};

/** What is needed before the app is synthesized. */
export const EARLY: Terms = { passer: 'program', isEarly: true };

/** The terms of what is within a value, which the class of a team has no names for. */
export function termsWithin({ isEarly }: Pick<Terms, 'isEarly'>): Terms {
  return isEarly ? EARLY : PASSED.program;
}
