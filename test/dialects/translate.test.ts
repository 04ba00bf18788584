import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { limitsOf, readManifest, StrimziRelease, writeRecord, type Manifest } from '../../src';

const dist = join(__dirname, '../../dist');

function manifestsBelow(folder: string): Manifest[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  return files.flatMap((file) =>
    parseAllDocuments(readFileSync(join(folder, file), 'utf8'), { version: '1.1' }).map(
      (one) => one.toJS() as Manifest,
    ),
  );
}

function read(manifest: Manifest, platform?: 'openshift'): NonNullable<ReturnType<typeof readManifest>> {
  const described = readManifest(manifest, platform);
  if (!described) throw new Error(`no noun for ${manifest.kind}`);
  return described;
}

describe('our own output', () => {
  const releases = { workshop: '0.18', 'workshop-0.45': '0.45', 'workshop-1.2': '1.2', stretched: '0.18' };

  it.each(Object.entries(releases))('of %s is read, understood whole, and written as it was', (name, version) => {
    const reader = { release: StrimziRelease.of(version), platform: 'openshift' } as const;
    const manifests = manifestsBelow(join(dist, name));
    expect(manifests.length).toBeGreaterThan(10);
    for (const manifest of manifests) {
      const described = read(manifest, 'openshift');
      expect(described.record.rest).toBeUndefined();
      expect(writeRecord(described, reader)).toEqual(manifest);
    }
  });
});

describe('the article', () => {
  const folder = join(__dirname, '../../../shared/reference/workshop');
  const there = existsSync(folder) ? it : it.skip;

  there('is read and written as it was (skipped without ../shared/reference)', () => {
    const manifests = manifestsBelow(folder);
    expect(manifests).toHaveLength(9);
    for (const manifest of manifests) {
      expect(writeRecord(read(manifest), { release: StrimziRelease.V0_18 })).toEqual(manifest);
    }
  });
});

describe('a manifest in another release', () => {
  const user = {
    apiVersion: 'kafka.strimzi.io/v1beta1',
    kind: 'KafkaUser',
    metadata: { name: 'shop', labels: { 'strimzi.io/cluster': 'europe' } },
    spec: {
      authorization: {
        type: 'simple',
        acls: [{ resource: { type: 'topic', name: 'orders', patternType: 'literal' }, operation: 'Read', host: '*' }],
      },
    },
  };

  it('says the same in its words', () => {
    const written = writeRecord(read(user), { release: StrimziRelease.V1_2 });
    expect(written).toMatchObject({
      apiVersion: 'kafka.strimzi.io/v1',
      spec: { authorization: { acls: [{ resource: { name: 'orders' }, operations: ['Read'] }] } },
    });
  });

  it('tells what it cannot say', () => {
    const kafka = manifestsBelow(join(dist, 'workshop')).find(({ kind }) => kind === 'Kafka') as Manifest;
    const fields = limitsOf(read(kafka), { release: StrimziRelease.V1_2 }).map(({ field }) => field);
    expect(fields).toContain('spec.zookeeper');
  });

  it('is refused where the release has no such noun', () => {
    const mirror = manifestsBelow(join(dist, 'workshop')).find(({ kind }) => kind === 'KafkaMirrorMaker') as Manifest;
    expect(() => writeRecord(read(mirror), { release: StrimziRelease.V1_2 })).toThrow(
      'Strimzi 1.2.0 has no MirrorMaker 1',
    );
  });
});

it('a kind that the model has no noun for is not read', () => {
  const collector = { receivers: {}, exporters: {}, service: {} };
  const metadata = { name: 'x' };
  expect(
    readManifest({
      apiVersion: 'opentelemetry.io/v1beta1',
      kind: 'OpenTelemetryCollector',
      metadata,
      spec: { config: collector },
    }),
  ).toBeUndefined();
  expect(readManifest({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } })).toBeUndefined();
  expect(readManifest({ apiVersion: 'toString', kind: 'X', metadata: { name: 'x' } })).toBeUndefined();
});
