import { holdsFor, objectRule } from '../../src/rules/rule';

const FACTS = {
  id: 'x',
  summary: '',
  remedy: '',
  effect: 'refused',
  source: '',
  nouns: [],
  check: () => undefined,
} as const;

describe('a rule', () => {
  it.each([
    [undefined, '0.18.0', true],
    [{ since: '0.22' }, '0.21.1', false],
    [{ since: '0.22' }, '0.22.0', true],
    [{ since: '0.22' }, '1.0.0', true],
    [{ until: '0.45' }, '0.45.2', true],
    [{ until: '0.45' }, '0.46.0', false],
    [{ since: '0.9', until: '0.45' }, '0.18.0', true],
    [{ since: '0.22', until: '0.45' }, '1.2.0', false],
  ])('of releases %j holds for %s: %s', (releases, version, holds) => {
    expect(holdsFor(objectRule({ ...FACTS, ...(releases && { releases }) }), { version })).toBe(holds);
  });
});
