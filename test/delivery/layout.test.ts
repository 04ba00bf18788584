import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import * as fc from 'fast-check';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { parseAllDocuments } from 'yaml';
import { App, Layout, Namespace, Site, StrimziRelease } from '../../src';
import { FindingsError, type Finding } from '../../src/check/finding';
import { orderApp } from '../../src/delivery/order';
import { chartOf } from '../../src/delivery/tree';
import { Waves } from '../../src/delivery/waves';
import { manifestsOf } from './folders';
import { build, configMap, PLANS } from './trees';

let outdir: string;

beforeEach(() => (outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'layout-'))));
afterEach(() => fs.rmSync(outdir, { recursive: true, force: true }));

function site(scope: Construct, id: string): Site {
  return new Site(scope, id, { release: StrimziRelease.V1_2 });
}

function object(scope: Construct, kind: string, name: string, namespace?: string): ApiObject {
  const metadata = { name, ...(namespace !== undefined && { namespace }) };
  return new ApiObject(scope, `${kind}-${name.replaceAll('/', '|')}`, {
    apiVersion: 'v1',
    kind,
    metadata,
  });
}

/** Names of the files that an app writes with a layout, and the names of the objects in each. */
function written(layout: Layout, fill: (app: App) => void): Record<string, string[]> {
  const app = new App({ outdir, layout, name: 'tried' });
  app['announce'] = () => undefined;
  fill(app);
  app.synth();
  return Object.fromEntries(
    Object.entries(manifestsOf(outdir))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, text]) => [file, parseAllDocuments(text).map((each) => String(each.getIn(['metadata', 'name'])))]),
  );
}

function findings(layout: Layout, fill: (app: App) => void): readonly Finding[] {
  try {
    written(layout, fill);
  } catch (error) {
    if (error instanceof FindingsError) return error.findings;
    throw error;
  }
  return [];
}

/** A site with two namespaces and a chart in it, and a chart of no site. */
function twoPlaces(app: App): void {
  const madrid = site(app, 'madrid');
  new Namespace(madrid, 'namespace');
  object(madrid, 'ConfigMap', 'settings');
  object(madrid, 'Secret', 'key', 'other');
  object(new Chart(madrid, 'inner', { namespace: 'madrid' }), 'Secret', 'inner-key');
  object(new Chart(app, 'plain'), 'ConfigMap', 'plain');
}

describe('what each layout gives', () => {
  it('one file a site, the charts within it too, and one for each other chart', () => {
    expect(written(Layout.filePerSite(), twoPlaces)).toEqual({
      'madrid.k8s.yaml': ['inner-key', 'madrid', 'settings', 'key'],
      'plain.k8s.yaml': ['plain'],
    });
  });

  it('is one file a site where nothing else is asked for', () => {
    const app = new App({ outdir });
    twoPlaces(app);
    app.synth();
    expect(Object.keys(manifestsOf(outdir)).sort()).toEqual(['madrid.k8s.yaml', 'plain.k8s.yaml']);
  });

  it('one file a chart', () => {
    expect(written(Layout.filePerChart(), twoPlaces)).toEqual({
      'madrid-inner.k8s.yaml': ['inner-key'],
      'madrid.k8s.yaml': ['madrid', 'settings', 'key'],
      'plain.k8s.yaml': ['plain'],
    });
  });

  it('one file a kind, numbered as one needs the other', () => {
    expect(written(Layout.filePerKind(), twoPlaces)).toEqual({
      'madrid/00-Namespace.yaml': ['madrid'],
      'madrid/04-ConfigMap.yaml': ['settings'],
      'madrid/04-Secret.yaml': ['inner-key', 'key'],
      'plain/04-ConfigMap.yaml': ['plain'],
    });
  });

  it('one file an object, in the folder of its namespace', () => {
    expect(written(Layout.filePerObject(), twoPlaces)).toEqual({
      'madrid/Namespace-madrid.yaml': ['madrid'],
      'madrid/madrid/ConfigMap-settings.yaml': ['settings'],
      'madrid/madrid/Secret-inner-key.yaml': ['inner-key'],
      'madrid/other/Secret-key.yaml': ['key'],
      'plain/ConfigMap-plain.yaml': ['plain'],
    });
  });

  it('a single file, of a name of its own', () => {
    const names = ['inner-key', 'madrid', 'settings', 'key', 'plain'];
    expect(written(Layout.singleFile(), twoPlaces)).toEqual({ 'app.k8s.yaml': names });
    expect(written(Layout.singleFile('kafka'), twoPlaces)).toEqual({ 'kafka.k8s.yaml': names });
  });

  it.each(['../kafka', '/kafka', 'a/../../kafka', 'c:kafka', 'a\\kafka'])('no file elsewhere: %s', (name) => {
    expect(findings(Layout.singleFile(name), twoPlaces)).toMatchObject([
      { rule: 'prop-value', path: 'App', field: 'file', given: `${name}.k8s.yaml` },
    ]);
    expect(fs.readdirSync(outdir)).toEqual([]);
  });

  it('no files elsewhere by their extension, told once', () => {
    const app = new App({ outdir, outputFileExtension: '/../../kafka.yaml', name: 'tried' });
    twoPlaces(app);
    expect(() => app.synth()).toThrow(/^1 error;/);
    expect(fs.readdirSync(outdir)).toEqual([]);
  });

  it('standard output, with nothing else on it and no folder', () => {
    const told: string[] = [];
    const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => told.push(String(text)) > 0);
    try {
      expect(written(Layout.standardOutput(), twoPlaces)).toEqual({});
    } finally {
      stdout.mockRestore();
    }
    expect(parseAllDocuments(told.join('')).map((each) => each.getIn(['metadata', 'name']))).toEqual([
      'inner-key',
      'madrid',
      'settings',
      'key',
      'plain',
    ]);
    expect(fs.readdirSync(outdir)).toEqual([]);
  });

  it('the same objects, whatever the layout and in whatever order a program made them', () => {
    const layouts = [Layout.filePerSite(), Layout.filePerChart(), Layout.filePerObject(), Layout.singleFile()];
    fc.assert(
      fc.property(PLANS, (plan) => {
        const all = layouts.map((layout) => {
          const give = (reversed: boolean): Record<string, string[]> =>
            written(layout, (app) => build(app, plan, reversed));
          if (findings(layout, (app) => build(app, plan)).length > 0) return [];
          expect(give(true)).toEqual(give(false));
          return Object.values(give(false)).flat().sort();
        });
        for (const names of all) expect(names).toEqual(all[0]);
      }),
      { numRuns: 40 },
    );
  });
});

it('an app has a layout or a yamlOutputType, not both', () => {
  const yamlOutputType = YamlOutputType.FILE_PER_APP;
  expect(() => new App({ layout: Layout.filePerKind(), yamlOutputType })).toThrow('a layout or a yamlOutputType');
});

describe('file names', () => {
  it('end as the app says', () => {
    const app = new App({ outdir, layout: Layout.filePerObject(), outputFileExtension: '.yml' });
    object(new Chart(app, 'c'), 'Secret', 's');
    app.synth();
    expect(Object.keys(manifestsOf(outdir))).toEqual(['c/Secret-s.yml']);
  });

  it('have no character that some system refuses, and are not hidden', () => {
    const names = written(Layout.filePerObject(), (app) => {
      for (const name of ['system:reader', '.hidden', 'ä b']) object(new Chart(app, `.${name}`), 'Secret', name);
    });
    expect(Object.keys(names)).toEqual([
      '---b/Secret---b.yaml',
      '-.hidden/Secret-.hidden.yaml',
      '-system-reader/Secret-system-reader.yaml',
    ]);
  });

  it.each([
    ['files', YamlOutputType.FILE_PER_RESOURCE, 'Secret.systemreader.k8s.yaml'],
    ['folders', YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, 'c/Secret.systemreader.k8s.yaml'],
  ])('have none that cdk8s leaves out, where it is cdk8s that names them (%s)', (_, yamlOutputType, file) => {
    const app = new App({ outdir, yamlOutputType });
    object(new Chart(app, 'c'), 'Secret', 'system:reader');
    app.synth();
    expect(Object.keys(manifestsOf(outdir))).toEqual([file]);
  });

  const long = (length: number, end: string): string => 'x'.repeat(length - end.length) + end;

  it('are cut where they are too long', () => {
    const names = written(Layout.filePerObject(), (app) => {
      object(new Chart(app, long(70, 'a')), 'CustomResourceDefinition', long(253, 'a'));
    });
    const [file = ''] = Object.keys(names);
    expect(file.split('/').map((part) => part.length)).toEqual([63, 253]);
    expect(file).toMatch(/^x{63}\/CustomResourceDefinition-x+\.yaml$/);
  });

  it.each<[string, Layout, (app: App) => void]>([
    ['sites', Layout.filePerSite(), (app) => ends((end) => configMap(site(app, long(64, end)), 'a'))],
    ['charts', Layout.filePerChart(), (app) => ends((end) => configMap(new Chart(app, long(64, end)), 'a'))],
    ['folders', Layout.filePerKind(), (app) => ends((end) => configMap(new Chart(app, long(64, end)), 'a'))],
    ['objects', Layout.filePerObject(), (app) => ends((end) => object(chartOnce(app), 'Secret', long(253, end)))],
  ])('that are one once they are cut are told with both (%s)', (_, layout, fill) => {
    const told = findings(layout, fill).filter(({ rule }) => rule === 'one-writer-a-file');
    expect(told).toHaveLength(1);
    expect(told[0]?.message).toMatch(/xb and .*xa would write the same file/);
    expect(told[0]?.given).toMatch(/, cut from .*xb/);
  });

  const ends = (make: (end: string) => void): void => ['a', 'b'].forEach(make);
  /** The chart of an app that is made when it is first asked for. */
  const chartOnce = (app: App): Construct => app.node.children.find(Chart.isChart) ?? new Chart(app, 'c');

  it('that two paths share are told with both', () => {
    const told = findings(Layout.filePerSite(), (app) => {
      configMap(site(new Construct(app, 'a'), 'b'), 'x');
      configMap(site(app, 'a-b'), 'y');
    });
    expect(told).toMatchObject([
      { rule: 'one-writer-a-file', given: 'a-b.k8s.yaml', message: 'a-b and a/b would write the same file.' },
    ]);
  });
});

describe('the order that somebody asked for', () => {
  it('between sites stands in front of their names', () => {
    const fill = (app: App): void => {
      const [a, b] = [site(app, 'a'), site(app, 'b')];
      configMap(a, 'x').addDependency(configMap(b, 'y'));
    };
    expect(Object.keys(written(Layout.filePerSite(), fill))).toEqual(['0000-b.k8s.yaml', '0001-a.k8s.yaml']);
    expect(Object.keys(written(Layout.filePerKind(), fill))).toEqual([
      '0000-b/04-ConfigMap.yaml',
      '0001-a/04-ConfigMap.yaml',
    ]);
  });

  it('within a site gives its file no number', () => {
    const names = written(Layout.filePerSite(), (app) => {
      const outer = site(app, 'a');
      configMap(outer, 'x').addDependency(configMap(new Chart(outer, 'inner'), 'y'));
      configMap(site(app, 'b'), 'z');
    });
    expect(Object.keys(names)).toEqual(['a.k8s.yaml', 'b.k8s.yaml']);
  });

  it('between objects stands in front of all of their files, and no higher than it must be', () => {
    const names = written(Layout.filePerObject(), (app) => {
      const chart = new Chart(app, 'c');
      const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => object(chart, 'Secret', name)) as [
        ApiObject,
        ApiObject,
        ApiObject,
        ApiObject,
      ];
      a.addDependency(b);
      b.addDependency(d);
      c.addDependency(d);
    });
    expect(Object.keys(names)).toEqual([
      'c/0000-Secret-d.yaml',
      'c/0001-Secret-b.yaml',
      'c/0001-Secret-c.yaml',
      'c/0002-Secret-a.yaml',
    ]);
  });

  it('shows in the files of resources of cdk8s too', () => {
    const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    const chart = new Chart(app, 'c');
    object(chart, 'Secret', 'a').addDependency(object(chart, 'Secret', 'b'));
    app.synth();
    expect(Object.keys(manifestsOf(outdir)).sort()).toEqual(['0000-Secret.b.k8s.yaml', '0001-Secret.a.k8s.yaml']);
  });

  it('that files of kinds cannot keep is told', () => {
    const fill = (app: App): void => {
      const chart = new Chart(app, 'c');
      object(chart, 'Namespace', 'n').addDependency(object(chart, 'Secret', 's'));
    };
    expect(findings(Layout.filePerKind(), fill)).toMatchObject([
      { rule: 'files-keep-order', path: 'c/Namespace-n', message: expect.stringContaining('c/Secret-s') },
    ]);
    expect(findings(Layout.filePerObject(), fill)).toEqual([]);
  });

  it('that files of sites cannot keep, as one is both before and after a chart, is told', () => {
    const fill = (app: App): void => {
      const outer = site(app, 'site');
      const between = new Chart(app, 'between');
      const inner = configMap(new Chart(outer, 'inner'), 'x');
      const middle = configMap(between, 'y');
      middle.addDependency(inner);
      configMap(outer, 'z').addDependency(middle);
    };
    expect(findings(Layout.filePerSite(), fill)).toMatchObject([{ rule: 'files-keep-order' }]);
    expect(findings(Layout.filePerChart(), fill)).toEqual([]);
  });
});

describe('waves, on random trees', () => {
  const orderOf = (plan: Parameters<typeof build>[1]) => {
    const app = new App({ outdir });
    build(app, plan);
    return orderApp(app);
  };

  it('the order in which all is written contradicts none that was asked for', () => {
    fc.assert(
      fc.property(PLANS, (plan) => {
        const { charts, cycles } = orderOf(plan);
        fc.pre(cycles.length === 0);
        const waves = new Waves();
        for (const { objects } of charts) for (const each of objects) waves.take(each);
        expect(waves.contradiction).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('every object is in a later wave than those that it is said to come after', () => {
    fc.assert(
      fc.property(PLANS, (plan) => {
        const { charts, cycles, constructs } = orderOf(plan);
        fc.pre(cycles.length === 0);
        const waves = new Waves();
        const byObject = new Map(charts.flatMap(({ objects }) => objects.map((each) => [each, waves.take(each)])));
        for (const source of constructs) {
          for (const target of source.node.dependencies) {
            const isNested = source.node.scopes.includes(target) || target.node.scopes.includes(source);
            if (isNested) continue;
            for (const later of objectsOf(source))
              for (const earlier of objectsOf(target))
                expect(byObject.get(later)).toBeGreaterThan(byObject.get(earlier) ?? Infinity);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  /** Those of a chart within are none of its own. */
  function objectsOf(scope: IConstruct): ApiObject[] {
    return scope.node
      .findAll()
      .filter((each): each is ApiObject => each instanceof ApiObject && chartOf(each) === chartOf(scope));
  }
});
