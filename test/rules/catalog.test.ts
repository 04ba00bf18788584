import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/rules/registry';
import { REASONS, UNTOLD } from './untold';

const CATALOG = join(__dirname, '../../../shared/facts/strimzi-rules.json');
const inTest = existsSync(CATALOG) ? it : it.skip;
const orSkipped = existsSync(CATALOG) ? '' : ' (skipped: there is no ../shared/facts)';

const told = RULES.flatMap(({ catalog = [] }) => catalog);
const untold = Object.values(UNTOLD).flatMap((entries) => Object.keys(entries));

function entries(): string[] {
  return (JSON.parse(readFileSync(CATALOG, 'utf8')) as readonly { readonly id: string }[]).map(({ id }) => id);
}

describe('the catalogue of what operators check', () => {
  inTest(`has no entry that neither a rule stands for nor a reason${orSkipped}`, () => {
    const known = new Set([...told, ...untold]);
    expect(entries().filter((id) => !known.has(id))).toEqual([]);
  });

  inTest(`has the entries that rules and reasons name${orSkipped}`, () => {
    const all = new Set(entries());
    expect([...told, ...untold].filter((id) => !all.has(id))).toEqual([]);
  });

  it('has no entry twice, with a rule and with a reason or with two reasons', () => {
    const both = [...told, ...untold];
    expect(both.filter((id, at) => both.indexOf(id) !== at)).toEqual([]);
  });

  it.each(Object.keys(REASONS) as (keyof typeof REASONS)[])(
    'says what each entry is about that is no rule: %s',
    (reason) => {
      const abouts = Object.values(UNTOLD[reason]);
      expect(abouts.length).toBeGreaterThan(0);
      expect(abouts.filter((about) => about.length < 5)).toEqual([]);
    },
  );
});
