import { Names, YamlOutputType } from 'cdk8s';
import type { OrderedApp, OrderedChart } from './order';
import type { SynthesizedDocument } from './synthesis';

/** Where documents go, and on whose behalf. */
export interface FileName {
  /** Relative to the output folder. */
  readonly file: string;
  /** Construct path of what asks for the file. */
  readonly owner: string;
}

/** Names the file of each document, as cdk8s names them. */
export class FileNames {
  private readonly charts: ReadonlyMap<unknown, string>;

  constructor(
    private readonly type: YamlOutputType,
    private readonly extension: string,
    order: OrderedApp,
  ) {
    this.charts = new Map(order.charts.map((ordered, index) => [ordered.chart, chartName(ordered, index, order)]));
  }

  of({ chart, object, kind, name }: SynthesizedDocument): FileName {
    const resource = `${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
    const chartFile = this.charts.get(chart) ?? '';
    switch (this.type) {
      case YamlOutputType.FILE_PER_APP:
        return { file: `app${this.extension}`, owner: '' };
      case YamlOutputType.FILE_PER_CHART:
        return { file: `${chartFile}${this.extension}`, owner: chart.node.path };
      case YamlOutputType.FILE_PER_RESOURCE:
        return { file: `${resource}${this.extension}`, owner: object.node.path };
      case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
        return { file: `${chartFile}/${resource}${this.extension}`, owner: object.node.path };
    }
  }
}

/**
 * `kubectl apply -f` takes files in the order of their names, so a number in front says the order that somebody asked
 * for. Without such an order names stay as they are when a chart is added.
 */
function chartName({ chart }: OrderedChart, index: number, { hasChartDependencies }: OrderedApp): string {
  const name = Names.toDnsLabel(chart);
  return hasChartDependencies ? `${String(index).padStart(4, '0')}-${name}` : name;
}
