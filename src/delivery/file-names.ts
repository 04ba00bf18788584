import { Names, type ApiObject, type Chart } from 'cdk8s';
import { faultFinding, type Finding } from '../check/finding';
import { byKind, fourDigits, groupCharts, type ChartGroup } from './chart-groups';
import type { Claimant } from './file-clash';
import type { Dependency } from './graph';
import { kindRank } from './kind-order';
import type { Layout } from './layout';
import { fileNameOf, labelOf } from './name-parts';
import type { OrderedApp, OrderedChart } from './order';
import type { SynthesizedDocument } from './synthesis';
import { Waves } from './waves';

/** Which file each document goes to, and in which order. */
export class FileNames {
  /** All objects in the order in which they are written: those of one file stand together. */
  readonly charts: readonly OrderedChart[];
  /** Orders that somebody asked for and that the files cannot keep. */
  readonly contradictions: readonly Finding[];
  private readonly groups: ReadonlyMap<Chart, ChartGroup>;
  private readonly waves: ReadonlyMap<ApiObject, number>;

  constructor(
    private readonly layout: Layout,
    private readonly extension: string,
    order: OrderedApp,
  ) {
    const { groups, byChart } = groupCharts(order, layout.type);
    this.groups = byChart;
    this.charts = layout.type === 'filePerKind' ? groups.flatMap(byKind) : groups.flatMap(({ charts }) => charts);
    const isAsked = order.hasDependencies && order.cycles.length === 0;
    const { waves, contradiction } = isAsked ? wavesOf(this.charts, layout) : NO_WAVES;
    this.waves = waves;
    this.contradictions = contradiction ? [contradictionFinding(contradiction)] : [];
  }

  /** The file of a document, and on whose behalf it is written. */
  of(document: SynthesizedDocument): Claimant {
    const { chart, object, kind, name, namespace } = document;
    const { owner = '', number = '' } = this.groups.get(chart) ?? {};
    const construct = object.node.path;
    switch (this.layout.type) {
      case 'singleFile':
      case 'standardOutput':
        return { file: this.layout.fileName + this.extension, owner: '', construct };
      case 'filePerSite':
      case 'filePerChart':
        return { ...this.whole(owner, number), owner, construct };
      case 'filePerKind': {
        const file = `${twoDigits(kindRank(object.kind))}-${object.kind}`;
        return { ...this.part([owner], number, file), owner, construct };
      }
      case 'filePerObject': {
        const folders = namespace === undefined ? [owner] : [owner, namespace];
        return { ...this.part(folders, '', `${this.wave(object)}${kind}-${name}`), owner: construct, construct };
      }
      default:
        return this.ofCdk8s(document, number + Names.toDnsLabel(chart));
    }
  }

  /** As cdk8s names it, but for the number of a resource. */
  private ofCdk8s(document: SynthesizedDocument, chartName: string): Claimant {
    const { chart, object } = document;
    const construct = object.node.path;
    if (this.layout.type === 'cdk8sFilePerChart') {
      return { file: chartName + this.extension, owner: chart.node.path, construct };
    }
    const folder = this.layout.type === 'cdk8sFolderPerChart' ? `${chartName}/` : '';
    const file = `${folder}${this.wave(object)}${resourceName(document)}${this.extension}`;
    return { file, owner: construct, construct };
  }

  /** A file with all that is of a site or a chart. */
  private whole(owner: string, number: string): Pick<Claimant, 'file' | 'uncut'> {
    const { whole, cut } = labelOf(owner);
    return cutOf(`${number}${whole}${this.extension}`, `${number}${cut}${this.extension}`);
  }

  /** A file in a folder. */
  private part(folders: readonly string[], number: string, name: string): Pick<Claimant, 'file' | 'uncut'> {
    const parts = [...folders.map(labelOf), fileNameOf(name, this.extension)];
    return cutOf(number + parts.map(({ whole }) => whole).join('/'), number + parts.map(({ cut }) => cut).join('/'));
  }

  private wave(object: ApiObject): string {
    const wave = this.waves.get(object);
    return wave === undefined ? '' : `${fourDigits(wave)}-`;
  }
}

function cutOf(whole: string, cut: string): Pick<Claimant, 'file' | 'uncut'> {
  return whole === cut ? { file: cut } : { file: cut, uncut: whole };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** As cdk8s names files of objects. */
function resourceName({ kind, name }: SynthesizedDocument): string {
  return `${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}

interface AllWaves {
  /** Empty where all are one. */
  readonly waves: ReadonlyMap<ApiObject, number>;
  readonly contradiction?: Dependency;
}

const NO_WAVES: AllWaves = { waves: new Map() };

function wavesOf(charts: readonly OrderedChart[], { type }: Layout): AllWaves {
  const waves = new Map<ApiObject, number>();
  const all = new Waves();
  for (const { objects } of charts) {
    // Folders of charts have numbers themselves.
    const counted = type === 'cdk8sFolderPerChart' ? new Waves() : all;
    for (const object of objects) waves.set(object, counted.take(object));
  }
  const isNumbered = [...waves.values()].some((wave) => wave > 0);
  return { waves: isNumbered ? waves : NO_WAVES.waves, ...(all.contradiction && { contradiction: all.contradiction }) };
}

function contradictionFinding({ source, target }: Dependency): Finding {
  return faultFinding({
    rule: 'files-keep-order',
    path: source.node.path,
    message: `${source.node.path} is to come after ${target.node.path}, and is in a file that comes before.`,
    remedy: 'Choose a layout with a file per object, which numbers them, or a single file.',
  });
}
