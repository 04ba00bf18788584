import type { NameOrPrefix } from '../model/permissions';
import { finds, partsOf, stemOf } from '../model/topic-pattern';

/** Names that a regular expression finds. */
export interface NamePattern {
  /** A regular expression as Java has them, which has to find the whole name. Kafka takes a comma for the end of one. */
  readonly pattern: string;
  /**
   * The names that the mirror's users get rights to; `'*'`: all.
   * @default - those that begin as all names that it finds begin
   */
  readonly within?: NameOrPrefix;
}

/** Topics or consumer groups: one by its name, those that begin with something, or those that a pattern finds. */
export type NameMatch = NameOrPrefix | NamePattern;

/** Kafka's word for all names in a rule. */
export const ALL_NAMES = '*';

/** Whether a match is a regular expression. */
export function isPattern(match: NameMatch): match is NamePattern {
  return typeof match !== 'string' && 'pattern' in match;
}

/**
 * A pattern that finds what is matched and nothing else, in order. A mirror splits it at commas, and reads each part as a
 * regular expression.
 */
export function patternOf(matches: readonly NameMatch[]): string {
  return [...new Set(matches.map(expressionOf))].sort().join(',');
}

/** The names that rights to a match have to be given for; absent: nothing bounds it. */
export function boundsOf(match: NameMatch): readonly NameOrPrefix[] | undefined {
  if (!isPattern(match)) return [match];
  if (match.within !== undefined) return [match.within];
  const bounds = partsOf(match.pattern).map((part): NameOrPrefix | undefined => {
    if ('name' in part) return part.name;
    const stem = stemOf(part.expression);
    return stem === undefined || stem === '' ? undefined : { prefix: stem };
  });
  return bounds.includes(undefined) ? undefined : (bounds as NameOrPrefix[]);
}

/** Names that are looked for, without those that are left out. */
export class NameFinder {
  private readonly names = new Set<string>();
  private readonly prefixes: string[] = [];
  private readonly patterns: string[] = [];
  private readonly excluded: NameFinder | undefined;

  constructor(matches: readonly NameMatch[], excluded: readonly NameMatch[] = []) {
    for (const match of matches) {
      if (typeof match === 'string') this.names.add(match);
      else if (isPattern(match)) this.patterns.push(match.pattern);
      else this.prefixes.push(match.prefix);
    }
    this.excluded = excluded.length > 0 ? new NameFinder(excluded) : undefined;
  }

  /** The names, where names are all that is looked for. */
  get all(): ReadonlySet<string> | undefined {
    return this.prefixes.length + this.patterns.length === 0 && !this.excluded ? this.names : undefined;
  }

  /** Whether a name is among them. */
  finds(name: string): boolean {
    if (this.excluded?.finds(name)) return false;
    if (this.names.has(name) || this.prefixes.some((prefix) => name.startsWith(prefix))) return true;
    return this.patterns.some((pattern) => finds(pattern, name));
  }
}

/**
 * What a mirror is told to leave out: what it leaves out without being told, but for that which is asked for by name, and
 * what is named. Absent: nothing needs to be said.
 */
export function exclusionOf(
  excluded: readonly NameMatch[],
  wanted: readonly NameMatch[],
  usual: string,
): string | undefined {
  const named = wanted.flatMap((match) => (isPattern(match) ? [] : [typeof match === 'string' ? match : match.prefix]));
  const parts = usual.split(',');
  const kept = parts.filter((part) => !named.some((name) => finds(part, name)));
  if (excluded.length === 0 && kept.length === parts.length) return undefined;
  return [...kept, ...(excluded.length > 0 ? [patternOf(excluded)] : [])].join(',');
}

function expressionOf(match: NameMatch): string {
  if (typeof match === 'string') return literally(match);
  return isPattern(match) ? match.pattern : `${literally(match.prefix)}.*`;
}

function literally(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(',', '\\x2C');
}
