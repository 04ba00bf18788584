import type { Finding } from './finding';
import type { Told } from './told';

/** How many other objects are named. */
const NAMED = 3;

/** Tells findings of one cause at one site once, at the first object, with how many others there are and the first of them. */
export function joined(told: readonly Pick<Told<unknown>, 'finding' | 'site' | 'cause'>[]): Finding[] {
  const groups = new Map<unknown, Map<string, Finding[]>>();
  const findings: Finding[][] = [];
  for (const each of told) {
    const { finding, site } = each;
    const cause = causeOf(each);
    const known = cause === undefined ? undefined : groups.get(site)?.get(cause);
    if (known) {
      known.push(finding);
      continue;
    }
    const group = [finding];
    findings.push(group);
    if (cause !== undefined) groups.set(site, (groups.get(site) ?? new Map<string, Finding[]>()).set(cause, group));
  }
  return findings.flatMap(([first, ...others]) => (first ? [withOthers(first, others)] : []));
}

/** What several findings of a rule may have in common. A kind that nobody serves is one for all of its objects: the message names it. */
function causeOf({
  finding: { rule, message, effect },
  cause,
}: Pick<Told<unknown>, 'finding' | 'cause'>): string | undefined {
  const common = rule === 'served-by-release' ? message : cause;
  return common === undefined ? undefined : `${rule} ${effect} ${common}`;
}

function withOthers(first: Finding, others: readonly Finding[]): Finding {
  if (others.length === 0) return first;
  const named = others.slice(0, NAMED).map(({ path }) => path);
  const more = others.length - named.length;
  const names = [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  const rest =
    first.rule === 'served-by-release'
      ? `, nor at ${others.length} of its kind`
      : `; so it is with ${others.length} more`;
  return { ...first, message: `${first.message.replace(/\.$/, '')}${rest}: ${names}.` };
}
