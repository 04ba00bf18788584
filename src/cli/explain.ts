import type { ToldRule } from '../check/formats/sarif';
import { nearestNames } from '../text/nearest';
import type { Effect } from '../rules/rule';
import type { Arguments } from './arguments';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { allRules } from './rules';

/** Tells what a rule asks, or lists all rules. */
export function explain({ positionals }: Arguments, io: Io): Promise<ExitCode> {
  const [id, ...others] = positionals;
  if (others.length > 0) throw new UsageError('explain takes one rule');
  io.stdout.write(id === undefined ? listText(allRules()) : ruleText(ruleOf(id)));
  return Promise.resolve(EXIT.fine);
}

function ruleOf(id: string): ToldRule {
  const known = allRules();
  const rule = known.find((each) => each.id === id);
  if (rule) return rule;
  const [nearest] = nearestNames(
    id,
    known.map((each) => each.id),
  );
  const instead = nearest === undefined ? "; 'explain' alone lists all" : `; did you mean ${nearest}?`;
  throw new UsageError(`there is no rule ${id}${instead}`);
}

function listText(rules: readonly ToldRule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}\n`).join('');
}

function ruleText({ id, summary, effect, remedy, source }: ToldRule): string {
  const facts: [string, string | undefined][] = [
    ['effect', EFFECTS[effect]],
    ['do', remedy],
    ['source', source],
  ];
  const lines = facts.flatMap(([label, text]) => (text === undefined ? [] : `    ${`${label}:`.padEnd(9)}${text}\n`));
  return `${id}: ${summary}\n${lines.join('')}`;
}

const EFFECTS: Readonly<Record<Effect, string>> = {
  refused: 'refused: an API server or an operator does not take it (an error)',
  fails: 'fails: it is taken and does not work (an error)',
  forbidden: 'forbidden: it works, and a policy of the organisation does not allow it (an error)',
  ignored: 'ignored: it is taken and has no effect (a warning)',
  overridden: 'overridden: something else wins (a warning)',
  warned: 'warned: the operator does as it is told, and complains (a warning)',
  unlooked: 'unlooked: nobody looks, and it may work (a warning)',
};
