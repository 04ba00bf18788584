import type { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { faultFinding, type Finding } from '../check/finding';
import { orderCharts } from './chart-order';
import type { Dependency, DependencyCycle } from './graph';
import { orderObjects } from './object-order';
import { walk } from './tree';

/** A chart with its own objects, in the order in which they are written. */
export interface OrderedChart {
  readonly chart: Chart;
  readonly objects: readonly ApiObject[];
  /** Whether somebody asked for an order of its objects. */
  readonly hasObjectDependencies: boolean;
}

/** An app in the order in which it is written. */
export interface OrderedApp {
  /** All constructs, scopes before what is in them. */
  readonly constructs: readonly IConstruct[];
  readonly charts: readonly OrderedChart[];
  /** How many objects there are. */
  readonly objects: number;
  /** Whether somebody asked for an order of any kind. */
  readonly hasDependencies: boolean;
  /** Those that leave a chart, or begin or end outside any. */
  readonly chartDependencies: readonly Dependency[];
  /** Dependencies that lead in a circle. The order of what they join is that of the tree. */
  readonly cycles: readonly Finding[];
}

/**
 * Puts charts and objects in order.
 *
 * What depends on something comes after it: a dependency on a scope means all objects beneath it, one that a scope has
 * is had by all objects beneath it, and a scope without objects hands an order on. Otherwise charts come in the order of their paths, and in a chart the kinds that
 * others need (namespaces, custom resource definitions) come first, then the order of paths. The order in which a
 * program made its constructs does not show, so two programs that say the same write the same.
 *
 * One walk, linear in constructs and dependencies; nothing is recursive, so depth is no limit.
 */
export function orderApp(root: IConstruct): OrderedApp {
  const tree = walk(root);
  const cycles: DependencyCycle[] = [];
  const charts = orderCharts(tree, cycles).map(({ chart, objects, dependencies }) => ({
    chart,
    objects: orderObjects(chart, objects, dependencies, cycles),
    hasObjectDependencies: dependencies.length > 0,
  }));
  return {
    constructs: tree.constructs,
    charts,
    objects: charts.reduce((sum, { objects }) => sum + objects.length, 0),
    hasDependencies: tree.dependencies.length > 0 || charts.some(({ hasObjectDependencies }) => hasObjectDependencies),
    chartDependencies: tree.dependencies,
    cycles: cycles.map(cycleFinding),
  };
}

function cycleFinding({ path }: DependencyCycle): Finding {
  const names = path.map(({ node }) => node.path || 'the app');
  return faultFinding({
    rule: 'no-dependency-cycle',
    path: names[0] ?? '',
    message: `Dependency cycle: ${names.join(' → ')}.`,
    remedy: 'Take one of these dependencies away.',
  });
}
