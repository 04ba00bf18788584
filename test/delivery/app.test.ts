import * as cdk8s from 'cdk8s';
import { ApiObject, Chart, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import * as fc from 'fast-check';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { parseAllDocuments } from 'yaml';
import { App, type AppProps } from '../../src/delivery/app';
import { FindingsError, type Finding } from '../../src/check/finding';
import { KafkaCluster, Site, Storage, StrimziRelease } from '../../src';
import type { Changes } from '../../src/delivery/changes';
import { FileNames } from '../../src/delivery/file-names';
import { INDEX_FILE } from '../../src/delivery/output-index';
import { Synthesis } from '../../src/delivery/synthesis';
import { Layout } from '../../src/delivery/layout';
import { contentOf, manifestsOf } from './folders';
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
  test('writes the same files with the same objects, but for numbers where objects depend on one another', () => {
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
      return manifestsOf(outdir);
    };
    const plain = write(new cdk8s.App({ outdir, yamlOutputType, recordConstructMetadata: true }));
    fs.rmSync(outdir, { recursive: true });
    const ours = write(new App({ outdir, yamlOutputType, recordConstructMetadata: true }));
    // The order of objects shows in the names of our files; cdk8s loses it.
    const withoutNumber = (file: string): string => file.replace(/(^|\/)\d{4}-/, '$1');
    expect(Object.fromEntries(Object.entries(ours).map(([file, text]) => [withoutNumber(file), text]))).toEqual(plain);
  });

  test('loses no object of a random tree', () => {
    fc.assert(
      fc.property(PLANS, (plan) => {
        const app = new App({ outdir, yamlOutputType, name: 'random' });
        app['announce'] = () => undefined;
        build(app, plan);
        fc.pre(findingsOf(() => app.synth()).length === 0);
        const written = Object.values(manifestsOf(outdir)).flatMap(parsed);
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
  /** cdk8s ends the names of objects with a hash. */
  const namesWithoutHash = (): string[] =>
    Object.keys(manifestsOf(outdir))
      .map((file) => file.replace(/-[0-9a-f]{8}\.k8s\.yaml$/, ''))
      .sort();

  test('carry a number where somebody asked for an order of charts', () => {
    const app = new App({ outdir });
    const [a, b] = ['a', 'b'].map((id) => new Chart(app, id)) as [Chart, Chart];
    configMap(a, 'x').addDependency(configMap(b, 'y'));
    app.synth();
    expect(Object.keys(manifestsOf(outdir))).toEqual(['0000-b.k8s.yaml', '0001-a.k8s.yaml']);
  });

  test.each([
    [YamlOutputType.FILE_PER_RESOURCE, ['0000-ConfigMap.one-z', '0001-ConfigMap.one-a', '0002-ConfigMap.two-alone']],
    [
      YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
      ['one/0000-ConfigMap.one-z', 'one/0001-ConfigMap.one-a', 'two/ConfigMap.two-alone'],
    ],
  ])('carry a number where somebody asked for an order of objects (output type %i)', (yamlOutputType, names) => {
    const app = new App({ outdir, yamlOutputType });
    const one = new Chart(app, 'one');
    configMap(one, 'a').addDependency(configMap(one, 'z'));
    configMap(new Chart(app, 'two'), 'alone');
    app.synth();
    expect(namesWithoutHash()).toEqual(names);
  });

  test('of resources carry the order of charts through all charts', () => {
    const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    const [a, b] = ['a', 'b'].map((id) => new Chart(app, id)) as [Chart, Chart];
    configMap(a, 'x');
    configMap(b, 'y');
    a.addDependency(b);
    app.synth();
    expect(namesWithoutHash()).toEqual(['0000-ConfigMap.b-y', '0001-ConfigMap.a-x']);
  });

  test('have numbers of one length, so that the last comes last', () => {
    const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    const chart = new Chart(app, 'c');
    const first = configMap(chart, 'first');
    for (let index = 0; index < 10_000; index += 1) configMap(chart, `m${index}`);
    chart.node.tryFindChild('m5')?.node.addDependency(first);
    const { order } = new Synthesis(app, false);
    const names = new FileNames(Layout.ofCdk8s(YamlOutputType.FILE_PER_RESOURCE), '', order);
    const files = Array.from(new Synthesis(app, false).documents(), (document) => names.of(document).file);
    expect(files).toHaveLength(10_001);
    expect([...files].sort()).toEqual(files);
  });

  test('carry none for charts in charts, and have the extension that was asked for', () => {
    const app = new App({ outdir, outputFileExtension: '.yml', yamlOutputType: YamlOutputType.FILE_PER_CHART });
    const outer = new Chart(app, 'outer');
    configMap(outer, 'x');
    configMap(new Chart(outer, 'inner'), 'y');
    app.synth();
    expect(Object.keys(manifestsOf(outdir))).toEqual(['outer-inner-c841ea9b.yml', 'outer.yml']);
  });

  test('of resources leave out what a file name should not have, as cdk8s does', () => {
    const write = (app: cdk8s.App): string[] => {
      const chart = new Chart(app, 'c');
      for (const name of ['system:reader', 'a.b_c-d', 'a/b', 'Ä ö']) {
        new ApiObject(chart, name.replace('/', '|'), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
      }
      app.synth();
      return Object.keys(manifestsOf(outdir)).sort();
    };
    const yamlOutputType = YamlOutputType.FILE_PER_RESOURCE;
    const names = write(new App({ outdir, yamlOutputType }));
    expect(names).toContain('ConfigMap.systemreader.k8s.yaml');
    fs.rmSync(outdir, { recursive: true });
    expect(names).toEqual(write(new cdk8s.App({ outdir, yamlOutputType })));
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
    expect(Object.keys(manifestsOf(outdir))).toEqual(['c.k8s.yaml']);
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
    configMap(chart, 'throws').node.addValidation({
      validate: () => {
        throw new Error('not here');
      },
    });
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
    ['c/throws', 'construct-is-valid', undefined],
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

  test('that constructs see themselves are told when validation is off, and broken rules are not', () => {
    const app = new App({ outdir, validate: false });
    const site = new Site(app, 'site', { release: StrimziRelease.V1_2, waivers: { 'kafka-version': 'Never met.' } });
    const cluster = new KafkaCluster(site, 'k', { brokers: 1, storage: Storage.persistentClaim({ size: '1Gi' }) });
    cluster.addTopic('orders', { replicas: 9 });
    cluster.addTopic('long', { topicName: 'x'.repeat(250) });
    expect(facts(findingsOf(() => app.synth()))).toEqual([['site/k/long', 'legal-name', 'spec.topicName']]);
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

/** An app of one chart with one ConfigMap in it, and what it tells. */
class Told extends App {
  readonly told: Changes[] = [];
  readonly chart: Chart;

  constructor(id: string, props: AppProps = {}) {
    super({ outdir, ...props });
    this.chart = new Chart(this, id);
    configMap(this.chart, 'a');
  }

  protected override announce(changes: Changes): void {
    this.told.push(changes);
  }
}

describe('two apps with one output folder', () => {
  const names = (): string[] => Object.keys(manifestsOf(outdir)).sort();

  test('without names leave the files of the other, in one program', () => {
    const [one, other] = [new Told('one'), new Told('other')];
    for (const app of [one, other, one]) app.synth();
    expect(names()).toEqual(['one.k8s.yaml', 'other.k8s.yaml']);
    expect([...one.told, ...other.told].flatMap(({ removed }) => removed)).toEqual([]);
  });

  test('of one name are one app: what only the earlier one describes is removed and told', () => {
    const [before, after] = [new Told('before', { name: 'shop' }), new Told('after', { name: 'shop' })];
    before.synth();
    after.synth();
    expect(after.told).toMatchObject([{ written: ['after.k8s.yaml'], removed: ['before.k8s.yaml'] }]);
    expect(names()).toEqual(['after.k8s.yaml']);
  });

  test('of one name and at once do one after the other: who comes second finds the files of the first to be its own', () => {
    const first = new Told('shop', { name: 'shop' });
    const second = new App({ outdir, name: 'shop' });
    let runs = 0;
    const meanwhile = (): string => {
      if (runs++ === 0) first.synth();
      return 'changed';
    };
    new ApiObject(new Chart(second, 'shop'), 'a', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { text: Lazy.any({ produce: meanwhile }) },
    });
    second.synth();
    expect(first.told).toMatchObject([{ written: ['shop.k8s.yaml'] }]);
    expect(manifestsOf(outdir)).toEqual({ 'shop.k8s.yaml': expect.stringContaining('text: changed') });
  });

  test('give the same bytes whichever runs first', () => {
    const run = (apps: readonly string[]): Record<string, string> => {
      fs.rmSync(outdir, { recursive: true, force: true });
      for (const name of apps) new Told(`chart-${name}`, { name }).synth();
      return contentOf(outdir);
    };
    expect(run(['b', 'a', 'c'])).toEqual(run(['c', 'b', 'a']));
    expect(Object.keys(contentOf(outdir))).toHaveLength(4);
  });

  test.each(TYPES)(
    'are told of a file that both would write, once, and nothing is written (output type %i)',
    (type) => {
      const props = { yamlOutputType: type, name: 'one' };
      new Told('same', props).synth();
      const before = contentOf(outdir);
      const rival = new Told('same', { ...props, name: 'two' });
      new ApiObject(rival.chart, 'b', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'only-here' } });
      const findings = findingsOf(() => rival.synth());
      expect(findings).toMatchObject([
        { rule: 'one-writer-a-file', message: 'The app "two" would write a file of the app "one".' },
      ]);
      expect(contentOf(outdir)).toEqual(before);
    },
  );

  test('are told that both would record the tree', () => {
    new Told('one', { name: 'one', recordConstructMetadata: true }).synth();
    const second = new Told('two', { name: 'two', recordConstructMetadata: true });
    expect(findingsOf(() => second.synth())).toMatchObject([{ given: 'construct-metadata.json' }]);
    expect(names()).toEqual(['construct-metadata.json', 'one.k8s.yaml']);
  });
});

test('the record of the tree goes when it is no longer asked for', () => {
  new Told('c', { name: 'shop', recordConstructMetadata: true }).synth();
  const after = new Told('c', { name: 'shop' });
  after.synth();
  expect(after.told).toMatchObject([{ removed: ['construct-metadata.json'], unchanged: ['c.k8s.yaml'] }]);
});

test('a chart that is renamed leaves no folder behind', () => {
  const yamlOutputType = YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
  new Told('before', { name: 'shop', yamlOutputType }).synth();
  new Told('after', { name: 'shop', yamlOutputType }).synth();
  expect(fs.readdirSync(outdir)).toEqual([INDEX_FILE, 'after']);
});

test('standard error tells what was removed, and what a person must look at', () => {
  const told: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  try {
    const run = (...charts: string[]): void => {
      const app = new App({ outdir, name: 'shop' });
      for (const id of charts) configMap(new Chart(app, id), 'a');
      app.synth();
    };
    run('a', 'b', 'c');
    fs.appendFileSync(path.join(outdir, 'b.k8s.yaml'), '# mine\n');
    run('c');
    fs.appendFileSync(path.join(outdir, INDEX_FILE), '>>>>>>> theirs\n');
    run('d');
  } finally {
    stderr.mockRestore();
  }
  expect(told.join('')).toBe(
    [
      'removed a.k8s.yaml: it is no longer described',
      'kept b.k8s.yaml: it is no longer described, but somebody changed it. Remove it, or take its line out of .cdk8s-strimzi to make it yours.',
      '.cdk8s-strimzi line 5: ">>>>>>> theirs" is not understood, and is left out from now on',
      'kept b.k8s.yaml: it is no longer described, but .cdk8s-strimzi had faults. The next run removes it if nobody changed it.',
      'kept c.k8s.yaml: it is no longer described, but .cdk8s-strimzi had faults. The next run removes it if nobody changed it.',
      '',
    ].join('\n'),
  );
});

test('two runs give the same bytes', () => {
  const app = new App({ outdir });
  configMap(new Chart(app, 'c'), 'a');
  expect(app.synthYaml()).toBe(app.synthYaml());
});
