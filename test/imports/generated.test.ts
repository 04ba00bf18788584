import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { Schema } from '../../scripts/import/schema';
import { schemaOf } from '../../src/schema';
import { crdKinds, CRDS, haveCrds, orSkipped, ROOT } from './crds';

const IMPORTS = path.join(ROOT, 'imports');
const inTest = haveCrds ? test : test.skip;

const read = (name: string): string => readFileSync(path.join(IMPORTS, name), 'utf8');

inTest(
  `the importer writes the same bytes from the same CRDs${orSkipped}`,
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'imports-'));
    try {
      const importer = path.join(ROOT, 'scripts/import/main.ts');
      execFileSync(process.execPath, [require.resolve('tsx/cli'), importer, '--out', folder, CRDS]);
      expect(readdirSync(folder).sort()).toEqual(readdirSync(IMPORTS).sort());
      const changed = readdirSync(folder).filter(
        (name) => readFileSync(path.join(folder, name), 'utf8') !== read(name),
      );
      expect(changed).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  120_000,
);

inTest(
  `every property of every CRD has its own name in the types and in the compact schema${orSkipped}`,
  async () => {
    const lost: string[] = [];
    for (const { api, apiVersion, kind, schema } of await crdKinds()) {
      const types = new Set(read(`${api}.ts`).match(/(?<=readonly )([\w$]+|'[^']+')(?=\??:)/g));
      const named = new Set([...types].map((name) => name.replaceAll("'", '')));
      const kept = propertiesOf(schemaOf(apiVersion, kind) as Schema);
      for (const name of propertiesOf(schema))
        if (!named.has(name) && !META.has(name)) lost.push(`${api}.ts: ${kind} ${name}`);
      for (const name of propertiesOf(schema)) if (!kept.has(name)) lost.push(`${api}.schema.json: ${kind} ${name}`);
    }
    expect(lost).toEqual([]);
  },
  60_000,
);

test('the types of the three Strimzi generations are at most a tenth of what cdk8s import writes', () => {
  const lines = ['strimzi-v1beta1.ts', 'strimzi-v1beta2.ts', 'strimzi-v1.ts'].map(
    (name) => read(name).split('\n').length,
  );
  expect(lines.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(14_700);
});

test('no two types of an API have the same fields', () => {
  for (const name of readdirSync(IMPORTS).filter((each) => each.endsWith('.ts'))) {
    const bodies = [...read(name).matchAll(/^export interface (\w+) \{\n([^}]*)\}/gm)]
      // A class's props may be those of another kind, and differ in the class.
      .filter(([, type]) => !/(Props|Manifest)$/.test(type ?? ''))
      .map(([, , body]) => body?.split('\n').sort().join('\n'));
    expect(new Set(bodies).size).toBe(bodies.length);
  }
});

test('fields keep the names of the wire, also those that are no identifiers', () => {
  expect(read('strimzi-v1beta1.ts')).toContain("readonly '-Xmx'?: string;");
  expect(read('strimzi-v1.ts')).toContain("readonly '-XX'?: Readonly<Record<string, string>>;");
  const schema = schemaOf('opentelemetry.io/v1beta1', 'OpenTelemetryCollector');
  expect(schema?.properties?.['spec']?.properties?.['config']).toMatchObject({
    'x-kubernetes-preserve-unknown-fields': true,
  });
});

test('the compact schemas hold the CEL rules', () => {
  expect(JSON.stringify(schemaOf('kafka.strimzi.io/v1', 'KafkaUser'))).toContain(
    'self.renewalDays < self.validityDays',
  );
});

/** Metadata has its types in a file that all APIs share. */
const META = new Set(read('meta.ts').match(/(?<=readonly )\w+(?=\??:)/g));

function propertiesOf(schema: Schema): Set<string> {
  const { properties = {}, items, additionalProperties } = schema;
  const inside = [...Object.values(properties), ...(items ? [items] : [])];
  if (typeof additionalProperties === 'object') inside.push(additionalProperties);
  return new Set([...Object.keys(properties), ...inside.flatMap((each) => [...propertiesOf(each)])]);
}
