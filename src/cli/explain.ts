import { nearestNames } from '../schema/nearest';
import type { Arguments } from './arguments';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { allRules } from './rules';

/** Tells what a rule asks, or lists all rules. */
export function explain({ positionals }: Arguments, io: Io): Promise<ExitCode> {
  const known = allRules();
  const [id, ...others] = positionals;
  if (others.length > 0) throw new UsageError('explain takes one rule');
  if (id === undefined) {
    const width = Math.max(...known.map((rule) => rule.id.length));
    io.stdout.write(known.map((rule) => `${rule.id.padEnd(width)}  ${rule.summary}\n`).join(''));
    return Promise.resolve(EXIT.fine);
  }
  const rule = known.find((each) => each.id === id);
  if (!rule) {
    const [nearest] = nearestNames(
      id,
      known.map((each) => each.id),
    );
    throw new UsageError(`there is no rule ${id}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`);
  }
  io.stdout.write(`${rule.id}: ${rule.summary}\n`);
  return Promise.resolve(EXIT.fine);
}
