import type { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Site } from '../constructs/site';
import { kindRank } from './kind-order';
import type { LayoutType } from './layout';
import type { OrderedApp, OrderedChart } from './order';
import { chartOf } from './tree';

/** Charts that share a file, or a folder. */
export interface ChartGroup {
  /** Construct path of what it is named after. */
  readonly owner: string;
  readonly charts: OrderedChart[];
  /** What stands in front of its name: its place in the order, if somebody asked for one between groups. */
  number: string;
}

/** The charts of an app in groups. */
export interface ChartGroups {
  readonly groups: readonly ChartGroup[];
  readonly byChart: ReadonlyMap<Chart, ChartGroup>;
}

/** All groups, each where the last of its charts is in the order, and the group of each chart. */
export function groupCharts(order: OrderedApp, type: LayoutType): ChartGroups {
  const groups = new Map<IConstruct, ChartGroup>();
  const byChart = new Map<Chart, ChartGroup>();
  for (const ordered of order.charts) {
    const owner = ownerOf(ordered.chart, type);
    const group = groups.get(owner) ?? { owner: owner.node.path, charts: [], number: '' };
    group.charts.push(ordered);
    groups.delete(owner);
    groups.set(owner, group);
    byChart.set(ordered.chart, group);
  }
  const groupOf = (construct: IConstruct): ChartGroup | undefined => {
    const chart = chartOf(construct);
    return chart && byChart.get(chart);
  };
  const isOrdered = order.chartDependencies.some(({ source, target }) => {
    const group = groupOf(source);
    return group === undefined || group !== groupOf(target);
  });
  if (isOrdered)
    for (const [index, group] of [...groups.values()].entries()) group.number = numberOf(index, groups.size);
  return { groups: [...groups.values()], byChart };
}

/** As many digits as the last of all needs: `10000-` would come before `9999-`. */
export function numberOf(index: number, count: number): string {
  return `${String(index).padStart(Math.max(4, String(count - 1).length), '0')}-`;
}

/** The objects of a group, kind by kind. */
export function byKind({ charts }: ChartGroup): readonly OrderedChart[] {
  const objects = charts.flatMap(({ objects: own, ...chart }) => own.map((object) => ({ chart, object })));
  objects.sort((a, b) => compareKinds(a.object, b.object));
  return objects.map(({ chart, object }) => ({ ...chart, objects: [object] }));
}

function compareKinds({ kind: a }: ApiObject, { kind: b }: ApiObject): number {
  return kindRank(a) - kindRank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Whom the file or the folder of a chart is named after. */
function ownerOf(chart: Chart, type: LayoutType): IConstruct {
  switch (type) {
    case 'filePerSite':
    case 'filePerKind':
    case 'filePerObject':
      return Site.find(chart) ?? chart;
    case 'singleFile':
    case 'standardOutput':
      return chart.node.root;
    default:
      return chart;
  }
}
