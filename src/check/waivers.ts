import type { Manifest } from '../dialects/common/codec';
import { fieldText } from '../model/field';
import type { Located } from '../model/topology';
import { RULES } from '../rules/registry';
import { nearestNames } from '../text/nearest';
import { FAULTS, isWaivable, type FindingRule } from './faults';
import { faultFinding, type Finding } from './finding';

/** Findings that were weighed and taken, by rule, each with the reason. */
export type Waivers = Readonly<Partial<Record<FindingRule, string>>>;

/** A finding that was weighed and taken. */
export interface WaivedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** Waivers that were given at one place, and which of them met something. */
abstract class GivenWaivers {
  private readonly met = new Set<string>();

  /** @param path - where a waiver that meets nothing is told */
  constructor(
    private readonly path: string,
    private readonly waivers: Waivers,
  ) {}

  /** What they are about. */
  protected abstract readonly subject: string;
  /** Where the waiver of a rule stands. */
  protected abstract fieldOf(rule: string): string;

  /** Why the finding is taken; absent: it is not. */
  reasonFor({ rule }: Finding): string | undefined {
    const reason = this.waivers[rule];
    if (reason === undefined || !isWaivable(rule)) return undefined;
    this.met.add(rule);
    return isReason(reason) ? reason : undefined;
  }

  /** Waivers that met nothing, and those without a reason. */
  unused(): Finding[] {
    return Object.entries(this.waivers).flatMap(([rule, reason]) => {
      if (this.met.has(rule) && isReason(reason)) return [];
      const told = { path: this.path, field: this.fieldOf(rule), given: reason, ...this.faultOf(rule, reason) };
      return [faultFinding({ rule: 'unused-waiver', ...told })];
    });
  }

  private faultOf(rule: string, reason: unknown): { readonly message: string; readonly remedy: string } {
    const known: string[] = [...RULES.map(({ id }) => id), ...Object.keys(FAULTS)];
    if (!known.includes(rule)) {
      const [nearest] = nearestNames(rule, known);
      return {
        message: `There is no rule ${rule}.`,
        remedy: nearest === undefined ? 'Remove it.' : `Did you mean ${nearest}?`,
      };
    }
    if (!isReason(reason)) {
      return {
        message: `The waiver of ${rule} has no reason, and takes nothing.`,
        remedy: 'Say why the finding is taken.',
      };
    }
    const never = isWaivable(rule as FindingRule) ? '' : ', and could not be taken';
    return { message: `The waiver of ${rule} meets no finding of this ${this.subject}${never}.`, remedy: 'Remove it.' };
  }
}

/** The waivers of a site. */
export class SiteWaivers extends GivenWaivers {
  protected override readonly subject = 'site';

  protected override fieldOf(rule: string): string {
    return `waivers["${rule}"]`;
  }
}

/** What the annotation begins with that waives a finding of its object: `cdk8s-strimzi.io/waive.topic-replicas`. */
const ANNOTATION = 'cdk8s-strimzi.io/waive.';

/** The waivers in the annotations of an object. */
export class ObjectWaivers extends GivenWaivers {
  protected override readonly subject = 'object';

  /** Those of a manifest; absent: it has none. */
  static of({ metadata: { annotations } }: Manifest, place: Located): ObjectWaivers | undefined {
    if (!annotations) return undefined;
    const waivers = Object.entries(annotations).filter(([name]) => name.startsWith(ANNOTATION));
    if (waivers.length === 0) return undefined;
    const byRule = waivers.map(([name, reason]) => [name.slice(ANNOTATION.length), reason]);
    return new ObjectWaivers(place.path, Object.fromEntries(byRule) as Waivers);
  }

  protected override fieldOf(rule: string): string {
    return fieldText(['metadata', 'annotations', `${ANNOTATION}${rule}`]);
  }
}

/** Waivers may come from a file: what stands there need not be text. */
function isReason(reason: unknown): boolean {
  return typeof reason === 'string' && reason.trim() !== '';
}
