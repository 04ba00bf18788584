import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { App, KafkaCluster, Layout, Mirror, Namespace, Producer, Site, Storage, StrimziRelease } from '../../src';
import type { AppProps } from '../../src';
import { manifestsOf } from './folders';
import { TRICKY_STRINGS } from './tricky';

const OF_CDK8S = Object.values(YamlOutputType).filter((type) => typeof type === 'number');

/** All ways to divide manifests into files. */
const LAYOUTS: readonly (readonly [name: string, props: AppProps])[] = [
  ['filePerSite', { layout: Layout.filePerSite() }],
  ['filePerChart', { layout: Layout.filePerChart() }],
  ['filePerKind', { layout: Layout.filePerKind() }],
  ['filePerObject', { layout: Layout.filePerObject() }],
  ['singleFile', { layout: Layout.singleFile('all') }],
  ['standardOutput', { layout: Layout.standardOutput() }],
  ...OF_CDK8S.map((type) => [`${YamlOutputType[type]} of cdk8s`, { yamlOutputType: type }] as const),
];

const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'readers-'));
afterAll(() => fs.rmSync(outdir, { recursive: true }));
beforeEach(() => {
  fs.rmSync(outdir, { recursive: true });
  fs.mkdirSync(outdir);
});

/** Two sites, and a chart with texts that readers take for something else. */
function fill(app: App): void {
  for (const id of ['madrid', 'porto']) {
    const site = new Site(app, id, { release: StrimziRelease.V1_2, kubernetesCluster: 'iberia' });
    new Namespace(site, 'namespace');
    const storage = Storage.persistentClaim({ size: '10Gi' });
    const [a, b] = ['a', 'b'].map((name) => new KafkaCluster(site, `${id}-${name}`, { brokers: 3, storage }));
    const orders = a!.addTopic(`${id}-orders`, { partitions: 3, replicas: 3, config: { 'retention.ms': 604800000 } });
    new Mirror(site, `${id}-mirror`, { source: a!, target: b!, topics: [orders] });
    new Producer(site, `${id}-checkout`, { topic: orders });
  }
  const chart = new Chart(app, 'tricky', { namespace: 'tricky' });
  TRICKY_STRINGS.forEach((text, at) => {
    const metadata = { name: `tricky-${at}` };
    new ApiObject(chart, `tricky-${at}`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: { [`k${text}`]: text },
    });
  });
}

/** The texts that a layout gives. */
function textsOf(props: AppProps): string[] {
  const app = new App({ ...props, outdir, name: 'readers', validate: false });
  app['announce'] = () => undefined;
  app['warn'] = () => undefined;
  fill(app);
  const told: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  try {
    app.synth();
  } finally {
    stdout.mockRestore();
  }
  return props.layout?.type === 'standardOutput' ? [told.join('')] : Object.values(manifestsOf(outdir));
}

/** Objects as texts, whatever the order of objects and keys. */
function alike(objects: readonly unknown[]): string[] {
  return objects.map(canonical).sort();
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isMapping(inner) ? sorted(inner) : inner));
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(mapping: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(mapping).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the constructs mean, which no file was written of. */
function meant(): string[] {
  const app = new App({ outdir, name: 'readers', validate: false });
  fill(app);
  const objects = app.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  return alike(objects.map((object) => object.toJson() as unknown));
}

const PYTHON =
  'import json, sys, yaml; print(json.dumps([d for t in json.load(sys.stdin) for d in yaml.safe_load_all(t)]))';
const hasPyYaml = spawnSync('python3', ['-c', 'import yaml']).status === 0;
const testWithPyYaml = hasPyYaml ? test : test.skip;

describe.each(LAYOUTS)('the files of the layout %s', (_, props) => {
  test.each(['1.1', '1.2'] as const)('hold what was meant, to a reader of YAML %s', (version) => {
    const objects = textsOf(props).flatMap((text) =>
      parseAllDocuments(text, { version }).map((document) => document.toJS() as unknown),
    );
    expect(alike(objects)).toEqual(meant());
  });

  testWithPyYaml('hold what was meant, to PyYAML (skipped where it is not installed)', () => {
    const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON], {
      input: JSON.stringify(textsOf(props)),
      encoding: 'utf8',
      maxBuffer: Infinity,
    });
    expect(stderr).toBe('');
    expect(alike(JSON.parse(stdout) as unknown[])).toEqual(meant());
  });
});
