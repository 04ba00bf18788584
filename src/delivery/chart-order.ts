import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { DependencyCycle, OrderGraph } from './graph';
import { chartOf, type ChartContents, type Tree } from './tree';

/** Charts in order. A chart whose scope is a chart comes before that one, as cdk8s has it. */
export function orderCharts(tree: Tree, cycles: DependencyCycle[]): readonly ChartContents[] {
  const charts = [...tree.charts.values()];
  if (charts.length < 2 && tree.dependencies.length === 0) return charts;
  const graph = new ChartGraph(tree);
  const ordered = graph.order();
  if (ordered instanceof DependencyCycle) cycles.push(ordered);
  return ordered instanceof DependencyCycle ? charts : ordered;
}

/** A node where a scope begins, and one where all in it is done. Both are one for a chart: it is written at once. */
interface Span {
  readonly begin: number;
  readonly end: number;
}

/** Charts, and the scopes above them. */
class ChartGraph {
  private readonly graph = new OrderGraph();
  private readonly spans = new Map<IConstruct, Span>();
  private readonly charts = new Map<number, ChartContents>();

  constructor(tree: Tree) {
    for (const construct of tree.skeleton) {
      if (Chart.isChart(construct)) this.addChart(construct, tree.charts.get(construct));
      else this.addScope(construct);
    }
    for (const dependency of tree.dependencies) {
      const source = this.spanOf(dependency.source);
      const target = this.spanOf(dependency.target);
      if (source && target) this.graph.addEdge(source.begin, target.end, dependency);
    }
  }

  order(): readonly ChartContents[] | DependencyCycle {
    const order = this.graph.order(this.charts.keys());
    return order instanceof DependencyCycle ? order : order.flatMap((node) => this.charts.get(node) ?? []);
  }

  private addChart(chart: Chart, contents: ChartContents | undefined): void {
    const node = this.graph.addNode();
    this.spans.set(chart, { begin: node, end: node });
    if (contents) this.charts.set(node, contents);
    const { scope } = chart.node;
    if (scope && Chart.isChart(scope)) this.nest(scope, chart);
    this.hang(outermostScope(chart), node, node);
  }

  private addScope(construct: IConstruct): void {
    const begin = this.graph.addNode();
    const end = this.graph.addNode();
    this.spans.set(construct, { begin, end });
    this.graph.addEdge(end, begin);
    this.hang(construct.node.scope, begin, end);
  }

  private nest(outer: Chart, inner: Chart): void {
    const after = this.spans.get(outer);
    const before = this.spans.get(inner);
    if (after && before) this.graph.addEdge(after.begin, before.end, { source: outer, target: inner });
  }

  private hang(scope: IConstruct | undefined, begin: number, end: number): void {
    const span = scope && this.spans.get(scope);
    if (!span) return;
    this.graph.addEdge(begin, span.begin);
    this.graph.addEdge(span.end, end);
  }

  private spanOf(construct: IConstruct): Span | undefined {
    return this.spans.get(chartOf(construct) ?? construct);
  }
}

/** The closest scope of a chart that is in no chart. */
function outermostScope(chart: Chart): IConstruct | undefined {
  let scope = chart.node.scope;
  while (scope && chartOf(scope)) scope = scope.node.scope;
  return scope;
}
