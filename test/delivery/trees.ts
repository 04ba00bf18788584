import { ApiObject, Chart, type App } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import * as fc from 'fast-check';

/** A construct of a tree that can be built again, under another app or in another order. */
export interface Twig {
  readonly type: 'chart' | 'scope' | 'object';
  readonly id: string;
  readonly children: readonly Twig[];
}

/** Constructs by the way to them, and who depends on whom. */
export interface Plan {
  readonly charts: readonly Twig[];
  readonly dependencies: readonly (readonly [number, number])[];
}

const ids = fc.integer({ min: 0, max: 99 }).map((n) => `n${n}`);

const object = fc.record({ type: fc.constant('object' as const), id: ids, children: fc.constant([]) });

const { twig } = fc.letrec<{ twig: Twig; inner: Twig }>((tie) => ({
  inner: fc.oneof({ maxDepth: 3 }, { arbitrary: object, weight: 4 }, { arbitrary: tie('twig'), weight: 2 }),
  twig: fc.record({
    type: fc.constantFrom('chart' as const, 'scope' as const, 'scope' as const),
    id: ids,
    children: fc.uniqueArray(tie('inner'), { maxLength: 4, selector: ({ id }) => id }),
  }),
}));

/** Random charts with scopes, objects and charts in them, and random dependencies between any of these. */
export const PLANS: fc.Arbitrary<Plan> = fc.record({
  charts: fc.uniqueArray(
    twig.map((chart) => ({ ...chart, type: 'chart' as const })),
    { minLength: 1, maxLength: 4, selector: ({ id }) => id },
  ),
  dependencies: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 5 }),
});

/** Builds a plan. Its dependencies count charts, and the constructs with objects, in the order of their paths. */
export function build(app: App, { charts, dependencies }: Plan, reversed = false): void {
  const paths: string[] = [];
  const byPath = new Map<string, IConstruct>();
  const inOrder = (twigs: readonly Twig[]): Twig[] => (reversed ? [...twigs].reverse() : [...twigs]);
  const add = (scope: Construct, { type, id, children }: Twig): void => {
    const construct = make(scope, type, id);
    if (type === 'chart' || hasObjects(children) || type === 'object') byPath.set(construct.node.path, construct);
    for (const child of inOrder(children)) add(construct, child);
  };
  for (const chart of inOrder(charts)) add(app, chart);
  paths.push(...[...byPath.keys()].sort());
  for (const [from, to] of dependencies) {
    const source = byPath.get(paths[from % paths.length] ?? '');
    const target = byPath.get(paths[to % paths.length] ?? '');
    // Plain cdk8s loses what depends on itself.
    if (source && target && source !== target) source.node.addDependency(target);
  }
}

function hasObjects(twigs: readonly Twig[]): boolean {
  return twigs.some(({ type, children }) => type === 'object' || (type === 'scope' && hasObjects(children)));
}

function make(scope: Construct, type: Twig['type'], id: string): Construct {
  if (type === 'chart') return new Chart(scope, id);
  if (type === 'scope') return new Construct(scope, id);
  return configMap(scope, id);
}

export function configMap(scope: Construct, id: string, data: Record<string, string> = {}): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', data });
}
