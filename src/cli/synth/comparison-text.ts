import { readFileSync } from 'node:fs';
import { structuredPatch } from 'diff';
import { counted, type Paint } from '../../check/formats/text';
import type { Comparison, Difference } from './comparison';
import { toldPath } from './told-path';
import { withoutSecrets } from './secrets';

/** The most lines of a file's differences, and the most files, that are shown. */
const LINES = 60;
const FILES = 20;
/** Texts that differ in more lines are not laid side by side: it would take long, and nobody reads it. */
const EDITS = 2_000;

const PLAIN: Paint = (_, text) => text;

const WHY: Readonly<Record<Difference['what'], string>> = {
  changed: 'is not what the program gives',
  missing: 'is missing',
  edited: 'was changed by somebody since it was written: it stays unless --overwrite-edited is given',
  stale: 'is no longer described',
  'stale and edited': 'is no longer described, and was changed by somebody: it stays until somebody removes it',
  unknown: 'is not given by the program',
};

/** Tells an output folder beside what the program gives. */
export function comparisonText(comparison: Comparison, cwd: string, paint = PLAIN): string {
  const { differences, others, interrupted, files } = comparison;
  const blocks = differences.slice(0, FILES).map((difference) => differenceText(difference, cwd, paint));
  const more = differences.length - FILES;
  return [
    ...blocks,
    ...(more > 0 ? [`and ${counted(more, 'more file')}\n`] : []),
    ...interrupted.map(
      (folder) => `note: a run was killed while it wrote ${toldPath(folder, cwd)}; the next one finishes it\n`,
    ),
    ...(others.length > 0 ? [othersText(others, cwd)] : []),
    summary(differences.length, files),
  ].join('');
}

function summary(differences: number, files: number): string {
  if (differences === 0) return `${counted(files, 'file')}, all of them what the program gives\n`;
  return `\n${counted(differences, 'file')} to be written, removed or looked at; the program gives ${counted(files, 'file')}\n`;
}

function othersText(others: readonly string[], cwd: string): string {
  const more = others.length > FILES ? ` and ${counted(others.length - FILES, 'more')}` : '';
  const names = others.slice(0, FILES).map((file) => toldPath(file, cwd));
  return `note: not of the program, and never touched: ${names.join(', ')}${more}\n`;
}

function differenceText(difference: Difference, cwd: string, paint: Paint): string {
  return `${paint('bold', toldPath(difference.file, cwd))} ${WHY[difference.what]}\n${linesText(difference, paint)}`;
}

function linesText({ file, what, given }: Difference, paint: Paint): string {
  if (given === undefined || what === 'missing') return '';
  const was = withoutSecrets(readFileSync(file, 'utf8'));
  const is = withoutSecrets(readFileSync(given, 'utf8'));
  if (was === is) return '  only values of a Secret differ, which are not shown\n';
  const patch = structuredPatch('', '', was, is, undefined, undefined, { context: 3, maxEditLength: EDITS });
  if (!patch) return `  more than ${counted(EDITS, 'line')} differ\n`;
  const lines = patch.hunks.flatMap(({ oldStart, newStart, lines: of }) => [`@@ -${oldStart} +${newStart} @@`, ...of]);
  const more = lines.length - LINES;
  return [
    ...lines.slice(0, LINES).map((line) => `  ${painted(line, paint)}\n`),
    ...(more > 0 ? [`  and ${counted(more, 'more line')}\n`] : []),
  ].join('');
}

function painted(line: string, paint: Paint): string {
  if (line.startsWith('-')) return paint('red', line);
  return line.startsWith('+') ? paint('green', line) : line;
}
