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
    const known = OF_KINDS.has(finding.rule) ? groups.get(site)?.get(causeOf(finding)) : undefined;
    if (known) known.push(finding);
    else findings.push(begun(finding, site, groups));
  }
  return findings.flatMap(([first, ...others]) => (first ? [withOthers(first, others)] : []));
}

function begun(finding: Finding, site: unknown, groups: Map<unknown, Map<string, Finding[]>>): Finding[] {
  const group = [finding];
  if (!OF_KINDS.has(finding.rule)) return group;
  const causes = groups.get(site) ?? new Map<string, Finding[]>();
  groups.set(site, causes.set(causeOf(finding), group));
  return group;
}

/** What is given is the kind: a text. */
function causeOf({ rule, given }: Finding): string {
  return `${rule} ${JSON.stringify(given)}`;
}

function withOthers(first: Finding, others: readonly Finding[]): Finding {
  if (others.length === 0) return first;
  const named = others.slice(0, NAMED).map(({ path }) => path);
  const more = others.length - named.length;
  const names = [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return { ...first, message: `${first.message.replace(/\.$/, '')}, nor at ${others.length} of its kind: ${names}.` };
}
