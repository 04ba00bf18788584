import { Names, YamlOutputType, type Chart } from 'cdk8s';
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
  private readonly charts: ReadonlyMap<Chart, string>;

  constructor(
    private readonly type: YamlOutputType,
    private readonly extension: string,
    order: OrderedApp,
  ) {
    this.charts = new Map(order.charts.map((ordered, index) => [ordered.chart, chartName(ordered, index, order)]));
  }

  of(document: SynthesizedDocument): FileName {
    const { file, owner } = this.inFolder(document);
    return { file: document.folder === undefined ? file : `${document.folder}/${file}`, owner };
  }

  private inFolder(document: SynthesizedDocument): FileName {
    const { chart, object } = document;
    switch (this.type) {
      case YamlOutputType.FILE_PER_APP:
        return { file: `app${this.extension}`, owner: '' };
      case YamlOutputType.FILE_PER_CHART:
        return { file: `${this.chartName(chart)}${this.extension}`, owner: chart.node.path };
      case YamlOutputType.FILE_PER_RESOURCE:
        return { file: `${resourceName(document)}${this.extension}`, owner: object.node.path };
      case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
        return {
          file: `${this.chartName(chart)}/${resourceName(document)}${this.extension}`,
          owner: object.node.path,
        };
    }
  }

  private chartName(chart: Chart): string {
    return this.charts.get(chart) ?? '';
  }
}

function resourceName({ kind, name }: SynthesizedDocument): string {
  return `${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}

/**
 * `kubectl apply -f` takes files in the order of their names, so a number in front says the order that somebody asked
 * for. Without such an order names stay as they are when a chart is added.
 */
function chartName({ chart }: OrderedChart, index: number, { hasChartDependencies }: OrderedApp): string {
  const name = Names.toDnsLabel(chart);
  return hasChartDependencies ? `${String(index).padStart(4, '0')}-${name}` : name;
}
