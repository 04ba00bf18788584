import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NOUNS, type Noun } from '../../src/model/nouns';
import { kindRules, objectRules, RULES } from '../../src/rules/registry';
import { ANY_KIND } from '../../src/rules/rule';

const SUPPORT = [
  'access-listener.ts',
  'policies.ts',
  'api-users.ts',
  'brokers-text.ts',
  'deprecations.ts',
  'client-settings',
  'find-field.ts',
  'goals.ts',
  'judged-settings.ts',
  'kafka-settings',
  'kept-keys.ts',
  'kinds.ts',
  'known-settings.ts',
  'listener-fields.ts',
  'load.ts',
  'made-names.ts',
  'managed-topics.ts',
  'odds.ts',
  'of-cluster.ts',
  'operator-settings.ts',
  'operator-volumes.ts',
  'places-of-kinds.ts',
  'places.ts',
  'principal-names.ts',
  'program-ends.ts',
  'registry.ts',
  'rings.ts',
  'rows.ts',
  'rule.ts',
  'setting-texts.ts',
  'setting-values.ts',
  'source-settings.ts',
  'storages.ts',
];
const folder = join(__dirname, '../../src/rules');

describe('every rule', () => {
  it('is in the registry, once', () => {
    const files = readdirSync(folder).filter((file) => !SUPPORT.includes(file));
    expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s says what it asks, why, and what to do', (id, rule) => {
    for (const text of [rule.summary, rule.remedy, rule.source]) expect(text).toMatch(/^[A-Z].{20,}\.$/);
    expect(existsSync(join(__dirname, `${id}.test.ts`))).toBe(true);
  });

  it('is asked about an object in the order of the registry', () => {
    const nouns = Object.keys(NOUNS) as Noun[];
    for (const noun of nouns) {
      const ofNoun = RULES.filter((rule) => 'nouns' in rule && rule.nouns.includes(noun));
      expect(objectRules(noun)).toEqual(ofNoun);
    }
    expect(nouns.flatMap(objectRules)).not.toEqual([]);
    const kinds = new Set(RULES.flatMap((rule) => ('kinds' in rule ? rule.kinds : [])));
    expect(kinds.size).toBeGreaterThan(1);
    for (const kind of kinds) {
      const of = (asked: string) => RULES.filter((rule) => 'kinds' in rule && rule.kinds.includes(asked));
      if (kind !== ANY_KIND) expect(kindRules(kind)).toEqual([...of(ANY_KIND), ...of(kind)]);
    }
  });

  it('stands for rules of the catalogue that no other rule stands for', () => {
    const entries = RULES.flatMap(({ catalog = [] }) => catalog);
    expect(entries.filter((entry) => !/^[A-Z][A-Z0-9]*-\d{3}$/.test(entry))).toEqual([]);
    expect(new Set(entries).size).toBe(entries.length);
  });
});
