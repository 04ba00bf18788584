import { factsOf } from '../finding';
import { countsOf, placeText, type CheckReport, type LocatedFinding } from './located';

/** How the parts of a text are coloured; without it they are left as they are. */
export type Paint = (style: 'red' | 'yellow' | 'dim' | 'bold' | 'green', text: string) => string;

const PLAIN: Paint = (_, text) => text;
const INDENT = '    ';

/** A report for a reader at a terminal: each finding with its facts on lines of their own, then what else is to be said. */
export function textReport({ findings, notes, summary }: CheckReport, paint: Paint = PLAIN): string {
  const parts = findings.map((finding) => findingText(finding, paint));
  if (notes.length > 0) parts.push(notes.map((note) => visible(`note: ${note}`)).join('\n'));
  const { files, objects, otherObjects, waived, unreadable, leftOut } = summary;
  const { errors, warnings } = countsOf(findings);
  const style = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green';
  const verdict = paint(style, `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`);
  const others = otherObjects === 0 ? '' : `; ${counted(otherObjects, 'object')} of other APIs left alone`;
  const taken = waived === 0 ? '' : `; ${counted(waived, 'finding')} waived`;
  const missed = unreadable === 0 ? '' : `; ${counted(unreadable, 'file')} could not be read`;
  const rest = leftOut === 0 ? '' : `; ${leftOut} left out`;
  const all = `${counted(objects, 'object')} of ${counted(files, 'file')}`;
  parts.push(`${verdict} in ${all}${taken}${others}${rest}${missed}`);
  return `${parts.join('\n\n')}\n`;
}

function findingText(finding: LocatedFinding, paint: Paint): string {
  const { severity, rule, message } = finding;
  const word = paint(severity === 'error' ? 'red' : 'yellow', severity);
  const place = paint('bold', visible(placeText(finding)));
  const facts = factsOf(finding).map(
    ([label, text]) => `${INDENT}${paint('dim', `${label}:`.padEnd(9))}${visible(text)}`,
  );
  return [`${word} ${rule} at ${place}: ${visible(message)}`, ...facts].join('\n');
}

// eslint-disable-next-line no-control-regex -- these are what a terminal must not get from a file
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/** A text without what would move the cursor, change colours or turn the direction of writing. */
export function visible(text: string): string {
  return text.replace(CONTROLS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A number, and the noun in one form or the other. */
export function counted(count: number, noun: string): string {
  const number = String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${number} ${noun}${count === 1 ? '' : 's'}`;
}
