import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { StrimziRelease } from '../dialects/releases';
import { fieldPath, fieldText, type FieldPath } from '../model/field';
import { nullsIn } from '../model/nulls';
import type { Located } from '../model/topology';
import type { PlatformName } from '../model/platform';
import { followsFrom, isWaivable } from '../check/faults';
import { faultFinding, type Finding } from '../check/finding';
import { itemText, listed } from '../model/listed';
import { Judge, type Depth, type Subject, type Verdict } from '../check/judge';
import type { JudgedSite } from '../check/site';
import type { Waivers } from '../check/waivers';
import { isDoubted, leansOnDoubt } from './doubts';
import { faultsOf, type Fault } from './faults';
import { grantedElsewhere, isReferredUser, type ReferredUser } from './granted-elsewhere';
import { topicsThatStayAway } from './remote-topics';
import { clusterLabelFault } from './own-labels';
import { PatchError, touches } from './patches';
import { policiesOf } from './policies';
import { sourceOf, type SourceOf } from './sources';
import { isWriter } from './written';

/** A site, as far as the judge has to know it. */
export interface SiteConstruct extends IConstruct {
  readonly release: StrimziRelease;
  readonly platform: { readonly name: PlatformName };
  readonly kubernetesCluster: string;
  readonly targetNamespace: string;
  readonly waivers: Waivers;
}

/** Whether a construct is a site. */
function isSite(construct: IConstruct): boolean {
  return 'kubernetesCluster' in construct && 'waivers' in construct;
}

/** Finds the site that a construct is at. */
type SiteFinder = (construct: IConstruct) => SiteConstruct | undefined;

/** The manifest of an object, and what is known of it. */
export type Made = Omit<Subject, 'place'>;

/** Where a construct is. Its path is made when a finding asks for it. */
class ConstructPlace implements Located {
  constructor(
    readonly construct: IConstruct,
    private readonly within: FieldPath = [],
  ) {}

  get path(): string {
    return this.construct.node.path + itemText(this.within);
  }
}

/** What was made, item by item where it is a list: somebody may include one. */
function itemsOf(made: Made): readonly { readonly within: FieldPath; readonly made: Made }[] {
  if (made.says) return [{ within: [], made }];
  const items = listed(made.manifest);
  if (items[0]?.within.length === 0) return [{ within: [], made }];
  return items.map(({ within, value }) => ({ within, made: { manifest: value } }));
}

/** The judge of what constructs write. */
export class ConstructJudge {
  private readonly judge: Judge;
  private readonly sites = new Map<SiteConstruct, JudgedSite>();
  private readonly told = new Set<object>();
  private hasDoubts = false;
  private readonly strangers = new Map<ReferredUser, SiteConstruct | undefined>();
  private readonly sources = new Map<string, SourceOf>();
  private root: IConstruct | undefined;
  private siteOf: SiteFinder = () => undefined;

  constructor(private readonly depth: Depth = 'everything') {
    this.judge = new Judge(depth);
  }

  /** Notes what a construct says of itself. A site is known from now on. */
  hear(construct: IConstruct, siteOf: SiteFinder): void {
    this.remember(construct, siteOf);
    if (isReferredUser(construct)) this.strangers.set(construct, siteOf(construct));
    const faults = faultsOf(construct);
    if (faults.length === 0 && !isSite(construct)) return;
    const site = siteOf(construct);
    const judged = site && this.judged(site);
    for (const { cause, ...fault } of faults) {
      if (isInDoubt(fault, construct, site) || (cause && this.told.has(cause))) continue;
      if (cause) this.told.add(cause);
      this.judge.note(faultFinding({ ...fault, path: construct.node.path || THE_APP }), judged);
    }
  }

  private remember(construct: IConstruct, siteOf: SiteFinder): void {
    this.root ??= construct.node.root;
    this.siteOf = siteOf;
    this.hasDoubts ||= isDoubted(construct);
    const source = sourceOf(construct);
    if (source) this.sources.set(construct.node.path, source);
  }

  /**
   * Judges an object.
   * @returns its manifest, which is made here, once; absent: it cannot be made, which is told
   */
  take(object: ApiObject, site?: SiteConstruct): unknown {
    const made = this.make(object, site);
    if (made) this.takeMade(object, made, site);
    return made?.manifest;
  }

  /** Makes the manifest of an object, to be judged later; absent: it cannot be made, which is told. */
  make(object: ApiObject, site?: SiteConstruct): Made | undefined {
    if (isDoubted(object) || (site && isDoubted(site))) return undefined; // what was meant is not known
    try {
      if (!isWriter(object)) return { manifest: object.toJson() as unknown, dropped: droppedNulls(object) };
      const written = object.written();
      if (this.depth === 'identities') return written;
      const overwritten = clusterLabelFault(object, written.manifest);
      if (overwritten) this.note(faultFinding({ ...overwritten, path: object.node.path }), site);
      const { manifest, says, taken = [] } = written;
      const isSpelled = (field: FieldPath): boolean => !touches(taken, fieldText(field));
      return { manifest, says, losses: object.losses(written), isSpelled };
    } catch (error) {
      // A construct that said why, in a way that nobody can waive, needs no more said.
      if (faultsOf(object).every(({ rule }) => isWaivable(rule))) this.note(unwritable(object, error), site);
      return undefined;
    }
  }

  /** Judges an object whose manifest was made. */
  takeMade(object: ApiObject, made: Made, site?: SiteConstruct): void {
    const policies = policiesOf(object);
    const judged = site && this.judged(site);
    for (const item of itemsOf(made)) {
      this.judge.take({ place: new ConstructPlace(object, item.within), policies, ...item.made }, judged);
    }
  }

  /** Judges an object that no construct is of. */
  takeFile(path: string, manifest: unknown): void {
    this.judge.take({ place: { path }, manifest });
  }

  /** Notes what is found beside the objects. */
  note(found: Finding, site?: SiteConstruct): void {
    this.judge.note(found, site && this.judged(site));
  }

  /** All that was found. */
  conclude(): Verdict {
    const { hasDoubts } = this;
    for (const { user, finding } of grantedElsewhere(this.strangers.keys())) {
      if (!hasDoubts || !leansOnDoubt(user)) this.note(finding, this.strangers.get(user));
    }
    for (const { cluster, finding } of this.root ? topicsThatStayAway(this.root) : []) {
      if (!hasDoubts || !leansOnDoubt(cluster)) this.note(finding, this.siteOf(cluster));
    }
    const { findings, waived } = this.judge.conclude(
      hasDoubts ? (place) => place instanceof ConstructPlace && leansOnDoubt(place.construct) : undefined,
    );
    return { findings: this.eachOnce(findings.map((found) => this.located(found))), waived };
  }

  /** One file may be that of a team at many sites. */
  private eachOnce(findings: readonly Finding[]): readonly Finding[] {
    if (this.sources.size === 0) return findings;
    const told = new Set<string>();
    return findings.filter((found) => found.source === undefined || told.size !== told.add(this.causeOf(found)).size);
  }

  /** What is told, whichever site it is told of. */
  private causeOf({ path, ...found }: Finding): string {
    const site = [...this.sites.keys()].map(({ node }) => `${node.path}/`).find((each) => path.startsWith(each));
    return JSON.stringify(site === undefined ? found : { ...found, message: found.message.replaceAll(site, '') });
  }

  /** A finding, with the place in the file where somebody wrote what it is about. */
  private located(found: Finding): Finding {
    const source = found.source ?? this.sources.get(found.path)?.(fieldPath(found.field ?? ''));
    return source ? { ...found, source } : found;
  }

  private judged(site: SiteConstruct): JudgedSite {
    const known = this.sites.get(site);
    if (known) return known;
    const { node, release, platform, kubernetesCluster, targetNamespace: namespace, waivers } = site;
    const { path } = node;
    const judged = this.judge.addSite({
      path,
      release,
      platform: platform.name,
      kubernetesCluster,
      namespace,
      waivers,
    });
    this.sites.set(site, judged);
    return judged;
  }
}

/** What the root of an app is called. */
const THE_APP = 'App';

/** Whether a fault follows from what is in doubt, and may be gone with it. */
function isInDoubt({ rule }: Fault, construct: IConstruct, site: SiteConstruct | undefined): boolean {
  const from = followsFrom(rule);
  if (from === undefined) return false;
  return (site !== undefined && isDoubted(site)) || (from === 'wiring' && leansOnDoubt(construct));
}

function unwritable({ node }: IConstruct, error: unknown): Finding {
  if (error instanceof PatchError) {
    const { field, message } = error;
    const remedy = 'Give the patch the path of what is there, or take it out.';
    return faultFinding({ rule: 'is-writable', path: node.path, field, message, remedy });
  }
  const message = error instanceof Error ? error.message : String(error);
  return faultFinding({
    rule: 'is-writable',
    path: node.path,
    message: `The object cannot be written: ${message}${/[.!?]$/.test(message) ? '' : '.'}`,
    remedy:
      'Look at its JSON patches, whose paths must lead to what is there, at the functions of its lazy values, and for a part that was put into itself.',
  });
}

/** cdk8s leaves out the nulls of what it writes. */
function droppedNulls(object: ApiObject): readonly FieldPath[] {
  return nullsIn((object as unknown as { readonly props?: unknown }).props ?? {});
}
