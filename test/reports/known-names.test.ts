import fc from 'fast-check';
import { KnownNames } from '../../src/reports/known-names';

const topic = (name: string, patternType: 'literal' | 'prefix' = 'literal') =>
  ({ type: 'topic', name, patternType }) as const;
const named = (known: KnownNames, resource: ReturnType<typeof topic>): readonly string[] =>
  known.within(resource).map((each) => (each.type === 'cluster' ? '' : each.name));

it('known names are found by what they begin with, and all of them by an asterisk', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(name), fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }), (names, prefix) => {
      const known = new KnownNames();
      for (const each of names) known.add(topic(each));
      const all = [...new Set(names)].sort();
      expect(named(known, topic(prefix, 'prefix'))).toEqual(all.filter((each) => each.startsWith(prefix)));
      expect(named(known, topic('*'))).toEqual(all);
    }),
  );
});

it('what stands for many has no name, and a name stands for no others', () => {
  const known = new KnownNames();
  for (const each of [topic('*'), topic('a', 'prefix'), topic('ab')]) known.add(each);
  known.add({ type: 'cluster' });
  known.add({ type: 'group', name: 'ac' });
  expect(named(known, topic('', 'prefix'))).toEqual(['ab']);
  expect(named(known, topic('ab'))).toEqual([]);
  expect(known.within({ type: 'cluster' })).toEqual([]);
});
