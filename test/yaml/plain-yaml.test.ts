import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { yamlContent } from '../../src/yaml/documents';
import { plainContent } from '../../src/yaml/plain-yaml';
import { toYaml } from '../../src/delivery/yaml';
import { filesBelow, ROOT } from '../../scripts/project';
import { tries } from '../fuzz';
import { JSON_VALUES, TEXTS } from '../delivery/tricky';

/** What is plain is read as the package reads it: values, the order of keys, and where documents stand. */
function expectAlike(text: string): void {
  const plain = plainContent(text);
  if (plain) expect(JSON.stringify(plain)).toBe(JSON.stringify(yamlContent(text)));
}

/** Pieces of lines, most of them of plain YAML. */
const PIECES = [
  '',
  ' ',
  '  ',
  '- ',
  'a',
  'b: ',
  'c:',
  'kind: ',
  ': ',
  '#',
  ' #',
  '---',
  '...',
  '"',
  "'",
  '|',
  '&a ',
  '*a',
]
  .concat([
    '{}',
    '[]',
    'true',
    'no',
    'null',
    '0',
    '-1',
    '01',
    '0x1',
    '1.2.3',
    '1.5',
    '10Gi',
    '1e3',
    '12:30',
    '/',
    '{',
    ',',
  ])
  .concat(['? ', '! ', '%', '~', '<<: ', 'x y', 'http://a/b', 'y', 'Off', '\t', '\r', 'ü']);
const piecesOfText = fc.array(fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }), { maxLength: 6 });
const texts = piecesOfText.map((lines) => lines.map((line) => line.join('')).join('\n'));

const KEYS = fc.oneof(fc.constantFrom('a', 'spec', 'retention.ms', 'app.kubernetes.io/name'), TEXTS);
const OBJECTS = fc.array(fc.dictionary(KEYS, JSON_VALUES, { minKeys: 1, maxKeys: 4 }), { minLength: 1, maxLength: 3 });

describe('plain YAML is read as the package for YAML reads it', () => {
  const files = filesBelow(join(ROOT, 'dist')).filter((file) => file.endsWith('.yaml'));

  test('what this project has written', () => {
    const read = files.map((file) => readFileSync(join(ROOT, 'dist', file), 'utf8'));
    for (const text of read) expectAlike(text);
    expect(read.filter((text) => plainContent(text)).length).toBeGreaterThan(10);
  });

  test('what this library writes of any values', () => {
    fc.assert(
      fc.property(OBJECTS, (objects) => {
        expectAlike(objects.map((object) => toYaml(object)).join('---\n'));
      }),
      tries(500),
    );
  });

  test('lines of any kind', () => {
    fc.assert(fc.property(texts, expectAlike), tries(5000));
  });

  test.each([
    ['a: b\n  c', 'a value that goes on'],
    ['a: b: c', 'a mapping where none can be'],
    ['a: 1\na: 2', 'a key twice'],
    ['a: &x 1\nb: *x', 'an alias'],
    ['a: no', 'a word for a boolean'],
    ['a: 010', 'a number of eights'],
    ['a:', 'nothing'],
    ['a: |\n  b', 'a text of several lines'],
    ['a: b # c', 'a comment'],
  ])('leaves to the package %j: %s', (text) => {
    expect(plainContent(text)).toBeUndefined();
  });

  test('leaves many levels to the package, which counts them', () => {
    const text = (levels: number): string =>
      `${Array.from({ length: levels }, (_, at) => `${' '.repeat(at)}a:`).join('\n')} 1`;
    expect(plainContent(text(90))).toBeDefined();
    expect(plainContent(text(110))).toBeUndefined();
  });

  test('takes mappings, lists at either place, quotes and empty values', () => {
    const plain = plainContent('---\na:\n- b: "1"\n  c: \'x: y\'\n- d\ne:\n  - 5\n---\nf: []\n');
    expect(plain?.documents.map(({ value }) => value)).toEqual([
      { a: [{ b: '1', c: 'x: y' }, 'd'], e: [5] },
      { f: [] },
    ]);
  });
});
