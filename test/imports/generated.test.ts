import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { firstDifference } from '../../scripts/import/difference';
import { Identities } from '../../scripts/import/identities';
import type { Schema } from '../../scripts/import/schema';
import { schemaOf, servedBy } from '../../src/schema';
import { crdKinds, haveCrds, orSkipped, ROOT, type ReleaseKind } from './crds';

const IMPORTS = path.join(ROOT, 'imports');
let kinds: ReleaseKind[] = [];
beforeAll(async () => {
  if (haveCrds) kinds = await crdKinds();
}, 120_000);

const inTest = haveCrds ? test : test.skip;

const read = (name: string): string => readFileSync(path.join(IMPORTS, name), 'utf8');

test('what generating anew would change is told by file, line and place', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'imports-'));
  const differs = (files: Record<string, string>) => firstDifference(root, new Map(Object.entries(files)));
  try {
    mkdirSync(path.join(root, 'imports'));
    writeFileSync(path.join(root, 'imports/a.ts'), 'one\ntwo\n');
    expect(differs({ 'imports/a.ts': 'one\ntwo\n' })).toBeUndefined();
    expect(differs({ 'imports/a.ts': 'one\nten\n' })).toBe('imports/a.ts:2 is two\nand should be ten');
    expect(differs({ 'imports/a.ts': 'one\n' })).toContain('imports/a.ts:2');
    expect(differs({ 'imports/a.ts': 'one\ntwo\n', 'imports/b.ts': '' })).toBe('imports/b.ts is missing');
    expect(differs({})).toBe('imports/a.ts is generated no more');
  } finally {
    rmSync(root, { recursive: true });
  }
});

inTest(
  `the compact schema of every kind is at every release what the CRD of that release says${orSkipped}`,
  () => {
    const identities = new Identities();
    const others = kinds.filter(({ apiVersion, kind, version, schema }) => {
      const ours = schemaOf(apiVersion, kind, version) as Schema | undefined;
      const [theirs, own] = identities.ofHistory([schema, ours]);
      return theirs !== own;
    });
    expect(others.map(({ version, apiVersion, kind }) => `${version} ${apiVersion} ${kind}`)).toEqual([]);
    const strimzi = kinds.filter(({ operator }) => operator === 'strimzi');
    expect(new Set(strimzi.map(({ version }) => version)).size).toBe(37);
  },
  120_000,
);

inTest(
  `the index says of every kind which releases serve it${orSkipped}`,
  () => {
    const served = new Map<string, string[]>();
    for (const { apiVersion, kind, version } of kinds) {
      const key = `${apiVersion} ${kind}`;
      served.set(key, [...(served.get(key) ?? []), version.split('.').slice(0, 2).join('.')]);
    }
    for (const [key, minors] of served) {
      const [apiVersion = '', kind = ''] = key.split(' ');
      const { since = minors[0], until = minors.at(-1) } = servedBy(apiVersion, kind) ?? {};
      expect([key, since, until]).toEqual([key, minors[0], minors.at(-1)]);
    }
  },
  60_000,
);

inTest(
  `every property of every CRD has its own name in the types${orSkipped}`,
  () => {
    const names = new Map<string, ReadonlySet<string>>();
    const namesIn = (file: string) => {
      const found = read(file).match(/(?<=readonly )([\w$]+|'[^']+')(?=\??:)/g) ?? [];
      return names.get(file) ?? new Set(found.map((name) => name.replaceAll("'", '')));
    };
    const lost = new Set<string>();
    for (const { apiVersion, kind, schema } of kinds) {
      const file = fileOf(apiVersion);
      names.set(file, namesIn(file));
      for (const name of propertiesOf(schema)) {
        if (!namesIn(file).has(name) && !META.has(name)) lost.add(`${file}: ${kind} ${name}`);
      }
    }
    expect([...lost]).toEqual([]);
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
    const bodies = [
      ...read(name)
        .replace(/^ *\/\*\*.*\n/gm, '')
        .matchAll(/^export interface (\w+) \{\n([^}]*)\}/gm),
    ]
      // A class's props may be those of another kind, and differ in the class.
      .filter(([, type]) => !/(Props|Manifest)$/.test(type ?? ''))
      .map(([, , body]) => body?.split('\n').sort().join('\n'));
    expect(new Set(bodies).size).toBe(bodies.length);
  }
});

test('no type is named by a number', () => {
  for (const name of readdirSync(IMPORTS).filter((each) => each.endsWith('.ts'))) {
    const types = [...read(name).matchAll(/^export (?:interface|type|class) (\w+\d)\b/gm)].map(([, type]) => type);
    expect(types.filter((type) => type !== 'KafkaMirrorMaker2')).toEqual([]);
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

/** The file with the types of an API version. */
function fileOf(apiVersion: string): string {
  const { apis } = JSON.parse(read('kinds.json')) as { apis: Record<string, { file: string }> };
  return (apis[apiVersion]?.file ?? '').replace('.schema.jsonl', '.ts');
}

function propertiesOf(schema: Schema): Set<string> {
  const { properties = {}, items, additionalProperties, oneOf } = schema;
  const inside = [...Object.values(properties), ...(items ? [items] : []), ...(oneOf ?? [])];
  if (typeof additionalProperties === 'object') inside.push(additionalProperties);
  return new Set([...Object.keys(properties), ...inside.flatMap((each) => [...propertiesOf(each)])]);
}
