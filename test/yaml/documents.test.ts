import { contentOf, yamlContent } from '../../src/yaml/documents';

function valuesOf(text: string): unknown[] {
  const { documents, problems } = contentOf(text);
  expect(problems).toEqual([]);
  return documents.map(({ value }) => value);
}

function problemOf(text: string): string {
  const { problems } = contentOf(text);
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n');
}

describe('a text is read as the Kubernetes tools read it', () => {
  test.each([
    ['yes', true],
    ['off', false],
    ['010', 8],
    ['0x10', 16],
    ['1_000', 1000],
    ['0o17', 15],
    ['-0O17', -15],
    ['0X1f', 31],
    ['-0B11', -3],
    ['0b-11', -3],
    ['0b_+1_1', 3],
    ['0b-2', '0b-2'],
    ['0b-_', '0b-_'],
    ['0_8', 8],
    ['0_', 0],
    ['0x_', '0x_'],
    ['0o8', '0o8'],
    ['1e400', '1e400'],
    ['685_230.15', 685230.15],
    ['~', undefined],
    ['1e3', 1000],
    ['.5', 0.5],
    ['.', '.'],
    ['e1', 'e1'],
    ['12:30:45', '12:30:45'],
    ['2020-01-01', '2020-01-01'],
    ['1.2.3', '1.2.3'],
    ['!!binary aGk=', 'aGk='],
    ['!vault x', 'x'],
  ])('%s', (text, value) => {
    expect(valuesOf(text)).toEqual([value]);
  });

  test('merge keys, keys of any name, and keys that JavaScript takes for others', () => {
    const [value] = valuesOf('a: &a {x: 1}\nb: {<<: *a, y: 2}\n__proto__: {z: 3}\nconstructor: 4\n');
    expect(JSON.stringify(value)).toBe('{"a":{"x":1},"b":{"x":1,"y":2},"__proto__":{"z":3},"constructor":4}');
  });

  test('many documents, empty ones and comments included', () => {
    const { documents } = contentOf('# c\n---\na: 1\n---\n---\n\n# d\nb: 2\n...\n---\nc: 3\n');
    expect(documents.map(({ value, span }) => [value, span.firstLine])).toEqual([
      [{ a: 1 }, 3],
      [undefined, expect.any(Number)],
      [{ b: 2 }, 8],
      [{ c: 3 }, 11],
    ]);
  });
});

describe('what is malformed is told with its place', () => {
  test.each([
    ['a: [1', /^1:6 Flow sequence/],
    ['a: 1\n\tb: 2', /^2:1 Tabs are not allowed as indentation/],
    ['a: 1\nb: 2\na: 3', /^3:1 The key "a" is there already\.$/],
    ['{"a": 1, "b": {"c": 1, "c": 2}}', /^1:24 The key "c" is there already\.$/],
    ['[a]: 1', /^1:1 A key must be text; this one is a list or a mapping\.$/],
    ['a: *b', /^1:1 Unresolved alias/],
    ['<<: 1', /^1:1 Merge sources must be maps/],
    ['a: "x', /^1:6 Missing closing "quote/],
    ['a: |\n x\n---\nb: {', /^4:5 Flow map/],
    ['{"a": 1,}\n{', /^2:1 /],
  ])('%j', (text, message) => {
    expect(problemOf(text)).toMatch(message);
  });

  test('and so is each key that is there already, in the order of the text', () => {
    const { problems } = contentOf('a: {b: 1, b: 2, b: 3}\nc: [{d: 1, d: 2}]\na: 4\n---\n<<: {}\n<<: {}\n');
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(['1:11', '1:17', '2:12', '3:1']);
  });

  test('and the other documents are read', () => {
    const { documents, problems } = contentOf('a: 1\n---\nb: [\n---\nc: 3\n');
    expect(problems).toHaveLength(1);
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { c: 3 }]);
  });
});

describe('no text exhausts the reader', () => {
  const many = 20_000;
  test.each([
    ['flow lists', '['.repeat(many), /nested more than 500 levels/],
    ['closed flow lists', '['.repeat(many) + ']'.repeat(many), /nested more than 500 levels/],
    ['flow mappings', '{a: '.repeat(many), /nested more than 500 levels/],
    ['block lists', '- '.repeat(many), /nested more than 500 levels/],
    ['keys of keys', '? '.repeat(many), /nested more than 500 levels/],
  ])('nested %s', (_, text, message) => {
    expect(problemOf(text)).toMatch(message);
  });

  test('a document of many megabytes', () => {
    const short = 'a: 1\n---\n'.repeat(3);
    expect(problemOf(`${short}${'# x\n'.repeat(5_000_000)}b: 2\n`)).toBe(
      '6:1 The document is longer than 16 MiB; write so long a list as JSON.',
    );
  });

  test('aliases of aliases of aliases', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`);
    expect(problemOf(`a0: &a0 x\n${levels.join('\n')}\n`)).toMatch(/Excessive alias count/);
  });

  test('mappings that are merged over and over', () => {
    const keys = Array.from({ length: many }, (_, at) => `  k${at}: x`).join('\n');
    const merges = Array.from({ length: many }, () => '- {<<: *all}').join('\n');
    expect(problemOf(`all: &all\n${keys}\nlist:\n${merges}\n`)).toMatch(/Excessive alias count/);
  });

  test('an alias of what it is in', () => {
    expect(problemOf('&a [*a]')).toMatch(/nested more than 500 levels/);
    expect(problemOf('a: &a {b: *a}')).toMatch(/nested more than 500 levels/);
  });

  test('an alias may be used often', () => {
    const uses = Array.from({ length: 300 }, (_, at) => `k${at}: *a`).join('\n');
    expect(valuesOf(`a: &a {x: 1}\n${uses}\n`)).toHaveLength(1);
  });
});

describe('a stream of JSON', () => {
  const stream = '{"a": 1}\n{\n  "b": "}{"\n} {"c": {}}\n';

  it('is a document an object, each in its place', () => {
    expect(valuesOf(stream)).toEqual([{ a: 1 }, { b: '}{' }, { c: {} }]);
    expect(contentOf(stream).documents.map(({ span }) => [span.firstLine, stream.slice(span.start, span.end)])).toEqual(
      [
        [1, '{"a": 1}'],
        [2, '{\n  "b": "}{"\n}'],
        [4, '{"c": {}}'],
      ],
    );
  });

  it('tells what is wrong with one of them in its place, and reads the others', () => {
    const { documents, problems } = contentOf('{"a": 1}\n  {"b": 1,\n"b": 2} {"c": 1, "c": 2}');
    expect(documents).toMatchObject([{ value: { a: 1 } }]);
    expect(problems).toMatchObject([
      { line: 3, column: 1, message: 'The key "b" is there already.' },
      { line: 3, column: 18, message: 'The key "c" is there already.' },
    ]);
  });

  it.each(['{{ include "a" . }}\n{{ include "b" . }}\n', '{"a": 1}\nb\n', '{"a": 1}\n{"b": 1', '{"a": 1} "b'])(
    'is no %j',
    (text) => {
      expect(contentOf(text)).toEqual(yamlContent(text));
    },
  );
});
