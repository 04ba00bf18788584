import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../scripts/project';
import { FAULTS } from '../../src/check/faults';
import { RULES } from '../../src/rules/registry';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/findings.md'), 'utf8');

/** The first two cells of the rows of the page's tables, blanks folded. */
const cells = page.split('\n').flatMap((line) => {
  const [, id, what] = /^\| `([\w-]+)` +\| (.*?) +\|/.exec(line) ?? [];
  return id === undefined || what === undefined ? [] : [[id, what.trim()] as const];
});
const rows = new Map(cells);

const ALL = [
  ...RULES.map(({ id, summary }): [string, string] => [id, summary]),
  ...Object.entries(FAULTS).map(([id, { summary }]): [string, string] => [id, summary]),
];

const sources = filesBelow(join(root, 'src')).map(
  (file) => [file, readFileSync(join(root, 'src', file), 'utf8')] as const,
);

describe('the page of findings', () => {
  it.each(ALL)('tells what %s asks', (id, summary) => {
    expect(rows.get(id)).toBe(summary);
  });

  it('has every finding that there is once, and no other', () => {
    expect(cells.map(([id]) => id).sort()).toEqual(ALL.map(([id]) => id).sort());
  });

  it.each(Object.keys(FAULTS))('has no finding that nobody tells: %s', (id) => {
    const tellers = sources.filter(([file, text]) => !file.endsWith('check/faults.ts') && text.includes(`'${id}'`));
    expect(tellers).not.toEqual([]);
  });
});
