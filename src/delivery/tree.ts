import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { wantedId } from '../constructs/ids';
import { isResource } from '../constructs/resource';
import type { Dependency } from './graph';

/** A chart with what is its own: objects of charts within it are theirs. */
export interface ChartContents {
  readonly chart: Chart;
  /** In the order of the tree. */
  readonly objects: ApiObject[];
  /** Dependencies between constructs of this chart. */
  readonly dependencies: Dependency[];
}

/** What one walk through an app's constructs finds. */
export interface Tree {
  /** All constructs, scopes before what is in them. */
  readonly constructs: readonly IConstruct[];
  /** Charts, and the constructs that are in none, scopes before what is in them. */
  readonly skeleton: readonly IConstruct[];
  readonly charts: ReadonlyMap<Chart, ChartContents>;
  /** Dependencies that leave a chart, or begin or end outside any. */
  readonly dependencies: readonly Dependency[];
}

/** Constructs of one scope that are still to be visited, the next one last. */
interface Siblings {
  readonly left: IConstruct[];
  /** The chart that they are in. */
  readonly within?: ChartContents | undefined;
}

/**
 * Walks an app once. Siblings come in the order of their ids, so the order in which a program made them does not show.
 */
export function walk(root: IConstruct): Tree {
  const constructs: IConstruct[] = [];
  const charts = new Map<Chart, ChartContents>();
  const skeleton: IConstruct[] = [];
  const dependents: IConstruct[] = [];
  const open: Siblings[] = [{ left: [root] }];
  for (let siblings = open.at(-1); siblings; siblings = open.at(-1)) {
    const construct = siblings.left.pop();
    if (!construct) {
      open.pop();
      continue;
    }
    let { within } = siblings;
    constructs.push(construct);
    if (!within || Chart.isChart(construct)) skeleton.push(construct);
    if (Chart.isChart(construct)) {
      within = { chart: construct, objects: [], dependencies: [] };
      charts.set(construct, within);
    } else if (within && ApiObject.isApiObject(construct)) {
      within.objects.push(construct);
    }
    if (construct.node.dependencies.length > 0) dependents.push(construct);
    const children = childrenOf(construct);
    if (children.length > 0) open.push({ left: children.reverse(), within });
  }
  return { constructs, skeleton, charts, dependencies: sortOut(dependents, constructs, charts) };
}

/** Puts dependencies to the charts that they stay in and returns the others. What is of another app is nobody's. */
function sortOut(
  dependents: readonly IConstruct[],
  constructs: readonly IConstruct[],
  charts: ReadonlyMap<Chart, ChartContents>,
): Dependency[] {
  if (dependents.length === 0) return [];
  const place = new Map(constructs.map((construct, index) => [construct, index]));
  const across: Dependency[] = [];
  for (const source of dependents) {
    const chart = chartOf(source);
    const targets = [...new Set(source.node.dependencies)].filter((target) => place.has(target));
    targets.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    for (const target of targets) {
      const contents = chart && chartOf(target) === chart ? charts.get(chart) : undefined;
      (contents?.dependencies ?? across).push({ source, target });
    }
  }
  return across;
}

/** Children in the order of their ids. Which of two resources of one id gave way to the other does not show. */
export function childrenOf(construct: IConstruct): IConstruct[] {
  const { children } = construct.node;
  if (children.length < 2) return children;
  return children.sort(children.some((child) => wantedId(child) !== undefined) ? byWantedId : byId);
}

/** The closest chart that a construct is, or is in. */
export function chartOf(construct: IConstruct): Chart | undefined {
  for (let scope: IConstruct | undefined = construct; scope; scope = scope.node.scope) {
    if (Chart.isChart(scope)) return scope;
  }
  return undefined;
}

/** Whether a construct is another, or beneath it. */
export function isWithin(construct: IConstruct, scope: IConstruct): boolean {
  for (let outer: IConstruct | undefined = construct; outer; outer = outer.node.scope) {
    if (outer === scope) return true;
  }
  return false;
}

function byId(a: IConstruct, b: IConstruct): number {
  return a.node.id < b.node.id ? -1 : 1;
}

function byWantedId(a: IConstruct, b: IConstruct): number {
  const one = wantedPlace(a);
  const other = wantedPlace(b);
  if (one === other) return byId(a, b);
  return one < other ? -1 : 1;
}

function wantedPlace(child: IConstruct): string {
  return `${wantedId(child) ?? child.node.id}\0${isResource(child) ? child.noun : ''}`;
}
