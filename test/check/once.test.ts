import { finding, type Finding } from '../../src/check/finding';
import { eachOnce } from '../../src/check/once';
import type { Told } from '../../src/check/told';

const fault = (effect: Finding['effect'], field?: string): Finding =>
  finding({ rule: 'legal-name', effect, path: 'x', message: effect, ...(field !== undefined && { field }) });
const told = (by: Told<undefined>['by'], found: Finding): Told<undefined> => ({ finding: found, by, site: undefined });

it('keeps what is told of objects of one path at two sites', () => {
  const all: Told<string>[] = [
    { finding: fault('fails', 'a'), by: 'rule', site: 'one' },
    { finding: fault('fails', 'a'), by: 'schema', site: 'two' },
  ];
  expect(eachOnce(all)).toEqual(all);
});

describe('one cause', () => {
  it('is told by whoever explains most, whoever came first', () => {
    const all = [
      told('schema', fault('refused', 'a')),
      told('rule', fault('fails', 'a')),
      told('loss', fault('refused', 'a')),
    ];
    expect(eachOnce(all)).toEqual([all[1]]);
  });

  it('may be two to the same teller', () => {
    const all = [told('rule', fault('fails', 'a')), told('rule', fault('refused', 'a'))];
    expect(eachOnce(all)).toEqual(all);
  });

  it('is not made a warning by one who explains more', () => {
    const all = [told('construct', fault('unlooked', 'a')), told('schema', fault('refused', 'a'))];
    expect(eachOnce(all)).toEqual(all);
    const doubled = [...all, told('rule', fault('ignored', 'a'))];
    expect(eachOnce(doubled)).toEqual(all);
  });

  const unknown = { ...told('schema', fault('refused', 'a')), code: 'unknown-field' as const };

  it.each(['ignored', 'overridden', 'warned'] as const)(
    'is not %s by an operator if its API has no such field',
    (effect) => {
      const other = told('rule', fault(effect, 'b'));
      expect(eachOnce([told('rule', fault(effect, 'a')), unknown, other])).toEqual([unknown, other]);
      const known = [told('rule', fault(effect, 'a')), told('schema', fault('refused', 'a'))];
      expect(eachOnce(known)).toEqual(known);
    },
  );

  it('may be that nobody looks at a field which its API does not have', () => {
    const all = [told('rule', fault('unlooked', 'a')), unknown];
    expect(eachOnce(all)).toEqual(all);
  });

  it('is another of another field, and of the object as a whole', () => {
    const all = [
      told('rule', fault('fails', 'a')),
      told('schema', fault('refused', 'b')),
      told('schema', fault('refused')),
    ];
    expect(eachOnce(all)).toEqual(all);
  });
});

describe('what an object lacks', () => {
  const at = (path: string, { finding: found, ...others }: Told<undefined>): Told<undefined> => ({
    ...others,
    finding: { ...found, path },
  });
  const gap = { ...told('schema', fault('refused', 'a')), code: 'required' as const };

  it('is not told where its construct could not find it out; all else that is wrong with it is', () => {
    const blamed = told('construct', fault('fails', 'b'));
    const other = told('schema', fault('refused', 'c'));
    expect(eachOnce([gap, blamed, other])).toEqual([blamed, other]);
  });

  it.each([
    ['another object could not find something out', at('y', told('construct', fault('fails', 'b')))],
    ['its construct only warns', told('construct', fault('unlooked', 'b'))],
    ['a rule refuses it', told('rule', fault('fails', 'b'))],
  ])('is told where %s', (_, other) => {
    expect(eachOnce([gap, other])).toEqual([gap, other]);
  });
});

it('what is said of no site is apart from what is said of a site', () => {
  const all: Told<string>[] = [
    { finding: fault('fails', 'a'), by: 'rule', site: undefined },
    { finding: fault('fails', 'a'), by: 'schema', site: 'one' },
    { finding: fault('fails', 'a'), by: 'schema', site: undefined },
  ];
  expect(eachOnce(all)).toEqual(all.slice(0, 2));
});
