import { Names, type ApiObject, type Chart } from 'cdk8s';
import { faultFinding, type Finding } from '../check/finding';
import { byKind, numberOf, groupCharts, type ChartGroup } from './chart-groups';
import type { Claimant } from './file-clash';
import type { Dependency } from './graph';
import { kindRank } from './kind-order';
import type { Layout, LayoutType } from './layout';
import { fileNameOf, labelOf, type NamePart } from './name-parts';
import type { OrderedApp, OrderedChart } from './order';
import type { SynthesizedDocument } from './synthesis';
import { Waves } from './waves';

/** Layouts that put all objects of a chart into one file. */
const WHOLE_CHARTS: ReadonlySet<LayoutType> = new Set<LayoutType>([
  'singleFile',
  'standardOutput',
  'filePerSite',
  'filePerChart',
]);

/** Which file each document goes to, and in which order. */
export class FileNames {
  /** All objects in the order in which they are written: those of one file stand together. */
  readonly charts: readonly OrderedChart[];
  /** Orders that somebody asked for and that the files cannot keep. */
  readonly contradictions: readonly Finding[];
  private readonly groups: ReadonlyMap<Chart, ChartGroup>;
  private readonly waves: ReadonlyMap<ApiObject, number>;
  private readonly waveCount: number;
  private readonly positions: ReadonlyMap<ApiObject, string>;
  private readonly labels = new Map<string, NamePart>();
  private last?: Pick<SynthesizedDocument, 'chart' | 'folder'> & { readonly claimant: Claimant };

  constructor(
    private readonly layout: Layout,
    private readonly extension: string,
    order: OrderedApp,
  ) {
    const { groups, byChart } = groupCharts(order, layout.type);
    this.groups = byChart;
    this.charts = layout.type === 'filePerKind' ? groups.flatMap(byKind) : groups.flatMap(({ charts }) => charts);
    const isAsked = order.hasDependencies && order.cycles.length === 0;
    const { waves, contradiction } = isAsked ? wavesOf(this.charts) : NO_WAVES;
    this.waves = waves;
    this.waveCount = [...waves.values()].reduce((most, wave) => Math.max(most, wave + 1), 0);
    this.positions = positionsOf(order, layout);
    this.contradictions = contradiction ? [contradictionFinding(contradiction)] : [];
  }

  /** The file of a document, and on whose behalf it is written. */
  of(document: SynthesizedDocument): Claimant {
    const { chart, folder } = document;
    const { last } = this;
    // The first object of a chart asks for the file of them all.
    if (WHOLE_CHARTS.has(this.layout.type) && last?.chart === chart && last.folder === folder) return last.claimant;
    const claimant = this.claimantFor(document);
    this.last = { chart, folder, claimant };
    return claimant;
  }

  private claimantFor(document: SynthesizedDocument): Claimant {
    const { folder } = document;
    const claimant = this.inFolder(document);
    if (folder === undefined) return claimant;
    const { file, uncut, owner, construct } = claimant;
    return claimantOf(cutOf(`${folder}/${uncut ?? file}`, `${folder}/${file}`), owner, construct);
  }

  private inFolder(document: SynthesizedDocument): Claimant {
    const { chart, object, kind, name, namespace } = document;
    const { owner = '', number = '' } = this.groups.get(chart) ?? {};
    const construct = object.node.path;
    // The folder that a GitOps tool is given is that of the site.
    const folders = document.folder === undefined ? [owner] : [];
    switch (this.layout.type) {
      case 'singleFile':
      case 'standardOutput':
        return { file: this.layout.fileName + this.extension, owner: '', construct };
      case 'filePerSite':
      case 'filePerChart':
        return claimantOf(this.whole(owner, number), owner, construct);
      case 'filePerKind': {
        const file = `${twoDigits(kindRank(object.kind))}-${object.kind}`;
        return claimantOf(this.part(folders, number, file), owner, construct);
      }
      case 'filePerObject': {
        if (namespace !== undefined) folders.push(namespace);
        return claimantOf(this.part(folders, '', `${this.wave(object)}${kind}-${name}`), construct, construct);
      }
      default:
        return this.ofCdk8s(document, number + Names.toDnsLabel(chart));
    }
  }

  /** As cdk8s names it, but for the number of a resource. */
  private ofCdk8s(document: SynthesizedDocument, chartName: string): Claimant {
    const { chart, object, kind, name } = document;
    const construct = object.node.path;
    if (this.layout.type === 'cdk8sFilePerChart') {
      return { file: chartName + this.extension, owner: chart.node.path, construct };
    }
    const folder = this.layout.type === 'cdk8sFolderPerChart' ? `${chartName}/` : '';
    const resource = `${this.positions.get(object) ?? ''}${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
    return { file: `${folder}${resource}${this.extension}`, owner: construct, construct };
  }

  /** A file with all that is of a site or a chart. */
  private whole(owner: string, number: string): FileName {
    const { whole, cut } = labelOf(owner);
    return cutOf(`${number}${whole}${this.extension}`, `${number}${cut}${this.extension}`);
  }

  /** A file in a folder. */
  private part(folders: readonly string[], number: string, name: string): FileName {
    let { whole, cut } = fileNameOf(name, this.extension);
    for (let at = folders.length - 1; at >= 0; at--) {
      const label = this.folderLabel(folders[at] ?? '');
      whole = `${label.whole}/${whole}`;
      cut = `${label.cut}/${cut}`;
    }
    return cutOf(number + whole, number + cut);
  }

  /** Thousands of files share a folder. */
  private folderLabel(path: string): NamePart {
    const known = this.labels.get(path);
    if (known) return known;
    const label = labelOf(path);
    this.labels.set(path, label);
    return label;
  }

  private wave(object: ApiObject): string {
    const wave = this.waves.get(object);
    return wave === undefined ? '' : numberOf(wave, this.waveCount);
  }
}

/** The name of a file, and what it would be if it were not too long. */
type FileName = Pick<Claimant, 'file' | 'uncut'>;

function cutOf(whole: string, cut: string): FileName {
  return whole === cut ? { file: cut } : { file: cut, uncut: whole };
}

function claimantOf({ file, uncut }: FileName, owner: string, construct: string): Claimant {
  return uncut === undefined ? { file, owner, construct } : { file, owner, construct, uncut };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The numbers in front of files of resources, as cdk8s has it for charts, where somebody asked for an order. */
function positionsOf(order: OrderedApp, { type }: Layout): ReadonlyMap<ApiObject, string> {
  const { charts, chartDependencies } = order;
  const positions = new Map<ApiObject, string>();
  const number = (objects: readonly ApiObject[]): void => {
    for (const [index, object] of objects.entries()) positions.set(object, numberOf(index, objects.length));
  };
  if (type === 'cdk8sFilePerResource') {
    const isAsked = chartDependencies.length > 0 || charts.some(({ hasObjectDependencies }) => hasObjectDependencies);
    if (isAsked) number(charts.flatMap(({ objects }) => objects));
  } else if (type === 'cdk8sFolderPerChart') {
    for (const { objects, hasObjectDependencies } of charts) if (hasObjectDependencies) number(objects);
  }
  return positions;
}

interface AllWaves {
  /** Empty where all are one. */
  readonly waves: ReadonlyMap<ApiObject, number>;
  readonly contradiction?: Dependency;
}

const NO_WAVES: AllWaves = { waves: new Map() };

function wavesOf(charts: readonly OrderedChart[]): AllWaves {
  const waves = new Map<ApiObject, number>();
  const counted = new Waves();
  for (const { objects } of charts) for (const object of objects) waves.set(object, counted.take(object));
  const { contradiction } = counted;
  const isNumbered = [...waves.values()].some((wave) => wave > 0);
  return { waves: isNumbered ? waves : NO_WAVES.waves, ...(contradiction && { contradiction }) };
}

function contradictionFinding({ source, target }: Dependency): Finding {
  return faultFinding({
    rule: 'files-keep-order',
    path: source.node.path,
    message: `${source.node.path} is to come after ${target.node.path}, and is in a file that comes before.`,
    remedy: 'Choose a layout with a file per object, which numbers them, or a single file.',
  });
}
