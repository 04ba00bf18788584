import type { FindingRule } from './faults';
import type { Finding } from './finding';

/** Rules whose findings have one cause for all objects of a kind: what is given says which. */
const OF_KINDS: ReadonlySet<FindingRule> = new Set<FindingRule>(['served-by-release']);
/** How many other objects are named. */
const NAMED = 3;

/** Tells findings of one cause at one site once, at the first object, with how many others there are and the first of them. */
export function joined(told: readonly { readonly finding: Finding; readonly site: unknown }[]): Finding[] {
  const groups = new Map<unknown, Map<string, Finding[]>>();
  const findings: Finding[][] = [];
  for (const { finding, site } of told) {
    const causes = groups.get(site) ?? new Map<string, Finding[]>();
    groups.set(site, causes);
    const cause = `${finding.rule} ${String(finding.given)}`;
    const known = OF_KINDS.has(finding.rule) ? causes.get(cause) : undefined;
    if (known) {
      known.push(finding);
      continue;
    }
    const group = [finding];
    causes.set(cause, group);
    findings.push(group);
  }
  return findings.flatMap(([first, ...others]) => (first ? [withOthers(first, others)] : []));
}

function withOthers(first: Finding, others: readonly Finding[]): Finding {
  if (others.length === 0) return first;
  const named = others.slice(0, NAMED).map(({ path }) => path);
  const more = others.length - named.length;
  const names = [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return { ...first, message: `${first.message.replace(/\.$/, '')}, nor at ${others.length} of its kind: ${names}.` };
}
