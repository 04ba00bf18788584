import { counted, visible, type Paint } from '../../check/formats/text';
import type { Change, ChangeEffect } from '../../reports/change';
import { CHANGE_CLASSES, type ChangeClass } from '../../reports/change-class';
import { becomesText, classText, nameText, unaffectedOf, valuesText, type DiffReport } from './told';

const PLAIN: Paint = (_, text) => text;
const INDENT = '    ';

/** A comparison for a reader at a terminal: objects with what comes of each, then what has no effect, in figures. */
export function diffText(report: DiffReport, paint: Paint = PLAIN): string {
  const told = report.changes.filter((change) => change.class !== 'no-effect');
  const parts = [
    ...told.map((change) => changeText(change, paint)),
    ...noEffectText(report),
    ...listText(
      'not known here',
      report.unjudged.map((object) => `${nameText(object)} is ${object.what} (${object.path})`),
    ),
    ...listText(
      'cannot be read',
      [...report.problems, ...report.unread].map(({ path, message }) => `${path}: ${message}`),
    ),
    ...(report.notes.length > 0 ? [report.notes.map((note) => visible(`note: ${note}`)).join('\n')] : []),
    verdict(report, paint),
  ];
  return `${parts.join('\n\n')}\n`;
}

const STYLES: Readonly<Record<ChangeClass, Parameters<Paint>[0]>> = {
  'no-effect': 'green',
  safe: 'green',
  'restarts-pods': 'yellow',
  'restarts-mirror': 'yellow',
  'narrows-access': 'yellow',
  'widens-access': 'red',
  'manual-step': 'yellow',
  'may-lose-data': 'red',
  'destroys-data': 'red',
};

function changeText(change: Change, paint: Paint): string {
  const head = paint('bold', visible(`${nameText(change)} is ${change.what}`));
  const becomes = becomesText(change);
  return [
    `${head} (${visible(change.path)})`,
    ...(becomes === undefined ? [] : [`${INDENT}${visible(becomes)}`]),
    ...change.effects.flatMap((effect) => effectLines(effect, paint)),
  ].join('\n');
}

function effectLines(effect: ChangeEffect, paint: Paint): readonly string[] {
  const { field, message, remedy } = effect;
  const values = valuesText(effect);
  const facts: [string, string | undefined][] = [
    ['field', field === undefined ? undefined : values === undefined ? field : `${field}: ${values}`],
    ['do', remedy],
  ];
  return [
    `${INDENT}${paint(STYLES[effect.class], classText(effect.class))}: ${visible(message)}`,
    ...facts.flatMap(([label, text]) =>
      text === undefined ? [] : [`${INDENT}${INDENT}${paint('dim', `${label}:`.padEnd(7))}${visible(text)}`],
    ),
  ];
}

function noEffectText({ changes }: DiffReport): readonly string[] {
  const kinds = unaffectedOf(changes);
  if (kinds.size === 0) return [];
  const counts = [...kinds].map(([kind, count]) => counted(count, kind)).join(', ');
  return [visible(`without effect: ${counts}`)];
}

/** At most so many lines of what is only named. */
const LONGEST = 20;

function listText(head: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length > LONGEST ? [`${INDENT}and ${lines.length - LONGEST} more`] : [];
  return [[`${head}:`, ...lines.slice(0, LONGEST).map((line) => `${INDENT}${visible(line)}`), ...more].join('\n')];
}

function verdict({ changes, summary }: DiffReport, paint: Paint): string {
  const { worst, objects } = summary;
  if (worst === undefined) return paint('green', 'nothing changes that is known here');
  const counts = [...CHANGE_CLASSES].reverse().flatMap((each) => {
    const count = objects[each];
    return count === undefined ? [] : [`${counted(count, 'object')}: ${classText(each)}`];
  });
  return `${paint(STYLES[worst], `${classText(worst)} at worst`)}; ${counted(changes.length, 'object')} changed (${counts.join(', ')})`;
}
