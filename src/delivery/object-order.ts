import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { cycleOf, DependencyCycle, OrderGraph, type Dependency } from './graph';
import { neededFirst } from './kind-order';
import { childrenOf, isWithin } from './tree';

/** The objects of one chart, in order. */
export function orderObjects(
  chart: Chart,
  objects: readonly ApiObject[],
  dependencies: readonly Dependency[],
  cycles: DependencyCycle[],
): readonly ApiObject[] {
  const wanted = neededFirst(objects);
  if (dependencies.length === 0) return wanted;
  const ordered = cycleAmong(dependencies) ?? new ObjectGraph(chart, dependencies).order(wanted);
  if (ordered instanceof DependencyCycle) cycles.push(ordered);
  return ordered instanceof DependencyCycle ? wanted : ordered;
}

/** A cycle of the constructs themselves, whatever is in them. */
function cycleAmong(dependencies: readonly Dependency[]): DependencyCycle | undefined {
  const graph = new OrderGraph();
  const nodes = new Map<IConstruct, number>();
  const nodeOf = (construct: IConstruct): number => {
    const known = nodes.get(construct) ?? graph.addNode();
    nodes.set(construct, known);
    return known;
  };
  for (const dependency of dependencies) {
    graph.addEdge(nodeOf(dependency.source), nodeOf(dependency.target), dependency);
  }
  const order = graph.order([]);
  return order instanceof DependencyCycle ? order : undefined;
}

/**
 * Nodes of a construct: where it begins, itself if it is an object, and where all beneath it is done. An object without
 * anything beneath it is a single node.
 */
interface Span {
  readonly begin: number;
  readonly item?: number;
  readonly end: number;
  /** How many objects there are beneath it, itself included. */
  objects: number;
}

/** The one object that comes before, or after, all else in a scope. */
interface Only {
  readonly object: IConstruct;
  readonly dependency: Dependency;
}

class ObjectGraph {
  private readonly graph = new OrderGraph();
  private readonly spans = new Map<IConstruct, Span>();
  private readonly objects = new Map<number, ApiObject>();
  private readonly firsts = new Map<IConstruct, Only>();
  private readonly lasts = new Map<IConstruct, Only>();
  private impossible?: DependencyCycle;

  constructor(
    private readonly chart: Chart,
    dependencies: readonly Dependency[],
  ) {
    this.addTree();
    for (const dependency of dependencies) this.addDependency(dependency);
  }

  order(wanted: readonly ApiObject[]): readonly ApiObject[] | DependencyCycle {
    if (this.impossible) return this.impossible;
    const order = this.graph.order(wanted.map((object) => this.span(object).item ?? 0));
    return order instanceof DependencyCycle ? order : order.flatMap((node) => this.objects.get(node) ?? []);
  }

  private addTree(): void {
    const scopes: IConstruct[] = [this.chart];
    const met: IConstruct[] = [];
    for (let construct = scopes.pop(); construct; construct = scopes.pop()) {
      const inner = this.innerOf(construct);
      this.addConstruct(construct, inner.length === 0);
      met.push(construct);
      for (const child of inner.reverse()) scopes.push(child);
    }
    const inner = met.slice(1);
    for (const construct of inner.toReversed()) this.scopeOf(construct).objects += this.span(construct).objects;
    for (const construct of inner) this.hang(this.span(construct), this.scopeOf(construct));
  }

  private addConstruct(construct: IConstruct, isLeaf: boolean): void {
    const { graph } = this;
    const begin = graph.addNode();
    const isObject = ApiObject.isApiObject(construct);
    const item = !isObject ? undefined : isLeaf ? begin : graph.addNode();
    const end = isObject && isLeaf ? begin : graph.addNode();
    if (isObject && item !== undefined) this.objects.set(item, construct);
    if (item !== undefined && item !== begin) graph.addEdge(item, begin);
    if (end !== begin) graph.addEdge(end, item ?? begin);
    this.spans.set(construct, { begin, item, end, objects: isObject ? 1 : 0 });
  }

  /** What has no objects waits for nothing on behalf of its scope, and nothing waits for it on behalf of its scope. */
  private hang({ begin, end, objects }: Span, scope: Span): void {
    if (objects === 0) return;
    this.graph.addEdge(begin, scope.begin);
    this.graph.addEdge(scope.end, end);
  }

  private addDependency(dependency: Dependency): void {
    const { source, target } = dependency;
    if (source !== target && isWithin(target, source)) this.putFirst(dependency);
    else if (source !== target && isWithin(source, target)) this.putLast(dependency);
    else this.graph.addEdge(this.span(source).begin, this.span(target).end, dependency);
  }

  /** A scope depends on something in it: that comes before all else in the scope. */
  private putFirst(dependency: Dependency): void {
    const { source: scope, target } = dependency;
    const own = this.span(scope).item;
    if (own !== undefined) this.graph.addEdge(own, this.span(target).end, dependency);
    const first = this.onlyObject(target, scope, dependency, this.firsts);
    if (first === undefined) return;
    this.forOthers(scope, first, (node) => this.graph.addEdge(node.begin, this.item(first), dependency));
  }

  /**
   * Something depends on a scope that it is in: it comes after all else in the scope. After an object that has others
   * beneath it, it comes after that object only: the others are no part of it.
   */
  private putLast(dependency: Dependency): void {
    const { source, target: scope } = dependency;
    const own = this.span(scope).item;
    if (own !== undefined) {
      this.graph.addEdge(this.span(source).begin, own, dependency);
      return;
    }
    const last = this.onlyObject(source, scope, dependency, this.lasts);
    if (last === undefined) return;
    this.forOthers(scope, last, (node) => this.graph.addEdge(this.item(last), node.end, dependency));
  }

  /** The object beneath a construct. More than one would each come before, or after, the others: a cycle. */
  private onlyObject(
    inner: IConstruct,
    scope: IConstruct,
    dependency: Dependency,
    known: Map<IConstruct, Only>,
  ): IConstruct | undefined {
    const object = this.firstObject(inner);
    if (!object) return undefined;
    const rival = known.get(scope);
    if (this.span(inner).objects > 1) {
      this.impossible ??= cycleOf([dependency.source, dependency.target]);
    } else if (rival && rival.object !== object) {
      const { source, target } = rival.dependency;
      this.impossible ??= cycleOf([source, target, dependency.source, dependency.target]);
    }
    known.set(scope, { object, dependency });
    return this.impossible ? undefined : object;
  }

  private firstObject(construct: IConstruct): IConstruct | undefined {
    let found: IConstruct | undefined = construct;
    while (found && !ApiObject.isApiObject(found)) {
      found = this.innerOf(found).find((child) => this.span(child).objects > 0);
    }
    return found;
  }

  /** All objects beneath a scope beside one and what that is in. */
  private forOthers(scope: IConstruct, one: IConstruct, act: (span: Span) => void): void {
    for (let inner = one; inner !== scope && inner.node.scope; inner = inner.node.scope) {
      const outer = inner.node.scope;
      for (const other of this.innerOf(outer))
        if (other !== inner && this.span(other).objects > 0) act(this.span(other));
      const { item } = this.span(outer);
      if (item !== undefined) act({ begin: item, item, end: item, objects: 1 });
    }
  }

  /** Children that are no charts of their own. */
  private innerOf(construct: IConstruct): IConstruct[] {
    return childrenOf(construct).filter((child) => !Chart.isChart(child));
  }

  private scopeOf(construct: IConstruct): Span {
    return this.span(construct.node.scope ?? this.chart);
  }

  private item(object: IConstruct): number {
    const { item, begin } = this.span(object);
    return item ?? begin;
  }

  private span(construct: IConstruct): Span {
    const span = this.spans.get(construct);
    if (!span) throw new Error(`${construct.node.path} is not in chart ${this.chart.node.path}`);
    return span;
  }
}
