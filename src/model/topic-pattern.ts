/** One of the things that a pattern of topics looks for: a name, or a regular expression. */
export type PatternPart = { readonly name: string } | { readonly expression: string };

/** The parts of a pattern: a regular expression, or a list with commas between. */
export function partsOf(pattern: string): readonly PatternPart[] {
  return pattern
    .split(',')
    .flatMap((item) => (/[()[\]]/.test(item) ? [item] : item.split('|')))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const name = part.replace(/\\([^A-Za-z0-9])/g, '$1');
      return /^[\w.-]+$/.test(name) && !/\\[A-Za-z0-9]/.test(part) ? { name } : { expression: part };
    });
}

/** Whether a pattern finds a topic. One that only Java can read finds none. */
export function finds(pattern: string, topic: string): boolean {
  const { names, expressions } = searchOf(pattern);
  return names.has(topic) || expressions.some((expression) => expression.test(topic));
}

/** What a pattern looks for, ready for many topics. */
interface Search {
  readonly names: ReadonlySet<string>;
  readonly expressions: readonly RegExp[];
}

/** Whoever asks for one topic asks for others: a pattern may name all topics of a cluster. */
const searches = new Map<string, Search>();
const MOST_SEARCHES = 1000;

function searchOf(pattern: string): Search {
  const known = searches.get(pattern);
  if (known) return known;
  const parts = partsOf(pattern);
  const search = {
    names: new Set(parts.flatMap((part) => ('name' in part ? [part.name] : []))),
    expressions: parts.flatMap((part) => ('expression' in part ? (compiled(part.expression) ?? []) : [])),
  };
  if (searches.size >= MOST_SEARCHES) searches.clear();
  searches.set(pattern, search);
  return search;
}

/** Whether an expression, which is no list, finds a topic. One that only Java can read finds none. */
export function findsName(expression: string, topic: string): boolean {
  return compiled(expression)?.test(topic) ?? false;
}

/** Whether an expression finds every topic. */
export function isEverything(expression: string): boolean {
  return /^\^?\(?\.\*\)?\$?$/.test(expression);
}

/**
 * Why a pattern is no regular expression; absent: it is one, or says things that only Java's expressions have.
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html
 */
export function patternFault(pattern: string): string | undefined {
  return expressionFault(pattern.split(',').join('|'));
}

/** The same of an expression that is no list. */
export function expressionFault(expression: string): string | undefined {
  if (JAVA_ONLY.test(expression)) return undefined;
  if (LONE_BRACE.test(expression.replace(/\\./g, '').replace(/\[[^\]]*\]/g, ''))) return 'a { counts nothing';
  try {
    new RegExp(expression);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*: /, '').toLowerCase() : String(error);
  }
}

/**
 * The same of one that Go reads, which looks neither ahead nor behind nor at what it found before.
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function goExpressionFault(expression: string): string | undefined {
  const bare = expression.replace(/\\[^1-9kK]/g, '').replace(/\[[^\]]*\]/g, '');
  const [found] = NOT_IN_GO.exec(bare) ?? [];
  return found === undefined ? expressionFault(expression) : `Go has no ${found}`;
}

const NOT_IN_GO = /\(\?(?:<?[=!]|>)|\\[1-9kK]|[*+?}]\+/;

/**
 * What every topic that an expression finds begins with; absent: the expression finds a few names only, or cannot be
 * told.
 */
export function stemOf(expression: string): string | undefined {
  if (JAVA_ONLY.test(expression) || !/[*+]|\.[?{]|\[|\\[wWdDsS]/.test(expression)) return undefined;
  if (isAlternation(expression)) return '';
  const [stem = ''] = /^(?:\\[^A-Za-z0-9]|[\w-])*/.exec(expression.replace(/^\^/, '')) ?? [];
  const next = expression.replace(/^\^/, '').charAt(stem.length);
  const certain = /[*?{]/.test(next) ? stem.replace(/(\\.|.)$/, '') : stem;
  return certain.replace(/\\(.)/g, '$1');
}

/** Alternatives may begin differently. */
function isAlternation(expression: string): boolean {
  return expression.replace(/\(.*\)/, '').includes('|');
}

function compiled(expression: string): RegExp | undefined {
  if (JAVA_ONLY.test(expression) || patternFault(expression) !== undefined) return undefined;
  return new RegExp(`^(?:${expression})$`);
}

/** Quotes, flags, possessive quantifiers, sets within sets and classes that JavaScript has not or reads otherwise. */
const JAVA_ONLY = /\\[AEGHNPQRVXZhkpuvxz]|\(\?[a-zA-Z>-]|[*+?}]\+|&&|\[[^\]]*\[/;
const LONE_BRACE = /\{(?!\d+(,\d*)?\})/;
