import { faultsIn, merged, removalOf, wholeOf, type VersionResult } from '../../scripts/kafka/results';
import { withTables } from '../../scripts/kafka/tables';
import { byNumbers, minors } from '../../scripts/kafka/versions';

const RULE = {
  cluster: 'us',
  user: 'mirror',
  rule: {
    principal: 'User:CN=mirror',
    permission: 'ALLOW',
    operation: 'WRITE',
    type: 'TOPIC',
    pattern: 'LITERAL',
    name: 'orders',
    host: '*',
  },
} as const;
const DENIED = [{ principal: 'User:CN=mirror', operation: 'write', resource: 'Topic:LITERAL:orders' }];
const SEEN = { told: [], seconds: 1 };
const PAGE = [
  'before',
  '<!-- results: npm run test:kafka -- --write-table -->',
  'old',
  '<!-- end of results -->',
  'after',
].join('\n');

test('a rule without which nothing is missed or denied is one too many', () => {
  const removals = [
    removalOf('default', RULE, { ...SEEN, missing: ['records'], denials: [] }),
    removalOf('default', RULE, { ...SEEN, missing: [], denials: DENIED }),
    removalOf('default', RULE, { ...SEEN, missing: [], denials: [] }),
  ];
  expect(removals.map(({ verdict }) => verdict)).toEqual(['fails', 'degrades', 'unneeded']);
  expect(faultsIn(result({ removals }))).toEqual([
    'default: nothing is missed without Write on topic orders of mirror',
  ]);
});

test('what does not come and what is denied with all rules are faults', () => {
  const wholes = [
    wholeOf(
      'default',
      9,
      { ...SEEN, missing: ['records'], denials: DENIED },
      { ...SEEN, missing: [], denials: DENIED },
    ),
  ];
  expect(faultsIn(result({ wholes }))).toEqual([
    'default: records did not come',
    'default: the broker denied Write on topic orders',
  ]);
});

test('what is seen anew takes the place of what was seen of the same way and rule, and of nothing else', () => {
  const seen = { ...SEEN, missing: [], denials: DENIED };
  const [former, later] = [
    removalOf('default', RULE, seen),
    removalOf('default', RULE, { ...seen, missing: ['records'] }),
  ];
  const other = removalOf('aliases', RULE, seen);
  const whole = wholeOf('default', 9, seen);
  expect(merged(result({ wholes: [whole], removals: [former, other] }), result({ removals: [later] }))).toEqual(
    result({ wholes: [whole], removals: [other, later] }),
  );
});

test('tables stand in their place on the page, and versions that show the same share a line', () => {
  const fails = removalOf('default', RULE, { ...SEEN, missing: ['records'], denials: DENIED });
  const degrades = removalOf('default', RULE, { ...SEEN, missing: [], denials: DENIED });
  const wholes = [wholeOf('default', 9, { ...SEEN, missing: [], denials: [] })];
  const page = withTables(PAGE, [
    result({ kafka: '4.3.1', wholes, removals: [fails] }),
    result({ kafka: '3.9.2', wholes, removals: [degrades] }),
    result({ kafka: '3.8.1', wholes, removals: [degrades] }),
    result({ kafka: '3.7.1', wholes }),
  ]);
  expect(page.startsWith('before\n<!-- results')).toBe(true);
  expect(page.endsWith('<!-- end of results -->\nafter')).toBe(true);
  expect(page).not.toContain('old');
  expect(page).toContain('all 9 things come, nothing denied');
  expect(page).toContain('Tried without each rule: 4.3.1, 3.9.2, 3.8.1.');
  expect(page).toContain(
    '4.3.1: missing: records; denied: Write on topic orders<br>3.9.2, 3.8.1: degrades: all comes, denied: Write on topic orders',
  );
});

test('a page without a place for tables is refused', () => {
  expect(() => withTables('no place', [])).toThrow('no place for results');
});

test('each minor of Kafka that a release runs is there once, the newest first, with its newest patch first', () => {
  const found = minors();
  const names = found.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort(byNumbers));
  expect(names.at(-1)).toBe('2.4');
  expect(found.find(({ name }) => name === '3.9')?.patches.map(({ kafka }) => kafka)).toEqual([
    '3.9.2',
    '3.9.1',
    '3.9.0',
  ]);
});

test('versions are compared by their numbers', () => {
  expect(['3.9.0', '3.10.0', '4.0.0', '3.9.0.1'].sort(byNumbers)).toEqual(['4.0.0', '3.10.0', '3.9.0.1', '3.9.0']);
});

function result(changes: Partial<VersionResult>): VersionResult {
  return { kafka: '4.3.1', release: 'Strimzi 1.2.0', metadata: 'kraft', wholes: [], removals: [], ...changes };
}
