import { isDeepStrictEqual } from 'node:util';
import { parseCel, type CelNode } from './cel-parser';

/** A condition that a CRD sets on a value, see {@link compileCel}. */
export type CelRule = (self: unknown) => boolean;

/**
 * Prepares a rule of `x-kubernetes-validations`, as far as the rules of the known CRDs go: fields, literals, comparisons,
 * `!`, `&&`, `||`, `?:`, `has`, `size`, `all`, `matches` and `lowerAscii`. A rule that comes to no value, such as one that
 * asks for a field that is not there, is broken: the API server refuses the object then.
 *
 * @throws where the rule says anything else
 * @see https://kubernetes.io/docs/reference/using-api/cel/
 */
export function compileCel(rule: string): CelRule {
  const expression = expressionOf(parseCel(rule));
  return (self) => {
    try {
      return expression({ self }) === true;
    } catch (error) {
      if (error === NO_VALUE) return false;
      throw error;
    }
  };
}

type Scope = Readonly<Record<string, unknown>>;
type Expression = (scope: Scope) => unknown;

/** Told by throwing it: `&&`, `||` and `all` go on where one side has no value and the other decides. */
const NO_VALUE = new Error('The expression has no value.');

function noValue(): never {
  throw NO_VALUE;
}

function expressionOf(node: CelNode): Expression {
  switch (node.op) {
    case 'literal':
      return () => node.value;
    case 'name':
      return (scope) => fieldOf(scope, node.name);
    case 'field': {
      const of = expressionOf(node.of);
      return (scope) => fieldOf(of(scope), node.name);
    }
    case 'call':
      return callOf(node);
    default:
      return operationOf(node.op, node.args.map(expressionOf));
  }
}

function operationOf(op: string, [first = noValue, second = noValue, third = noValue]: Expression[]): Expression {
  switch (op) {
    case '!':
      return (scope) => !truth(first(scope));
    case '?':
      return (scope) => (truth(first(scope)) ? second(scope) : third(scope));
    case '||':
    case '&&':
      return (scope) => decided(op === '||', [first, second], (side) => side(scope));
    case '==':
      return (scope) => isDeepStrictEqual(first(scope), second(scope));
    case '!=':
      return (scope) => !isDeepStrictEqual(first(scope), second(scope));
    default:
      return (scope) => compared(op, first(scope), second(scope));
  }
}

/** Whether some item decides as wanted, or else none: an item without a value counts where none of the others decides. */
function decided<T>(wanted: boolean, items: Iterable<T>, judge: (item: T) => unknown): boolean {
  let lacks = false;
  for (const item of items) {
    try {
      if (truth(judge(item)) === wanted) return wanted;
    } catch (error) {
      if (error !== NO_VALUE) throw error;
      lacks = true;
    }
  }
  return lacks ? noValue() : !wanted;
}

function compared(op: string, one: unknown, other: unknown): boolean {
  const isComparable = typeof one === typeof other && (typeof one === 'number' || typeof one === 'string');
  if (!isComparable) return noValue();
  const [left, right] = [one as number, other as number];
  switch (op) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}

function callOf({ name, of, args }: Extract<CelNode, { op: 'call' }>): Expression {
  const [first, second] = args;
  if (name === 'has' && first?.op === 'field') {
    const holder = expressionOf(first.of);
    return (scope) => hasField(holder(scope), first.name);
  }
  if (name === 'all' && of && first?.op === 'name' && second) {
    const [items, condition] = [expressionOf(of), expressionOf(second)];
    return (scope) => decided(false, itemsOf(items(scope)), (item) => condition({ ...scope, [first.name]: item }));
  }
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!known) throw new Error(`No rule of a known CRD calls ${name}.`);
  const given = (of ? [of, ...args] : args).map(expressionOf);
  return (scope) => known(...given.map((each) => each(scope)));
}

const FUNCTIONS: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
  size: (value) => (typeof value === 'string' ? [...value].length : itemsOf(value).length),
  lowerAscii: (text) => textOf(text).replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  matches: (text, pattern) => regexOf(textOf(pattern)).test(textOf(text)),
};

/** RE2 as the API server has it, in the words of JavaScript. */
function regexOf(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll('[:cntrl:]', '\\x00-\\x1f\\x7f'), 'u');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : noValue();
}

function truth(value: unknown): boolean {
  return typeof value === 'boolean' ? value : noValue();
}

/** The items of a list, or the keys of a map. */
function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isMap(value) ? Object.keys(value) : noValue();
}

function fieldOf(value: unknown, name: string): unknown {
  return hasField(value, name) ? (value as Scope)[name] : noValue();
}

function hasField(value: unknown, name: string): boolean {
  return isMap(value) ? Object.hasOwn(value, name) && value[name] !== undefined : noValue();
}

function isMap(value: unknown): value is Scope {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
