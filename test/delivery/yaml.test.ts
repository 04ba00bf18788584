import * as fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import { contentOf } from '../../src/yaml/documents';
import { toYaml, UnwritableValueError } from '../../src/delivery/yaml';
import { JSON_VALUES, TRICKY_STRINGS } from './tricky';

/** Go's is that of kubectl and helm, which the reader of manifests follows. */
const READERS = ['1.1', '1.2', 'as Go has it'] as const;

function readAs(version: (typeof READERS)[number], text: string): unknown[] {
  if (version === 'as Go has it') {
    const { documents, problems } = contentOf(text);
    if (problems.length > 0) throw new Error(`${problems[0]?.message}\n${text}`);
    return documents.map(({ value = null }) => value);
  }
  return parseAllDocuments(text, { version, schema: version === '1.1' ? 'yaml-1.1' : 'core', strict: true }).map(
    (document) => {
      if (document.errors.length > 0) throw new Error(`${document.errors[0]?.message}\n${text}`);
      return document.toJS() as unknown;
    },
  );
}

describe.each(READERS)('what a reader of YAML %s sees', (version) => {
  test.each(TRICKY_STRINGS.map((text) => [JSON.stringify(text), text]))('%s as value, key and item', (_, text) => {
    const value = {
      value: text,
      [text]: 'key',
      items: [text, [text], { [text]: text }],
      after: { deep: { [text]: [text] } },
    };
    expect(readAs(version, toYaml(value))).toEqual([value]);
  });

  test('any JSON, several documents in a row', () => {
    fc.assert(
      fc.property(fc.array(JSON_VALUES, { minLength: 1, maxLength: 4 }), (values) => {
        const text = values.map((value) => toYaml({ value })).join('---\n');
        expect(readAs(version, text)).toEqual(values.map((value) => ({ value })));
      }),
      { numRuns: 2000 },
    );
  });

  test('documents that are no mapping', () => {
    fc.assert(
      fc.property(JSON_VALUES, (value) => {
        expect(readAs(version, toYaml(value))).toEqual([value]);
      }),
    );
  });

  test.each([0, -1, 0.1, 1e21, 1.5e300, 5e-324, -1e-7, 1e20, 2 ** 53, Number.MAX_VALUE])('the number %d', (number) => {
    expect(readAs(version, toYaml({ number }))).toEqual([{ number }]);
  });
});

test('lays manifests out as cdk8s does', () => {
  const manifest = {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'Kafka',
    metadata: { name: 'europe-cluster', labels: {}, annotations: { note: 'true', port: '8080' } },
    spec: {
      replicas: 3,
      enabled: true,
      nothing: null,
      list: [],
      acls: [{ type: 'allow', operations: ['Read', 'Write'] }, [['deep', 1], []], {}],
      script: 'first\n  second\n',
      open: 'first\nsecond',
      url: 'http://jaeger:14268/api/traces?format=jaeger.thrift',
      image: 'quay.io/strimzi/kafka:0.18.0-kafka-2.5.0',
      size: '20Gi',
      regex: '.*',
      flag: '-Xmx512m',
      sentence: 'it is: so',
      json: '{"a": 1}',
    },
  };
  expect(toYaml(manifest)).toBe(stringify(manifest, { lineWidth: 0, version: '1.1' }));
});

test('writes what YAML 1.1 parsers other than ours would misread in quotes', () => {
  const text = toYaml([
    '0o17',
    '1_000',
    '-_1',
    '190:20:30',
    '2001-01-01',
    '=',
    '<<',
    'n',
    '1,000',
    'a\tb',
    '1e3',
    '\u0085',
  ]);
  expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('- "'))).toEqual([]);
});

test('gives floats the point that YAML 1.1 asks for', () => {
  expect(toYaml([1e21, 1e-7, 1.5e21])).toBe('- 1.0e+21\n- 1.0e-7\n- 1.5e+21\n');
});

test('writes big integers with all their digits and zero without a sign', () => {
  expect(toYaml({ big: 123456789012345678901234567890n, zero: -0 })).toBe(
    'big: 123456789012345678901234567890\nzero: 0\n',
  );
});

test('keeps the order of keys and leaves out what is undefined', () => {
  expect(toYaml({ b: 1, gone: undefined, a: [undefined], only: { gone: undefined } })).toBe(
    'b: 1\na:\n  - null\nonly: {}\n',
  );
});

test('keys longer than YAML 1.1 looks ahead are told apart explicitly', () => {
  const value = { ['k'.repeat(2000)]: { ['"'.repeat(1500)]: [1] }, list: [{ ['x'.repeat(1024)]: 'y' }] };
  expect(toYaml(value)).toContain('? ');
  for (const version of READERS) expect(readAs(version, toYaml(value))).toEqual([value]);
});

test.each([
  [{ spec: { ports: [{ port: NaN }] } }, 'spec.ports[0].port', 'NaN'],
  [{ spec: { at: new Date(0) } }, 'spec.at', 'Date'],
  [{ spec: { of: new Map() } }, 'spec.of', 'Map'],
  [{ text: 'half \ud83d' }, 'text', '\\ud83d'],
  [{ text: { 'half \ud83d': 1 } }, 'text["half \\ud83d"]', '\\ud83d'],
  [{ call: () => 1 }, 'call', '=>'],
])('refuses what is not JSON and names its field (%#)', (value, field, given) => {
  expect(() => toYaml(value)).toThrow(UnwritableValueError);
  expect(() => toYaml(value)).toThrow(given);
  try {
    toYaml(value);
  } catch (error) {
    expect((error as UnwritableValueError).field).toBe(field);
  }
});
