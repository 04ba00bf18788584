import { isWaivable, type FindingRule } from './faults';
import { faultFinding, type Finding } from './finding';

/** Findings that were weighed and taken, by rule, each with the reason. */
export type Waivers = Readonly<Partial<Record<FindingRule, string>>>;

/** A finding that was weighed and taken. */
export interface WaivedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** The waivers of a site, and which of them met something. */
export class SiteWaivers {
  private readonly met = new Set<string>();

  /** @param path - where a waiver that meets nothing is told */
  constructor(
    private readonly path: string,
    private readonly waivers: Waivers,
  ) {}

  /** Why the finding is taken; absent: it is not. */
  reasonFor({ rule }: Finding): string | undefined {
    const reason = this.waivers[rule]?.trim();
    if (reason === undefined || !isWaivable(rule)) return undefined;
    this.met.add(rule);
    return reason === '' ? undefined : reason;
  }

  /** Waivers that met nothing, and those without a reason. */
  unused(): Finding[] {
    return Object.entries(this.waivers).flatMap(([rule, reason]) => {
      const hasReason = reason.trim() !== '';
      if (hasReason && this.met.has(rule)) return [];
      return [
        faultFinding({
          rule: 'unused-waiver',
          path: this.path,
          field: `waivers["${rule}"]`,
          given: reason,
          message: hasReason
            ? `The waiver of ${rule} meets no finding of this site${isWaivable(rule as FindingRule) ? '' : ', and could not be taken'}.`
            : `The waiver of ${rule} has no reason, and takes nothing.`,
          remedy: hasReason ? 'Remove it.' : 'Say why the finding is taken.',
        }),
      ];
    });
  }
}
