import type { Limit, Manifest } from '../dialects/common/codec';
import { clusterAddresses } from '../dialects/operator-names';
import { clientsBeside, type Described } from '../dialects/read';
import type { FieldPath } from '../model/field';
import type { PolicyRecord } from '../model/policy';
import type { Noun, Records } from '../model/nouns';
import { Placed, Topology, type Located, type SiteFacts } from '../model/topology';
import { TOPOLOGY_RULES } from '../rules/registry';
import { holdsFor } from '../rules/rule';
import { joined } from './alike';
import { Alternatives } from './alternatives';
import { Case } from './case';
import { breachFinding, type Finding } from './finding';
import { Identities } from './identities';
import {
  claimIdentity,
  described,
  hasShape,
  heldToSchema,
  holdToRules,
  isServed,
  keyed,
  soundManifest,
  tellLoss,
} from './object';
import { eachOnce } from './once';
import { JudgedSite } from './site';
import { tellerOf, type Told } from './told';
import { ObjectWaivers, type WaivedFinding } from './waivers';

/** An object that is judged. */
export interface Subject {
  readonly place: Located;
  /** The object in its final form. */
  readonly manifest: unknown;
  /**
   * What it says, where whoever wrote it knows.
   * @default - the manifest is read
   */
  readonly says?: Described | undefined;
  /**
   * What was meant, and its release cannot say.
   * @default - nothing
   */
  readonly losses?: readonly Limit[] | undefined;
  /**
   * Where nulls were that its maker left out.
   * @default - nowhere
   */
  readonly dropped?: readonly FieldPath[];
  /**
   * What the organisation asks of it.
   * @default - nothing
   */
  readonly policies?: readonly PolicyRecord[] | undefined;
  /**
   * Whether the library chose the words of a field.
   * @default - of none
   */
  readonly isSpelled?: ((field: FieldPath) => boolean) | undefined;
}

/** What the judge found. */
export interface Verdict {
  readonly findings: readonly Finding[];
  /** Findings that were weighed and taken. */
  readonly waived: readonly WaivedFinding[];
}

/** A record in its place. */
interface Entry {
  readonly noun: Noun;
  readonly placed: Placed<Records[Noun]>;
}

/** How far the judge looks: at everything, or at what two objects of one identity would overwrite. */
export type Depth = 'everything' | 'identities';

/**
 * Says what is wrong with objects. They are taken one by one and let go: what stays is the record of each, for the rules
 * that objects break together.
 */
export class Judge {
  private readonly told: Told<JudgedSite>[] = [];
  private readonly placed: Entry[] = [];
  private readonly identities = new Identities();
  private readonly alternatives = new Alternatives();
  private readonly sites = new Map<SiteFacts, JudgedSite>();
  /** Of objects that have any, by their place. */
  private readonly objectWaivers = new Map<string, ObjectWaivers>();

  constructor(private readonly depth: Depth = 'everything') {}

  /** Adds a site: its waivers are to meet something. */
  addSite(...props: ConstructorParameters<typeof JudgedSite>): JudgedSite {
    const site = new JudgedSite(...props);
    this.sites.set(site.facts, site);
    return site;
  }

  /** Judges an object. One that is at no site is held to its schema alone. */
  take(subject: Subject, site?: JudgedSite): void {
    const { manifest, place, says } = subject;
    const at = new Case(place, site, this.told);
    const object = says ? (manifest as Manifest) : soundManifest(manifest, at);
    if (!object) return;
    claimIdentity(object, at, this.identities, this.alternatives);
    if (this.depth === 'identities') return;
    const waivers = ObjectWaivers.of(object, place);
    if (waivers) this.objectWaivers.set(place.path, waivers);
    if (site) this.takeAt(site, at, object, subject);
    else heldToSchema(object, at);
  }

  /** Notes what somebody else found, such as a construct. */
  note(finding: Finding, site?: JudgedSite): void {
    this.told.push({ finding, by: 'construct', site });
  }

  /**
   * Judges what objects do together, and sums up.
   * @param isInDoubt - whether what an object does with others is not known; absent: all of it is
   */
  conclude(isInDoubt?: (place: Located) => boolean): Verdict {
    this.alternatives.tell();
    if (this.depth === 'everything') for (const topology of this.topologies()) this.judgeTogether(topology, isInDoubt);
    const left: Told<JudgedSite>[] = [];
    const waived: WaivedFinding[] = [];
    for (const told of eachOnce(this.told)) {
      const { finding, site } = told;
      const reason = this.objectWaivers.get(finding.path)?.reasonFor(finding) ?? site?.waivers.reasonFor(finding);
      if (reason === undefined) left.push(told);
      else waived.push({ finding, reason });
    }
    const findings = joined(left);
    if (isInDoubt) return { findings, waived }; // what was not judged, waivers may be for
    for (const waivers of this.objectWaivers.values()) findings.push(...waivers.unused());
    if (this.depth === 'everything') for (const { waivers } of this.sites.values()) findings.push(...waivers.unused());
    return { findings, waived };
  }

  private takeAt(
    site: JudgedSite,
    at: Case,
    manifest: Manifest,
    { losses, says, dropped = NONE, isSpelled, policies }: Subject,
  ): void {
    const served = isServed(manifest, site, at);
    const { meant, isReadable } = served
      ? heldToSchema(manifest, at)
      : { meant: manifest, isReadable: hasShape(manifest) };
    for (const loss of losses ?? NONE) tellLoss(loss, site, at);
    const known = says ?? (isReadable ? described(meant, site, at) : undefined);
    if (served) holdToRules({ manifest: meant, dropped, site: site.facts, isSpelled, policies }, known, site, at);
    const placed = known ?? keyed(meant);
    if (!placed) return;
    const kept = FEW.has(placed.noun) ? meant : undefined;
    this.placed.push({ noun: placed.noun, placed: new Placed(placed.record, site.facts, at.place, kept) });
    this.placeBeside(meant, placed, { facts: site.facts, place: at.place });
  }

  /** Client applications in an object besides the one that it is read as: what objects do together, they do too. */
  private placeBeside(
    manifest: Manifest,
    known: Described,
    { facts, place }: { readonly facts: SiteFacts; readonly place: Located },
  ): void {
    for (const record of clientsBeside(manifest, known, facts.platform))
      this.placed.push({ noun: 'client', placed: new Placed(record, facts, place) });
  }

  /** What there is together: all files but alternatives, and each of those by itself. */
  private topologies(): readonly Topology[] {
    const common = new Topology(clusterAddresses);
    const alone = new Map<string, Topology>();
    for (const { noun, placed } of this.placed) {
      const { file } = placed;
      if (file === undefined || !this.alternatives.files.has(file)) {
        common.add(noun, placed);
        continue;
      }
      common.doubt(noun, placed);
      const own = alone.get(file) ?? new Topology(clusterAddresses);
      own.add(noun, placed);
      alone.set(file, own);
    }
    return [common, ...alone.values()];
  }

  private judgeTogether(topology: Topology, isInDoubt: (place: Located) => boolean = () => false): void {
    for (const rule of TOPOLOGY_RULES) {
      rule.across(topology, (placed, breach) => {
        if (!holdsFor(rule, placed.site.release) || isInDoubt(placed.place)) return;
        const site = this.sites.get(placed.site);
        const { cause } = breach;
        const finding = breachFinding(rule, placed, breach);
        this.told.push({ finding, by: tellerOf(rule), site, ...(cause !== undefined && { cause }) });
      });
    }
  }
}

const NONE: readonly never[] = [];

/** Nouns whose objects are kept: topics, users and client applications are many, and their fields have one place each. */
const FEW: ReadonlySet<Noun> = new Set<Noun>([
  'kafkaCluster',
  'nodePool',
  'mirrorMaker',
  'mirrorMaker2',
  'connect',
  'connector',
  'bridge',
  'rebalance',
  'kafkaAccess',
  'other',
]);
