import { typeFault } from '../../src/props/prop-faults';

it.each([
  [{ literals: ['tls'] }, 'tsl', 'prop-value'],
  [{ literals: ['tls', 'none'] }, 'tsl', 'prop-value'],
  [{ literals: ['tls'] }, 5, 'prop-type'],
  [{ union: [{ literals: ['tls'] }, 'function'] }, 'tsl', 'prop-value'],
  [{ union: [{ literals: ['tls'] }, 'function'] }, 5, 'prop-type'],
  [{ least: 1 }, 0, 'prop-value'],
  [{ least: 1 }, '1', 'prop-type'],
] as const)('what has to be as %j and is %j breaks the rule of the right name', (shape, value, rule) => {
  expect(typeFault(shape as Parameters<typeof typeFault>[0], ['listener', 'type'], value).rule).toBe(rule);
});

it('the nearest word is told of a choice in whose place something else may stand, too', () => {
  const shape = { union: [{ literals: ['spring-boot', 'quarkus'] }, 'function'] } as const;
  expect(typeFault(shape, ['contract'], 'springBoot')).toMatchObject({
    message: 'contract has no such value.',
    remedy: 'Write "spring-boot".',
  });
});

it.each([
  ['text', 'orders', 'Put it into a list, between [ and ].'],
  ['text', 5, 'Give a list, each item a text.'],
  [{ instance: 'Listener' }, {}, /^Give a list, each item Listener\.plain\(\.\.\.\), /],
] as const)('what lacks its list is told so: of %j, %j', (item, value, remedy) => {
  const { remedy: told } = typeFault({ list: item }, ['topics'], value);
  expect(told).toEqual(typeof remedy === 'string' ? remedy : expect.stringMatching(remedy));
});
