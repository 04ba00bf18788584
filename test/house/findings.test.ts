import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_RULES } from '../../src/cli/rules';
import { RULES } from '../../src/rules/registry';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/findings.md'), 'utf8');

/** The first two cells of the rows of the page's tables, blanks folded. */
const rows = new Map(
  page.split('\n').flatMap((line) => {
    const [, id, what] = /^\| `([\w-]+)` +\| (.*?) +\|/.exec(line) ?? [];
    return id === undefined || what === undefined ? [] : [[id, what.trim()] as const];
  }),
);

/** Ids of findings that code outside the rules room tells. */
function idsInSource(): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const texts = files.map((file) => readFileSync(join(root, 'src', file), 'utf8'));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\brule: '([\w-]+)'/g)].map(([, id = '']) => id)))];
}

describe('the page of findings', () => {
  it.each([...RULES, ...Object.values(FILE_RULES)].map(({ id, summary }) => [id, summary]))(
    'tells what %s asks',
    (id, summary) => {
      expect(rows.get(id)).toBe(summary);
    },
  );

  it('has every finding that there is, and no other', () => {
    expect([...rows.keys()].sort()).toEqual(
      [...[...RULES, ...Object.values(FILE_RULES)].map(({ id }) => id), ...idsInSource()].sort(),
    );
  });
});
