import * as cdk8s from 'cdk8s';
import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { orderApp } from '../../src/delivery/order';
import { build, configMap, PLANS, type Plan } from './trees';

const paths = (app: cdk8s.App): string[][] =>
  orderApp(app).charts.map(({ chart, objects }) => [chart.node.path, ...objects.map(({ node }) => node.path)]);

const cycle = (app: cdk8s.App): string | undefined => orderApp(app).cycles[0]?.message;

function plan(app: cdk8s.App, chosen: Plan): cdk8s.App {
  build(app, chosen);
  return app;
}

function manifestsOf(chart: Chart): { readonly metadata: { readonly name: string } }[] {
  return chart.toJson() as { readonly metadata: { readonly name: string } }[];
}

describe('beside plain cdk8s, on random trees', () => {
  /** The objects that plain cdk8s writes, chart by chart, or nothing if it refuses. */
  function plainOrder(chosen: Plan): string[][] | undefined {
    try {
      const app = plan(new cdk8s.App(), chosen);
      app.charts.forEach(manifestsOf);
      return app.charts.map((chart) => [chart.node.path, ...manifestsOf(chart).map(({ metadata }) => metadata.name)]);
    } catch (error) {
      if (/cycle/i.test(String(error)) || error instanceof RangeError) return undefined;
      throw error;
    }
  }

  const named = (app: cdk8s.App): string[][] =>
    orderApp(app).charts.map(({ chart, objects }) => [chart.node.path, ...objects.map(({ name }) => name)]);

  test('refuses the same cycles and writes the same objects to the same charts', () => {
    fc.assert(
      fc.property(PLANS, (chosen) => {
        const plain = plainOrder(chosen);
        const app = plan(new cdk8s.App(), chosen);
        expect(orderApp(app).cycles.length > 0).toBe(plain === undefined);
        if (plain)
          expect(
            named(app)
              .map((chart) => chart.toSorted())
              .sort(),
          ).toEqual(plain.map((chart) => chart.toSorted()).sort());
      }),
      { numRuns: 300 },
    );
  });

  test('puts every object after those that plain cdk8s makes it depend on', () => {
    fc.assert(
      fc.property(PLANS, (chosen) => {
        fc.pre(plainOrder(chosen) !== undefined);
        const expanded = plan(new cdk8s.App(), chosen);
        const order = named(plan(new cdk8s.App(), chosen));
        const places = new Map(
          order.flatMap(([chart, ...names]) => [[chart, -1] as const, ...names.map((name, at) => [name, at] as const)]),
        );
        const charts = new Map(order.map(([chart], at) => [chart, at]));
        expanded.charts[0]?.toJson(); // cdk8s adds the dependencies between objects and charts to the tree
        for (const construct of expanded.node.findAll()) {
          for (const target of construct.node.dependencies) {
            if (Chart.isChart(construct) && Chart.isChart(target)) {
              expect(charts.get(target.node.path)).toBeLessThan(charts.get(construct.node.path) ?? -1);
            } else if (
              ApiObject.isApiObject(construct) &&
              ApiObject.isApiObject(target) &&
              construct.chart === target.chart
            ) {
              expect(places.get(target.name)).toBeLessThan(places.get(construct.name) ?? -1);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('the order in which a program makes constructs does not show', () => {
  fc.assert(
    fc.property(PLANS, (chosen) => {
      const app = new cdk8s.App();
      build(app, chosen, true);
      expect(paths(app)).toEqual(paths(plan(new cdk8s.App(), chosen)));
    }),
  );
});

test('charts and objects come by path, namespaces and definitions first', () => {
  const app = new cdk8s.App();
  const b = new Chart(app, 'b');
  const a = new Chart(app, 'a');
  configMap(b, 'z');
  new ApiObject(new Construct(b, 'x'), 'crd', {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
  });
  new ApiObject(b, 'zz', { apiVersion: 'v1', kind: 'Namespace' });
  configMap(b, 'm');
  configMap(a, 'only');
  expect(paths(app)).toEqual([
    ['a', 'a/only'],
    ['b', 'b/zz', 'b/x/crd', 'b/m', 'b/z'],
  ]);
});

test('what an object depends on comes just before the first that needs it', () => {
  const app = new cdk8s.App();
  const chart = new Chart(app, 'c');
  const [a, , z] = ['a', 'b', 'z'].map((id) => configMap(chart, id));
  a?.addDependency(z as ApiObject);
  expect(paths(app)).toEqual([['c', 'c/z', 'c/a', 'c/b']]);
});

test('a dependency of a scope on a scope holds for all that is in them', () => {
  const app = new cdk8s.App();
  const chart = new Chart(app, 'c');
  const early = new Construct(chart, 'early');
  const late = new Construct(chart, 'late');
  for (const id of ['a', 'b']) [early, late].forEach((scope) => configMap(scope, id));
  early.node.addDependency(late);
  expect(paths(app)).toEqual([['c', 'c/late/a', 'c/late/b', 'c/early/a', 'c/early/b']]);
});

test('an object that depends on the object it is in comes after that one alone', () => {
  const app = new cdk8s.App();
  const cluster = configMap(new Chart(app, 'c'), 'cluster');
  for (const id of ['t1', 't2']) configMap(cluster, id).addDependency(cluster);
  expect(cycle(app)).toBeUndefined();
  expect(paths(app)).toEqual([['c', 'c/cluster', 'c/cluster/t1', 'c/cluster/t2']]);
});

test('a chart that depends on one of its objects has that object first', () => {
  const app = new cdk8s.App();
  const chart = new Chart(app, 'c');
  configMap(chart, 'a');
  chart.addDependency(configMap(new Construct(chart, 's'), 'z'));
  expect(paths(app)).toEqual([['c', 'c/s/z', 'c/a']]);
});

test('charts under a scope wait for what the scope depends on', () => {
  const app = new cdk8s.App();
  const [group, other] = ['a-group', 'b-group'].map((id) => new Construct(app, id));
  new Chart(group as Construct, 'one');
  new Chart(other as Construct, 'two');
  group?.node.addDependency(other as Construct);
  expect(orderApp(app).chartDependencies).toHaveLength(1);
  expect(paths(app)).toEqual([['b-group/two'], ['a-group/one']]);
});

describe('a cycle is told by the constructs that are on it', () => {
  test('between objects', () => {
    const app = new cdk8s.App();
    const chart = new Chart(app, 'c');
    const [a, b, d] = ['a', 'b', 'd'].map((id) => configMap(chart, id)) as [ApiObject, ApiObject, ApiObject];
    a.addDependency(b);
    b.addDependency(d);
    d.addDependency(a);
    expect(cycle(app)).toBe('Dependency cycle: c/a → c/b → c/d → c/a.');
  });

  test('of an object and itself', () => {
    const app = new cdk8s.App();
    const a = configMap(new Chart(app, 'c'), 'a');
    a.addDependency(a);
    expect(cycle(app)).toBe('Dependency cycle: c/a → c/a.');
  });

  test('through a scope', () => {
    const app = new cdk8s.App();
    const chart = new Chart(app, 'c');
    const scope = new Construct(chart, 's');
    const inner = configMap(scope, 'inner');
    const outer = configMap(chart, 'outer');
    outer.addDependency(scope);
    inner.addDependency(outer);
    expect(cycle(app)).toBe('Dependency cycle: c/outer → c/s → c/s/inner → c/outer.');
  });

  test('between charts, by objects that cause it', () => {
    const app = new cdk8s.App();
    const [a, b] = ['a', 'b'].map((id) => new Chart(app, id)) as [Chart, Chart];
    const x = [configMap(a, 'x1'), configMap(a, 'x2')] as const;
    const y = [configMap(b, 'y1'), configMap(b, 'y2')] as const;
    x[0].addDependency(y[0]);
    y[1].addDependency(x[1]);
    expect(cycle(app)).toBe('Dependency cycle: a/x1 → b/y1 → b/y2 → a/x2 → a/x1.');
  });

  test('of every child and their scope, without counting pairs', () => {
    const app = new cdk8s.App();
    const chart = new Chart(app, 'c');
    for (let n = 0; n < 20_000; n++) configMap(chart, `o${n}`).addDependency(chart);
    expect(cycle(app)).toBe('Dependency cycle: c/o0 → c → c/o1 → c → c/o0.');
  });
});

describe('shapes that grow', () => {
  test('a chain of 40,000 objects', () => {
    const app = new cdk8s.App();
    const chart = new Chart(app, 'c');
    let last: ApiObject | undefined;
    for (let n = 0; n < 40_000; n++) {
      const next = configMap(chart, `o${n}`);
      if (last) last.addDependency(next);
      last = next;
    }
    const order = orderApp(app).charts[0]?.objects ?? [];
    expect(order[0]).toBe(last);
    expect(order.at(-1)?.node.id).toBe('o0');
    expect(order).toHaveLength(40_000);
  });

  test('sixty layers of four objects, each on all four before', () => {
    const app = new cdk8s.App();
    const chart = new Chart(app, 'c');
    let before: ApiObject[] = [];
    for (let layer = 0; layer < 60; layer++) {
      const objects = [0, 1, 2, 3].map((n) => configMap(chart, `l${99 - layer}-${n}`));
      objects.forEach((object) => object.addDependency(...before));
      before = objects;
    }
    expect(orderApp(app).charts[0]?.objects.at(-1)?.node.id).toBe('l40-3');
  });

  test('a hundred charts, each on the one before, and two scopes of 3,000 objects', () => {
    const app = new cdk8s.App();
    let before: Chart | undefined;
    for (let n = 0; n < 100; n++) {
      const chart = new Chart(app, `c${n}`);
      if (before) before.addDependency(chart);
      before = chart;
      const [a, b] = ['a', 'b'].map((id) => new Construct(chart, id)) as [Construct, Construct];
      for (let k = 0; k < 30; k++) [a, b].forEach((scope) => configMap(scope, `o${k}`));
      a.node.addDependency(b);
    }
    expect(orderApp(app).charts.map(({ chart }) => chart.node.id)[0]).toBe('c99');
  });
});
