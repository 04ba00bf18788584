import { counted, visible } from '../../check/formats/text';
import type { Change, ChangeEffect } from '../../reports/change';
import { escaped } from '../markdown';
import { becomesText, classText, nameText, unaffectedOf, valuesText, type DiffReport } from './told';

/** A comment on a pull request holds 65,536 characters. */
const LONGEST = 60_000;

/** A comparison as a comment on a pull request. */
export function diffMarkdown(report: DiffReport): string {
  const { worst } = report.summary;
  const head = `### What this change does to Kafka: ${worst === undefined ? 'nothing' : classText(worst)}\n`;
  const rows = report.changes.flatMap((change) =>
    change.class === 'no-effect' ? [] : change.effects.map((effect, index) => row(change, effect, index === 0)),
  );
  const foot = footOf(report);
  const table = rows.length === 0 ? '' : `\n${tableOf(rows, LONGEST - head.length - foot.length)}\n`;
  return `${head}${table}${foot}`;
}

const TABLE_HEAD = '| object | class | what comes of it |\n| --- | --- | --- |';

function tableOf(rows: readonly string[], room: number): string {
  let length = TABLE_HEAD.length;
  const shown = rows.filter((each) => (length += each.length + 1) <= room);
  const more = rows.length - shown.length;
  const end = more === 0 ? '' : `\n| … | | ${counted(more, 'more row')}: run \`cdk8s-strimzi diff\` to see all |`;
  return `${[TABLE_HEAD, ...shown].join('\n')}${end}`;
}

function row(change: Change, effect: ChangeEffect, isFirst: boolean): string {
  const { field, message, remedy } = effect;
  const values = valuesText(effect);
  const becomes = isFirst ? becomesText(change) : undefined;
  const parts = [
    escaped(message),
    ...(field === undefined ? [] : [`${code(field)}${values === undefined ? '' : `: ${escaped(values)}`}`]),
    ...(remedy === undefined ? [] : [`**Do:** ${escaped(remedy)}`]),
    ...(becomes === undefined ? [] : [escaped(becomes)]),
  ];
  const object = isFirst ? `${escaped(nameText(change))} is ${change.what}` : '';
  return `| ${object} | **${classText(effect.class)}** | ${parts.join('<br>')} |`;
}

function footOf(report: DiffReport): string {
  const unaffected = [...unaffectedOf(report.changes)].map(([kind, count]) => counted(count, kind)).join(', ');
  const unread = [...report.problems, ...report.unread].map(({ path, message }) => `${path}: ${message}`);
  return [
    ...(unaffected === '' ? [] : [`Without effect: ${escaped(unaffected)}.`]),
    ...listed(
      'What comes of these is not known here',
      report.unjudged.map((object) => `${nameText(object)} is ${object.what}`),
    ),
    ...listed('These cannot be read, so what changed about them is not known', unread),
    ...listed('Left out', report.notes),
  ]
    .map((part) => `\n${part}\n`)
    .join('');
}

function listed(head: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, 20).map((line) => `- ${escaped(line)}`);
  const more = lines.length > 20 ? [`- and ${lines.length - 20} more`] : [];
  return [[`${head}:`, '', ...shown, ...more].join('\n')];
}

function code(text: string): string {
  const plain = visible(text).replaceAll('|', '\\|');
  return plain.includes('`') ? escaped(text) : `\`${plain}\``;
}
