import type { Acl, Operation } from '../../src/model/acl';
import { Rights } from '../../src/model/rights';

const acl = (name: string, operation: Operation, patternType: 'literal' | 'prefix' = 'literal'): Acl => ({
  resource: { type: 'topic', name, patternType },
  operations: [operation],
});

/** Whether one rule covers what another one says. */
function covers(rule: Acl, of: Acl, type: 'allow' | 'deny' = 'allow'): boolean {
  const { resource, operations, host = '*' } = of;
  return new Rights([{ ...rule, type }], type).cover({ operation: operations[0]!, resource, host });
}

test.each(['Read', 'Write', 'Delete', 'Alter', 'All'] as const)(
  '%s brings Describe where it is allowed',
  (operation) => {
    expect(covers(acl('a', operation), acl('a', 'Describe'))).toBe(true);
    expect(covers(acl('a', operation), acl('a', 'Describe'), 'deny')).toBe(operation === 'All');
    expect(covers(acl('a', 'Describe'), acl('a', operation))).toBe(false);
  },
);

test('AlterConfigs brings DescribeConfigs, and Create brings nothing', () => {
  expect(covers(acl('a', 'AlterConfigs'), acl('a', 'DescribeConfigs'))).toBe(true);
  expect(covers(acl('a', 'Create'), acl('a', 'Describe'))).toBe(false);
});

test.each([
  [acl('ab', 'Read', 'prefix'), acl('abc', 'Read'), true],
  [acl('ab', 'Read', 'prefix'), acl('ab', 'Read', 'prefix'), true],
  [acl('ab', 'Read', 'prefix'), acl('a', 'Read', 'prefix'), false],
  [acl('ab', 'Read'), acl('ab', 'Read', 'prefix'), false],
  [acl('*', 'Read'), acl('a', 'Read', 'prefix'), true],
  [acl('', 'Read', 'prefix'), acl('*', 'Read'), true],
  [acl('*', 'Read', 'prefix'), acl('*', 'Read'), false],
  [{ ...acl('a', 'Read'), host: '10.0.0.1' }, acl('a', 'Read'), false],
  [acl('a', 'Read'), { ...acl('a', 'Read'), host: '10.0.0.1' }, true],
])('names and hosts cover those that are among them: %j and %j', (rule, of, expected) => {
  expect(covers(rule, of)).toBe(expected);
});
