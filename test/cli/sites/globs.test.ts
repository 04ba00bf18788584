import { matchesGlob } from '../../../src/cli/sites/globs';

test.each([
  ['a/b.yaml', 'a', true],
  ['a/b/c.yaml', './a/', true],
  ['ab/c.yaml', 'a', false],
  ['a/b.yaml', '.', true],
  ['a/b.yaml', 'a/*.yaml', true],
  ['a/b/c.yaml', 'a/*.yaml', false],
  ['a/b/c.yaml', 'a/**/*.yaml', true],
  ['a/c.yaml', 'a/**/*.yaml', true],
  ['x/y/a/c.yaml', '**/a', true],
  ['x/y/b/c.yaml', '**/a', false],
  ['a/b.yaml', 'a/?.yaml', true],
  ['a/bc.yaml', 'a/?.yaml', false],
  ['a/b.yml', '*/*.yaml', false],
  ['kafka-a.yaml', 'kafka-*', true],
  ['a.b.c', '*.*.*', true],
  ['a.b', '*.*.*', false],
])('%s against %s: %s', (path, pattern, expected) => {
  expect(matchesGlob(path, pattern)).toBe(expected);
});

test('a pattern of many wildcards is no trap', () => {
  expect(matchesGlob('a'.repeat(3_000), `${'a*'.repeat(300)}b`)).toBe(false);
  expect(matchesGlob('a/'.repeat(3_000), `${'**/a/'.repeat(300)}b`)).toBe(false);
});
