import type { FieldPath } from '../model/field';
import type { AllowedName, PolicyRecord } from '../model/policy';
import type { Breach } from './rule';

/** What a policy refuses. */
export interface PolicyBreach {
  readonly field: FieldPath;
  readonly given?: unknown;
  readonly allowed: string;
  /** What it asks, as the end of a sentence: `names of topics`. */
  readonly asks: string;
  readonly remedy: string;
}

/** What a policy refuses, as the breach of a rule: a policy that is not enforced warns. */
export function policyBreach({ name, see, enforced }: PolicyRecord, { asks, remedy, ...told }: PolicyBreach): Breach {
  return {
    ...told,
    message: `The policy "${name}" ${asks}.`,
    remedy: see === undefined ? remedy : `${remedy} See ${see}`,
    ...(!enforced && { effect: 'unlooked' }),
  };
}

/** Whether a policy allows a name. */
export function allowsName(allowed: readonly AllowedName[], name: string): boolean {
  return allowed.some((each) => {
    if (typeof each === 'string') return each === name;
    return 'prefix' in each ? name.startsWith(each.prefix) : (expressionOf(each.pattern)?.test(name) ?? false);
  });
}

/** Whether a policy allows what a rule names: `*` is all there are, whatever a pattern finds in the text. */
export function allowsRuleName(allowed: readonly AllowedName[], name: string): boolean {
  return name === '*' ? allowed.includes(name) || allowsPrefix(allowed, '') : allowsName(allowed, name);
}

/** Whether a policy allows all names that begin with something. */
export function allowsPrefix(allowed: readonly AllowedName[], prefix: string): boolean {
  return allowed.some((each) => {
    if (typeof each === 'string') return false;
    if ('prefix' in each) return prefix.startsWith(each.prefix);
    return OPEN_END.test(each.pattern) && (expressionOf(each.pattern)?.test(prefix) ?? false);
  });
}

/**
 * What goes on with anything: no alternatives, of which another one may have found the beginning, and nothing that looks at
 * what comes.
 */
const OPEN_END = /^(?!.*\(\?<?[=!])[^|]*(?<!\\)\.\*$/;

/** Names that a policy allows, for people. */
export function namesText(allowed: readonly AllowedName[]): string {
  if (allowed.length === 0) return 'none';
  const texts = allowed.map((each) => {
    if (typeof each === 'string') return JSON.stringify(each);
    return 'prefix' in each
      ? `a name that begins with ${JSON.stringify(each.prefix)}`
      : `a name that ${each.pattern} finds`;
  });
  return texts.join(', or ');
}

const EXPRESSIONS = new Map<string, RegExp | undefined>();

/** The expression of a pattern, which finds whole names; absent: it is none, which is told where the policy is given. */
function expressionOf(pattern: string): RegExp | undefined {
  if (EXPRESSIONS.has(pattern)) return EXPRESSIONS.get(pattern);
  const expression = compiled(pattern);
  EXPRESSIONS.set(pattern, expression);
  return expression;
}

function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return undefined;
  }
}
