import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../src';
import { filesBelow, ROOT } from '../../scripts/project';

/** Kinds that no example has. */
const OTHERS = `
{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnect, metadata: {name: c, annotations: {strimzi.io/use-connector-resources: "true"}}, spec: {replicas: 1, bootstrapServers: "k:9092", groupId: g, configStorageTopic: c, offsetStorageTopic: o, statusStorageTopic: s, config: {a: 1}, build: {output: {type: docker, image: x}, plugins: [{name: p, artifacts: [{type: jar, url: "https://example.com/a.jar"}]}]}, tls: {trustedCertificates: [{secretName: s, certificate: ca.crt}]}}}
---
{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnector, metadata: {name: c, labels: {strimzi.io/cluster: c}}, spec: {class: A, tasksMax: 1, config: {topics: t}}}
---
{apiVersion: kafka.strimzi.io/v1, kind: KafkaBridge, metadata: {name: b}, spec: {replicas: 1, bootstrapServers: "k:9092", http: {port: 8080}, producer: {config: {acks: all}}}}
---
{apiVersion: kafka.strimzi.io/v1, kind: KafkaRebalance, metadata: {name: r, labels: {strimzi.io/cluster: c}}, spec: {goals: [A]}}
---
{apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaMirrorMaker, metadata: {name: m}, spec: {version: 3.9.0, replicas: 1, include: a.*, consumer: {bootstrapServers: "a:9092", groupId: g}, producer: {bootstrapServers: "b:9092"}}}
---
{apiVersion: kafka.strimzi.io/v1beta1, kind: Kafka, metadata: {name: k}, spec: {kafka: {version: 2.5.0, replicas: 3, listeners: {plain: {}, external: {type: route, overrides: {bootstrap: {host: h}}}}, metrics: {rules: [{pattern: a}]}, storage: {type: jbod, volumes: [{id: 0, type: persistent-claim, size: 1Gi}]}}, zookeeper: {replicas: 3, storage: {type: ephemeral}}, entityOperator: {topicOperator: {reconciliationIntervalSeconds: 90}}}}
---
{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i}, spec: {rules: [{host: h, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: s, port: {number: 80}}}}]}}]}}
`;

/** Sound manifests: of each kind that an example of each API has, the longest one, and others. */
export const SOUND: readonly Manifest[] = soundManifests();

function soundManifests(): Manifest[] {
  const texts = filesBelow(join(ROOT, 'dist'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readFileSync(join(ROOT, 'dist', file), 'utf8'));
  const byKind = new Map<string, Manifest>();
  for (const text of [...texts, OTHERS]) {
    for (const document of parseAllDocuments(text)) {
      const manifest = document.toJS() as Manifest;
      const kind = `${manifest.apiVersion} ${manifest.kind}`;
      const known = byKind.get(kind);
      if (!known || JSON.stringify(known).length < JSON.stringify(manifest).length) byKind.set(kind, manifest);
    }
  }
  return [...byKind.values()];
}

/** Values that people and templates leave where others belong. */
export const STRAYS: readonly unknown[] = [
  null,
  undefined,
  '',
  'text',
  0,
  -1,
  1.5,
  1e308,
  NaN,
  true,
  [],
  {},
  [null],
  [3],
  [[]],
  ['a', 'a'],
  { a: null },
  { type: 'tls' },
  { name: 'constructor', type: '__proto__' },
  JSON.parse('{"__proto__": {"type": "x", "name": "y"}, "constructor": {"prototype": null}, "toString": 1}'),
  '__proto__',
  'constructor',
];

/** Long texts, on which a pattern may go back and forth. */
export const LONG: readonly string[] = [
  '9'.repeat(65_536),
  `a${'-'.repeat(65_536)}a`,
  ':1.1'.repeat(16_384),
  'a.'.repeat(32_768),
  '('.repeat(5_000),
  `(${'a*'.repeat(2_000)})+$`,
  'a,'.repeat(32_768),
  ' '.repeat(65_536),
  '${'.repeat(32_768),
  '[a-'.repeat(16_384),
  'é'.repeat(65_536),
];

/** All places of a value, the deepest last. */
export function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inside]) => placesOf(inside, [...path, key]))];
}

/** A copy of a value with something else at a place. */
export function replaced(value: unknown, [key, ...path]: readonly string[], instead: unknown): unknown {
  if (key === undefined) return instead;
  if (Array.isArray(value))
    return value.map((item: unknown, at): unknown => (String(at) === key ? replaced(item, path, instead) : item));
  const map = value as Readonly<Record<string, unknown>>;
  return { ...map, [key]: replaced(map[key], path, instead) };
}

/** What stands at a place. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((part, key) => (part as Readonly<Record<string, unknown>> | undefined)?.[key], value);
}

const nested = fc.nat(600).map((levels) => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
});

/** A manifest with some of its parts replaced by what does not belong there. */
export const MUTILATED: fc.Arbitrary<Manifest> = fc
  .record({
    manifest: fc.constantFrom(...SOUND),
    cuts: fc.array(
      fc.record({
        at: fc.nat(),
        put: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...STRAYS) },
          { weight: 1, arbitrary: fc.constantFrom(...LONG) },
          { weight: 1, arbitrary: fc.jsonValue() },
          { weight: 1, arbitrary: nested },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ manifest, cuts }) =>
    cuts.reduce<Manifest>((whole, { at, put }) => {
      const places = placesOf(whole);
      // The root stays: what is no object at all is tried by itself.
      return replaced(whole, places[1 + (at % Math.max(1, places.length - 1))] ?? [], put) as Manifest;
    }, manifest),
  );
