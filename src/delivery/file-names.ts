import { Names, YamlOutputType, type ApiObject, type Chart } from 'cdk8s';
import type { OrderedApp, OrderedChart } from './order';
import type { SynthesizedDocument } from './synthesis';

/** Where documents go, and on whose behalf. */
export interface FileName {
  /** Relative to the output folder. */
  readonly file: string;
  /** Construct path of what asks for the file. */
  readonly owner: string;
}

/**
 * Names the file of each document as cdk8s names it. `kubectl apply -f` takes files in the order of their names, so a
 * number in front says the order that somebody asked for, of charts or of objects. Without such an order names stay as
 * they are when a chart or an object is added.
 */
export class FileNames {
  private readonly charts = new Map<Chart, string>();
  /** Of objects that have one. */
  private readonly numbers = new Map<ApiObject, string>();

  constructor(
    private readonly type: YamlOutputType,
    private readonly extension: string,
    { charts, hasChartDependencies }: OrderedApp,
  ) {
    for (const [index, { chart }] of charts.entries()) {
      const number = hasChartDependencies ? numberOf(index, charts.length) : '';
      this.charts.set(chart, `${number}${Names.toDnsLabel(chart)}`);
    }
    if (type === YamlOutputType.FILE_PER_RESOURCE) {
      if (hasChartDependencies || charts.some(hasOrder)) this.number(charts.flatMap(({ objects }) => objects));
    } else if (type === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE) {
      for (const { objects } of charts.filter(hasOrder)) this.number(objects);
    }
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
        return { file: `${this.resourceName(document)}${this.extension}`, owner: object.node.path };
      case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
        return {
          file: `${this.chartName(chart)}/${this.resourceName(document)}${this.extension}`,
          owner: object.node.path,
        };
    }
  }

  private number(objects: readonly ApiObject[]): void {
    for (const [index, object] of objects.entries()) this.numbers.set(object, numberOf(index, objects.length));
  }

  private chartName(chart: Chart): string {
    return this.charts.get(chart) ?? '';
  }

  private resourceName({ object, kind, name }: SynthesizedDocument): string {
    return `${this.numbers.get(object) ?? ''}${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
  }
}

function hasOrder({ hasObjectDependencies }: OrderedChart): boolean {
  return hasObjectDependencies;
}

/** As many digits as the last of all needs: `10000-` would come before `9999-`. */
function numberOf(index: number, count: number): string {
  return `${String(index).padStart(Math.max(4, String(count - 1).length), '0')}-`;
}
