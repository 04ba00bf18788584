import type { Call, RoleChange, Runbook, RunbookStep } from '../reports/runbook-types';
import { shellWord } from '../text/shell-word';
import { escaped } from './markdown';

/** A runbook as a checklist: what to do, what to see, and what to do where the active cluster does not answer. */
export function runbookMarkdown({ changes }: Runbook): string {
  if (changes.length === 0) {
    return 'No roles change hands: no mirror that keeps names turns round, and no client moves to the copy.\n';
  }
  return changes.map(changeText).join('\n');
}

function changeText({ from, to, steps }: RoleChange): string {
  const head = `# From ${escaped(from)} to ${escaped(to)}\n`;
  return [head, ...steps.map((step, index) => stepText(step, index + 1, from))].join('\n');
}

function stepText(
  { title, notes, calls, check, looks, unreachable }: RunbookStep,
  number: number,
  from: string,
): string {
  return [
    `## ${number}. ${escaped(title)}\n`,
    ...notes.map((note) => `${escaped(note)}\n`),
    ...callsText(calls),
    `- [ ] ${escaped(check)}\n`,
    ...callsText(looks),
    ...(unreachable === undefined ? [] : [`Where ${escaped(from)} does not answer: ${escaped(unreachable)}\n`]),
  ].join('\n');
}

function callsText(calls: readonly Call[]): readonly string[] {
  if (calls.length === 0) return [];
  return [['```sh', ...calls.map((call) => call.map(shellWord).join(' ')), '```', ''].join('\n')];
}
