import * as cdk8s from 'cdk8s';
import { ApiObject, Chart, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import * as fc from 'fast-check';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { parseAllDocuments } from 'yaml';
import { App, type AppProps } from '../../src/delivery/app';
import { FindingsError, type Finding } from '../../src/check/finding';
import { contentOf } from './folders';
import { build, configMap, PLANS } from './trees';

let parent: string;
let outdir: string;

beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'app-'));
  outdir = path.join(parent, 'dist');
});

afterEach(() => fs.rmSync(parent, { recursive: true, force: true }));

const TYPES = [
  YamlOutputType.FILE_PER_APP,
  YamlOutputType.FILE_PER_CHART,
  YamlOutputType.FILE_PER_RESOURCE,
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
];

function parsed(text: string): unknown[] {
  return parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as unknown);
}

function findingsOf(act: () => void): readonly Finding[] {
  try {
    act();
  } catch (error) {
    if (error instanceof FindingsError) return error.findings;
    throw error;
  }
  return [];
}

describe.each(TYPES)('output type %i, beside plain cdk8s', (yamlOutputType) => {
  test('writes the same files with the same objects', () => {
    const write = (app: cdk8s.App): Record<string, string> => {
      const chart = new Chart(app, 'one', { namespace: 'ns', labels: { app: 'x' } });
      const b = configMap(chart, 'b', { port: '8080', script: 'a\nb\n' });
      configMap(chart, 'a').addDependency(b);
      b.addJsonPatch(JsonPatch.add('/data/extra', 'yes'));
      new ApiObject(new Chart(app, 'two'), 'c', {
        apiVersion: 'v1',
        kind: 'Secret',
        spec: Lazy.any({ produce: () => 1 }),
      });
      app.synth();
      return contentOf(outdir);
    };
    const plain = write(new cdk8s.App({ outdir, yamlOutputType, recordConstructMetadata: true }));
    fs.rmSync(outdir, { recursive: true });
    expect(write(new App({ outdir, yamlOutputType, recordConstructMetadata: true }))).toEqual(plain);
  });

  test('loses no object of a random tree', () => {
    fc.assert(
      fc.property(PLANS, (plan) => {
        const app = new App({ outdir, yamlOutputType });
        app['announce'] = () => undefined;
        build(app, plan);
        fc.pre(findingsOf(() => app.synth()).length === 0);
        const written = Object.values(contentOf(outdir)).flatMap(parsed);
        const objects = app.node
          .findAll()
          .filter((construct): construct is ApiObject => construct instanceof ApiObject);
        const byName = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
        expect(written.sort(byName)).toEqual(objects.map((object) => object.toJson() as unknown).sort(byName));
      }),
      { numRuns: 60 },
    );
  });
});

describe('names of files', () => {
  test('carry a number where somebody asked for an order of charts', () => {
    const app = new App({ outdir });
    const [a, b] = ['a', 'b'].map((id) => new Chart(app, id)) as [Chart, Chart];
    configMap(a, 'x').addDependency(configMap(b, 'y'));
    app.synth();
    expect(Object.keys(contentOf(outdir))).toEqual(['0000-b.k8s.yaml', '0001-a.k8s.yaml']);
  });

  test('carry none for charts in charts, and have the extension that was asked for', () => {
    const app = new App({ outdir, outputFileExtension: '.yml' });
    const outer = new Chart(app, 'outer');
    configMap(outer, 'x');
    configMap(new Chart(outer, 'inner'), 'y');
    app.synth();
    expect(Object.keys(contentOf(outdir))).toEqual(['outer-inner-c841ea9b.yml', 'outer.yml']);
  });

  test('a chart without objects has no file', () => {
    const app = new App({ outdir });
    new Chart(app, 'empty');
    app.synth();
    expect(contentOf(outdir)).toEqual({});
    expect(fs.existsSync(outdir)).toBe(true);
  });
});

test('the folder comes from CDK8S_OUTDIR, as cdk8s synth sets it', () => {
  process.env.CDK8S_OUTDIR = outdir;
  try {
    const app = new App();
    configMap(new Chart(app, 'c'), 'a');
    app.synth();
    expect(Object.keys(contentOf(outdir))).toEqual(['c.k8s.yaml']);
  } finally {
    delete process.env.CDK8S_OUTDIR;
  }
});

test('synthYaml gives all documents and writes nothing', () => {
  const app = new App({ outdir });
  const chart = new Chart(app, 'c');
  const objects = ['b', 'a'].map((id) => configMap(chart, id));
  expect(parsed(app.synthYaml())).toEqual(objects.reverse().map((object) => object.toJson() as unknown));
  expect(fs.existsSync(outdir)).toBe(false);
});

test('charts come in order', () => {
  const app = new App();
  const [a, b] = ['a', 'b'].map((id) => new Chart(app, id)) as [Chart, Chart];
  a.addDependency(b);
  expect(app.charts).toEqual([b, a]);
  b.addDependency(a);
  expect(() => app.charts).toThrow('Dependency cycle: a → b → a.');
});

test('objects of one name are all recorded', () => {
  const app = new App({ outdir, recordConstructMetadata: true });
  const object = (chart: Chart, id: string, kind: string, namespace?: string): ApiObject =>
    new ApiObject(chart, id, { apiVersion: 'v1', kind, metadata: { name: 'same', namespace } });
  const chart = new Chart(app, 'c');
  object(chart, 'a', 'Secret');
  object(chart, 'b', 'ConfigMap', 'one');
  object(chart, 'd', 'ConfigMap', 'two');
  app.synth();
  expect(JSON.parse(contentOf(outdir)['construct-metadata.json'] ?? '')).toEqual({
    version: '1.0.0',
    resources: {
      same: { path: 'c/d' },
      'Secret/same': { path: 'c/a' },
      'ConfigMap/one/same': { path: 'c/b' },
      'ConfigMap/two/same': { path: 'c/d' },
    },
  });
});

describe('faults', () => {
  function faulty(props: AppProps = {}): App {
    const app = new App({ outdir, ...props });
    const chart = new Chart(app, 'c');
    const named = (id: string, extra: object = {}): ApiObject =>
      new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'same' }, ...extra });
    named('one');
    named('two');
    configMap(chart, 'invalid').node.addValidation({ validate: () => ['is not so'] });
    const loop = configMap(chart, 'loop');
    loop.addDependency(loop);
    new ApiObject(chart, 'nan', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: { b: NaN } } });
    new ApiObject(chart, 'date', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: new Date(0) } });
    new ApiObject(chart, 'topic', {
      apiVersion: 'kafka.strimzi.io/v1beta2',
      kind: 'KafkaTopic',
      metadata: { name: 'topic' },
      spec: { partitions: 'many', colour: 'red' },
    });
    return app;
  }

  const EXPECTED = [
    ['c/date', 'is-writable', undefined],
    ['c/invalid', 'construct-is-valid', undefined],
    ['c/loop', 'no-dependency-cycle', undefined],
    ['c/nan', 'is-json', 'data.a.b'],
    ['c/topic', 'schema-accepts', 'spec.colour'],
    ['c/topic', 'schema-accepts', 'spec.partitions'],
    ['c/two', 'unique-object', 'metadata.name'],
  ];

  const facts = (findings: readonly Finding[]): unknown[] =>
    findings
      .map(({ path: place, rule, field }) => [place, rule, field])
      .sort((a, b) => (String(a) < String(b) ? -1 : 1));

  test('are all told in one error', () => {
    const findings = findingsOf(() => faulty().synth());
    expect(facts(findings)).toEqual(EXPECTED);
    expect(findingsOf(() => faulty().synthYaml())).toEqual(findings);
  });

  test('leave the output folder as it was', () => {
    const app = new App({ outdir });
    configMap(new Chart(app, 'before'), 'a');
    app.synth();
    fs.writeFileSync(path.join(outdir, 'README.md'), 'mine');
    const before = contentOf(parent);
    expect(() => faulty().synth()).toThrow(FindingsError);
    expect(contentOf(parent)).toEqual(before);
    expect(fs.readdirSync(parent)).toEqual(['dist']);
  });

  test('name both constructs', () => {
    expect(() => faulty().synth()).toThrow(/c\/two: c\/one is the ConfigMap "same" already/);
  });

  test('of the schema are not looked for when validation is off', () => {
    const findings = findingsOf(() => faulty({ validate: false }).synth());
    expect(facts(findings)).toEqual(EXPECTED.filter(([, rule]) => rule !== 'schema-accepts'));
  });

  test('the same object of another group, kind or namespace is another object', () => {
    const app = new App({ outdir });
    const chart = new Chart(app, 'c');
    const make = (id: string, apiVersion: string, kind: string, namespace?: string): ApiObject =>
      new ApiObject(chart, id, {
        apiVersion,
        kind,
        metadata: { name: 'n', namespace },
      });
    make('a', 'v1', 'Thing');
    make('b', 'v1', 'Other');
    make('d', 'v1', 'Thing', 'ns');
    make('e', 'group.io/v1', 'Thing');
    expect(findingsOf(() => app.synthYaml())).toEqual([]);
    make('f', 'group.io/v2', 'Thing');
    expect(findingsOf(() => app.synthYaml())).toMatchObject([{ path: 'c/f', rule: 'unique-object' }]);
  });

  test('two resources of one file are told apart by name, where the namespace does not', () => {
    const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    for (const namespace of ['one', 'two']) {
      new ApiObject(new Chart(app, namespace), 'x', {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'n', namespace },
      });
    }
    expect(findingsOf(() => app.synth())).toMatchObject([
      {
        rule: 'one-writer-a-file',
        path: 'two/x',
        given: 'Secret.n.k8s.yaml',
        message: 'two/x and one/x would write the same file.',
      },
    ]);
    expect(fs.existsSync(outdir)).toBe(false);
  });
});

test('manifests of an earlier run are removed, told, and never without need', () => {
  const told: string[] = [];
  class Quiet extends App {
    protected override announce({ removed }: { readonly removed: readonly string[] }): void {
      told.push(...removed);
    }
  }
  for (const id of ['before', 'after']) {
    const app = new Quiet({ outdir });
    configMap(new Chart(app, id), 'a');
    app.synth();
  }
  expect(told).toEqual(['before.k8s.yaml']);
  expect(Object.keys(contentOf(outdir))).toEqual(['after.k8s.yaml']);
});

test('two runs give the same bytes', () => {
  const app = new App({ outdir });
  configMap(new Chart(app, 'c'), 'a');
  expect(app.synthYaml()).toBe(app.synthYaml());
});
