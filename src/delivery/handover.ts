import { Names, type Chart } from 'cdk8s';
import type { Finding } from '../check/finding';
import { manifestFaults } from '../check/manifest';
import type { Site } from '../constructs/site';
import type { Manifest } from '../dialects/common/codec';
import { readManifest, type Described } from '../dialects/read';
import type { GitOps } from './git-ops';
import type { Cargo, Delivery, Unit } from './gitops';
import { gitOps as load } from './load';
import type { MadeObject } from './made-object';
import type { OrderedApp } from './order';
import { chartOf } from './tree';

/** Objects of a chart that are handed to a GitOps tool together, with the site that they are at. */
interface Group {
  readonly chart: Chart;
  readonly site: Site | undefined;
  readonly cargo: Cargo[];
}

/** Hands the objects of an app to a GitOps tool, once all of them are made. */
export class Handover {
  private delivery: Delivery | undefined;
  private readonly sites = new Map<string, Site>();

  constructor(
    private readonly gitOps: GitOps,
    private readonly order: OrderedApp,
    private readonly outdir: string,
  ) {}

  /** What is told of the objects, with the sites that they are at. */
  get findings(): readonly { readonly finding: Finding; readonly site: Site | undefined }[] {
    return (this.delivery?.findings ?? []).map(({ finding, unit }) => ({
      finding,
      site: unit && this.sites.get(unit.path),
    }));
  }

  /** What the tool itself is told by. */
  get files(): Delivery['files'] {
    return this.delivery?.files ?? [];
  }

  /** The objects as the tool is to bring them, folder by folder. What is no manifest is left to the judge. */
  *objects(all: Iterable<MadeObject>): Generator<MadeObject> {
    const objects = new Map<Cargo['construct'], MadeObject>();
    const groups = new Map<Chart, Group>();
    for (const each of all) {
      if (manifestFaults(each.made.manifest).length > 0) yield each;
      else {
        objects.set(each.object, each);
        this.groupOf(each, groups).cargo.push(cargoOf(each));
      }
    }
    const units = [...groups.values()].map((group) => this.unitOf(group));
    const { constructs } = this.order;
    this.delivery = load().deliver(this.gitOps, units, { constructs, outdir: this.outdir });
    for (const { name: folder, cargo } of this.delivery.parts) {
      for (const { construct, manifest, says } of cargo) {
        const each = objects.get(construct);
        if (!each) continue;
        // What was read is read again by the judge, which tells what it cannot read.
        const made = { ...each.made, manifest, says: each.made.says && says };
        yield { ...each, made, folder };
      }
    }
  }

  private groupOf({ chart, site }: MadeObject, groups: Map<Chart, Group>): Group {
    const own = site ?? outermost(chart);
    const known = groups.get(own) ?? { chart: own, site, cargo: [] };
    groups.set(own, known);
    return known;
  }

  private unitOf({ chart, site, cargo }: Group): Unit {
    const { path } = chart.node;
    if (site) this.sites.set(path, site);
    return {
      name: Names.toDnsLabel(chart),
      path,
      kubernetesCluster: site?.kubernetesCluster,
      namespace: site?.targetNamespace ?? chart.namespace,
      release: site?.release,
      cargo,
    };
  }
}

function outermost(chart: Chart): Chart {
  const { scope } = chart.node;
  const outer = scope && chartOf(scope);
  return outer ? outermost(outer) : chart;
}

function cargoOf({ object, site, made }: MadeObject): Cargo {
  const manifest = made.manifest as Manifest;
  return { construct: object, manifest, says: made.says ?? read(manifest, site) };
}

/** What a manifest says; absent also where it cannot be read, which is for the judge to tell. */
function read(manifest: Manifest, site: Site | undefined): Described | undefined {
  try {
    return readManifest(manifest, site?.platform.name);
  } catch {
    return undefined;
  }
}
