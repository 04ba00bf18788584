import { finding, FindingsError, formatFindings, type Finding } from '../../src/check/finding';

const told = (facts: Partial<Finding> = {}): Finding =>
  finding({ rule: 'legal-name', effect: 'refused', path: 'shop/orders', message: 'No.', ...facts });

/** What stands behind `given:` for a value. */
const givenText = (given: unknown) => /given: +(.*)/.exec(formatFindings([told({ given })]))?.[1];

describe('the severity of a finding', () => {
  it.each([
    ['refused', 'error'],
    ['fails', 'error'],
    ['ignored', 'warning'],
    ['overridden', 'warning'],
    ['warned', 'warning'],
    ['unlooked', 'warning'],
  ] as const)('of the effect %s is %s', (effect, severity) => {
    expect(told({ effect }).severity).toBe(severity);
  });
});

test('what a field of the name of a secret has is never told', () => {
  expect(told({ field: 'spec.config["ssl.key.password"]', given: 'hush' })).not.toHaveProperty('given');
  expect(told({ field: 'spec.config["ssl.key.passwords"]', given: 'a' })).toHaveProperty('given', 'a');
});

describe('a list of findings', () => {
  it('has the errors first, and keeps the order of each severity', () => {
    const findings = (['ignored', 'refused', 'unlooked', 'fails'] as const).map((effect, index) =>
      told({ effect, path: `${index}` }),
    );
    expect(formatFindings(findings).split('\n')).toEqual([
      'error legal-name at 1: No.',
      'error legal-name at 3: No.',
      'warning legal-name at 0: No.',
      'warning legal-name at 2: No.',
    ]);
    expect(findings.map(({ path }) => path)).toEqual(['0', '1', '2', '3']);
  });

  it('tells the facts of a finding, each on a line of its own, and no fact that is not there', () => {
    const facts = { field: 'spec.replicas', given: 4, allowed: '1 to 3', remedy: 'Ask for fewer.' };
    expect(formatFindings([told(facts), told()])).toBe(
      [
        'error legal-name at shop/orders: No.',
        '    field:   spec.replicas',
        '    given:   4',
        '    allowed: 1 to 3',
        '    do:      Ask for fewer.',
        'error legal-name at shop/orders: No.',
      ].join('\n'),
    );
  });
});

describe('a given value', () => {
  it.each([
    ['as it is', '"as it is"'],
    [{ a: [1, null] }, '{"a":[1,null]}'],
    [null, 'null'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [10n, 'a bigint'],
    [() => 1, 'a function'],
    [Symbol('x'), 'a symbol'],
  ])('%p is told as %s', (given, text) => {
    expect(givenText(given)).toBe(text);
  });

  it('that turns in a circle is told to be no JSON', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(givenText(circle)).toBe('a value that is no JSON');
  });

  it('is cut behind 120 characters, and not before', () => {
    const whole = 'x'.repeat(118);
    expect(givenText(whole)).toBe(`"${whole}"`);
    expect(givenText(`${whole}y`)).toBe(`"${whole}y…`);
  });
});

describe('a run with errors', () => {
  const warning = told({ effect: 'ignored' });

  it('says how many errors there are, how many findings were waived, and that nothing was written', () => {
    expect(new FindingsError([told(), warning]).message).toMatch(/^1 error; nothing was written\n\nerror legal-name/);
    expect(new FindingsError([told(), told()], 3).message).toMatch(/^2 errors, 3 waived; nothing was written\n\n/);
  });

  it('has all of its findings, and shows neither them as a field nor a line of our code', () => {
    const error = new FindingsError([warning, told()]);
    expect(error.findings).toEqual([warning, told()]);
    expect(Object.keys(error)).toEqual(['name']);
    expect(error.stack).toBe(`FindingsError: ${error.message}`);
  });
});
