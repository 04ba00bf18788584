import { denialText, ruleText, type Denial } from './rules';
import type { Outcome, Owned } from './proof';

/** What a rule turned out to be for. */
export type Verdict = 'fails' | 'degrades' | 'unneeded';

/** What was seen without a rule. */
export interface Removal {
  readonly pair: string;
  readonly user: string;
  readonly cluster: string;
  readonly rule: string;
  readonly verdict: Verdict;
  readonly missing: readonly string[];
  readonly denied: readonly string[];
}

/** What was seen of a pair with all of its rules. */
export interface Whole {
  readonly pair: string;
  /** How many things had to arrive, and which did not. */
  readonly expected: number;
  readonly missing: readonly string[];
  readonly denied: readonly string[];
}

/** What was seen of a version of Kafka. */
export interface VersionResult {
  readonly kafka: string;
  readonly release: string;
  readonly metadata: string;
  readonly wholes: readonly Whole[];
  readonly removals: readonly Removal[];
}

/** What a rule is for, from what is seen without it. */
export function removalOf(pair: string, { user, cluster, rule }: Owned, { missing, denials }: Outcome): Removal {
  const verdict = missing.length > 0 ? 'fails' : denials.length > 0 ? 'degrades' : 'unneeded';
  return { pair, user, cluster, rule: ruleText(rule), verdict, missing, denied: texts(denials) };
}

export function wholeOf(pair: string, expected: number, ...outcomes: readonly Outcome[]): Whole {
  const missing = outcomes.flatMap((outcome) => outcome.missing);
  return { pair, expected, missing, denied: texts(outcomes.flatMap(({ denials }) => denials)) };
}

/** A result with what has been seen since in place of what was seen of the same before. */
export function merged(former: VersionResult, { wholes, removals, ...version }: VersionResult): VersionResult {
  const isSame = (one: Removal, other: Removal): boolean =>
    one.pair === other.pair && one.user === other.user && one.rule === other.rule;
  return {
    ...version,
    wholes: [...former.wholes.filter(({ pair }) => !wholes.some((whole) => whole.pair === pair)), ...wholes],
    removals: [...former.removals.filter((one) => !removals.some((other) => isSame(one, other))), ...removals],
  };
}

/** What is wrong with a result, in lines. */
export function faultsIn({ wholes, removals }: VersionResult): string[] {
  return [
    ...wholes.flatMap(({ pair, missing, denied }) => [
      ...missing.map((what) => `${pair}: ${what} did not come`),
      ...denied.map((what) => `${pair}: the broker denied ${what}`),
    ]),
    ...removals
      .filter(({ verdict }) => verdict === 'unneeded')
      .map(({ pair, user, rule }) => `${pair}: nothing is missed without ${rule} of ${user}`),
  ];
}

function texts(denials: readonly Denial[]): string[] {
  return [...new Set(denials.map(denialText))].sort();
}
