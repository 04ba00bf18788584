import type { FieldPath } from '../../model/field';
import type { Config } from '../../model/resource';
import type { ChangeEffect } from '../change';
import { changedSettings, type ChangedSetting } from '../effects';

type Outcome = Pick<ChangeEffect, 'class' | 'message' | 'remedy'>;

/**
 * What other settings of producers, workers and connectors do to the records that they handle, besides that their program
 * restarts. Absent: nothing.
 */
export function recordsEffect({ name, before, after }: ChangedSetting): Outcome | undefined {
  if (ACKS.test(name)) return certainty(after) < certainty(before) ? LESS_CERTAIN : undefined;
  if (name === 'errors.tolerance') return isAll(after) && !isAll(before) ? SKIPS : undefined;
  return CONVERTER.test(name) ? OTHER_FORMAT : undefined;
}

/** What comes of other settings of a program that restarts with them. */
export function settingsEffects(
  was: Config | undefined,
  is: Config | undefined,
  at: FieldPath,
  restart: Outcome,
): ChangeEffect[] {
  return changedSettings(was, is, at).flatMap((setting) => {
    const { name: _, ...field } = setting;
    const own = recordsEffect(setting);
    return [...(own ? [{ ...field, ...own }] : []), { ...field, ...restart }];
  });
}

const ACKS = /^(producer\.(override\.)?)?acks$/;
const CONVERTER = /^(key|value|header)\.converter(\.|$)/;

const LESS_CERTAIN: Outcome = {
  class: 'may-lose-data',
  message: 'Records count as written with fewer copies, or none: if a broker fails, they are lost.',
};
const SKIPS: Outcome = {
  class: 'may-lose-data',
  message: 'Records that cannot be handled are left out from then on, and the connector goes on.',
  remedy: 'Have them kept in a dead letter queue, or in a log.',
};
const OTHER_FORMAT: Outcome = {
  class: 'manual-step',
  message: 'Records are written, or read, in another format.',
  remedy: 'See that whoever else handles them understands it.',
};

/** How many replicas have a record before it counts as written: none, the leader, or all in sync, as Kafka has it. */
function certainty(acks: unknown = 'all'): number {
  const number = Number(acks);
  return number === 0 || number === 1 ? number : 2;
}

function isAll(tolerance: unknown): boolean {
  return String(tolerance) === 'all';
}
