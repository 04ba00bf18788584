import fc from 'fast-check';
import { call, Folder, kafka, topic } from './harness';

const folder = new Folder();
const USER = `apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: shop, labels: &labels {strimzi.io/cluster: europe}}
spec:
  authentication: {type: tls}
  authorization:
    type: simple
    acls:
      - {resource: {type: topic, name: orders}, operations: [Read]}
`;
const WHOLE = [kafka('europe', 3), topic('orders', 'europe', 3), USER].join('---\n');

const SPLINTERS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ':',
  ': ',
  '- ',
  '&a ',
  '*a',
  '<<: ',
  '!!set ',
  '|\n',
  '\t',
  '\n',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '#',
  '? ',
  'null',
  '~',
  '{}',
  '[]',
  '__proto__: 1\n',
  'constructor',
  '\u0000',
  '\uFEFF',
  '\u2028',
  '{{',
  '}}',
  '${A}',
  '0x',
  '1e999',
  '.inf',
  '.nan',
  '\\',
];

/** A text with pieces of it taken out, doubled, or replaced by what means something to a reader. */
const mutilated = fc
  .array(fc.record({ at: fc.nat(WHOLE.length), take: fc.nat(30), put: fc.constantFrom('', ...SPLINTERS) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((cuts) => cuts.reduce((text, { at, take, put }) => text.slice(0, at) + put + text.slice(at + take), WHOLE));

const RELEASE = ['--release', '1.2', '--format', 'json'];

interface Told {
  readonly findings: readonly { readonly file?: string; readonly line?: number; readonly column?: number }[];
}

/** Every finding about the text is at a place that the text has. */
function expectPlaces(stdout: string, text: string): void {
  const lines = text.split('\n');
  for (const { file, line = 0, column = 0 } of (JSON.parse(stdout) as Told).findings) {
    if (file === undefined) continue;
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 2);
  }
}

test('whatever becomes of a text, it is told and never a crash', async () => {
  await fc.assert(
    fc.asyncProperty(mutilated, async (text) => {
      const { code, stdout, stderr } = await call(folder.path, ['check', '-', ...RELEASE], { stdin: text });
      expect({ text, stderr }).toEqual({ text, stderr: '' });
      expect([0, 1, 2]).toContain(code);
      expectPlaces(stdout, text);
    }),
    { numRuns: 400 },
  );
});

const SCALARS = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'toString'),
);

/** A manifest one of whose parts is something else. */
const misshapen = fc
  .record({
    path: fc.constantFrom(
      ['apiVersion'],
      ['kind'],
      ['metadata'],
      ['metadata', 'name'],
      ['metadata', 'namespace'],
      ['metadata', 'labels'],
      ['metadata', 'annotations'],
      ['metadata', 'labels', 'strimzi.io/cluster'],
      ['spec'],
      ['spec', 'kafka'],
      ['spec', 'kafka', 'listeners'],
      ['spec', 'kafka', 'config'],
      ['spec', 'authorization'],
      ['spec', 'authorization', 'acls'],
      ['spec', 'replicas'],
      ['spec', 'roles'],
      ['spec', 'storage'],
      ['spec', 'mirrors'],
      ['spec', 'clusters'],
      ['spec', 'template'],
      ['spec', 'entityOperator'],
    ),
    kind: fc.constantFrom(
      'Kafka',
      'KafkaNodePool',
      'KafkaTopic',
      'KafkaUser',
      'KafkaMirrorMaker2',
      'KafkaConnect',
      'KafkaRebalance',
      'Nothing',
    ),
    value: fc.oneof(SCALARS, fc.array(SCALARS, { maxLength: 3 }), fc.dictionary(fc.string(), SCALARS, { maxKeys: 3 })),
  })
  .map(({ path, kind, value }) => {
    const manifest: Record<string, unknown> = {
      apiVersion: 'kafka.strimzi.io/v1',
      kind,
      metadata: { name: 'europe', labels: { 'strimzi.io/cluster': 'europe' } },
      spec: { kafka: { listeners: [], config: {} }, replicas: 1 },
    };
    let part = manifest;
    for (const name of path.slice(0, -1)) part = (part[name] ??= {}) as Record<string, unknown>;
    part[path.at(-1) ?? ''] = value;
    return manifest;
  });

test('whatever stands in a manifest, it is told and never a crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(misshapen, { minLength: 1, maxLength: 4 }), async (items) => {
      const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 1);
      const { stdout, stderr } = await call(folder.path, ['check', '-', ...RELEASE], { stdin: text });
      expect({ text, stderr }).toEqual({ text, stderr: '' });
      expectPlaces(stdout, text);
    }),
    { numRuns: 300 },
  );
});

test('bytes that are no text are told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
      const { stderr } = await call(folder.path, ['check', '-', ...RELEASE], { stdin: bytes });
      expect(stderr).toBe('');
    }),
    { numRuns: 300 },
  );
});
