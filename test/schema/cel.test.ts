import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { compileCel } from '../../src/schema/cel';

jest.setTimeout(60_000);

const IMPORTS = join(__dirname, '../../imports');
const schemas = readdirSync(IMPORTS)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(join(IMPORTS, file), 'utf8').trim().split('\n'));
const RULES = [...new Set(schemas.flatMap((line) => rulesIn(JSON.parse(line))))].sort();

function rulesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'rule' in value && typeof value.rule === 'string' ? [value.rule] : [];
  return [...own, ...Object.values(value).flatMap(rulesIn)];
}

/** Values with the fields and the texts that a rule speaks of, and some that it does not count on. */
function selvesOf(rule: string): fc.Arbitrary<unknown> {
  const names = [...new Set([...rule.matchAll(/\.([A-Za-z]+)\b(?!\()/g)].map(([, name]) => name ?? ''))];
  const texts = [...rule.matchAll(/(["'])([^"']{0,40})\1/g)].map(([, , text]) => text ?? '');
  const values = ['%[res.hdr(x),lower]', '%[req.hdr(x)]', '%%', '%', 1, 9, null, true, [], ['a'], {}];
  const leaf = fc.oneof(fc.constantFrom<unknown>(...texts, 'X-Header'), fc.constantFrom<unknown>(...values));
  const deep = fc.letrec((tie) => ({
    map: fc.dictionary(fc.constantFrom('other', ...names), fc.oneof({ weight: 3, arbitrary: leaf }, tie('map')), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  })).map;
  if (rule.startsWith('self.all')) return fc.array(deep, { maxLength: 3 });
  return rule.startsWith('self.lowerAscii') ? fc.mixedCase(fc.constantFrom(...texts, 'other')) : deep;
}

/** The evaluator is an ES module, which jest does not load; so all is judged by one process. */
const EVALUATE = `
import { readFileSync } from 'node:fs';
import { parse } from '@marcbachmann/cel-js';
const verdict = (program, self) => {
  try {
    return program({ self }) === true;
  } catch {
    return false;
  }
};
const all = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(all.map(([rule, selves]) => {
  const program = parse(rule);
  return selves.map((self) => verdict(program, self));
})));
`;

function verdictsOfOthers(cases: readonly (readonly [string, readonly unknown[]])[]): boolean[][] {
  // The evaluator gives patterns to JavaScript, which has no classes of POSIX.
  const spelled = cases.map(([rule, selves]) => [rule.replace('[:cntrl:]', '\\\\x00-\\\\x1f\\\\x7f'), selves]);
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', EVALUATE], {
    input: JSON.stringify(spelled),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    cwd: __dirname,
  });
  return JSON.parse(printed) as boolean[][];
}

describe('a CEL rule', () => {
  it('of every known CRD is judged as another evaluator judges it, on values of all kinds', () => {
    expect(RULES.length).toBeGreaterThan(15);
    const cases = RULES.map((rule) => [rule, fc.sample(selvesOf(rule), { numRuns: 1000, seed: 9 })] as const);
    const others = verdictsOfOthers(cases);
    const differences = cases.flatMap(([rule, selves], at) => {
      const isKept = compileCel(rule);
      return selves.flatMap((self, number) => {
        const own = isKept(self);
        return own === others[at]?.[number] ? [] : [{ rule, self, own }];
      });
    });
    expect(differences).toEqual([]);
    const oneSided = RULES.filter((_, at) => new Set(others[at]).size < 2);
    expect(oneSided).toEqual([]);
  });

  it.each([
    ['true || self.a', true],
    ['self.a || true', true],
    ['self.a && false', false],
    ['!(self.a && false)', true],
    ['self.a || false', false],
    ['self.a == null', false],
    ['self.toString == self.toString', false],
    ['size(self.list) == 2 && size("a😀") == 2', true],
    ['self.list.all(x, x > 0)', true],
    ['self.list.all(x, x >= 2)', false],
    ['self.list.all(x, x <= "2")', false],
    ['1 < 2 ? self.yes : self.a', true],
    ['"İ".lowerAscii() == "İ"', true],
    ["\"a\\'b\" == 'a\\'b'", true],
    ['self.list.all(x, x < 3) && "a b".matches("^[^[:cntrl:]]+$")', true],
    ['self.line.matches("^[^[:cntrl:]]+$")', false],
  ])('%s is %s', (rule, verdict) => {
    expect(compileCel(rule)({ yes: true, list: [1, 2], line: 'a\n' })).toBe(verdict);
  });

  it.each(['self.a +', 'self.a + 1', 'self.a ?', '(self.a', 'nothing(self)', 'self.a self.b', 'has(self)', '', '#'])(
    'that nobody can read is told when it is prepared: %s',
    (rule) => {
      expect(() => compileCel(rule)).toThrow(/rule|known CRD/i);
    },
  );
});
