import { Construct, type IConstruct } from 'constructs';

/**
 * What is in doubt of a construct: what it `is`, as its props are faulty, or what it `has`, as those of a part are. Of what
 * it is nothing more is judged; of what it has, nothing that others follow from.
 */
export type Doubt = 'is' | 'has';

const DOUBTS = new WeakMap<IConstruct, Doubt>();

/** Says that a construct is not what the program meant. */
export function doubt(construct: IConstruct, what: Doubt = 'is'): void {
  if (DOUBTS.get(construct) !== 'is') DOUBTS.set(construct, what);
}

/** Whether something was left out of the props of a construct, or put in their place. */
export function isDoubted(construct: IConstruct): boolean {
  return DOUBTS.get(construct) === 'is';
}

/** Whether a construct, what it is within or what it names is in doubt: what it does with others is not known then. */
export function leansOnDoubt(construct: IConstruct): boolean {
  return construct.node.scopes.some(
    (scope) => DOUBTS.has(scope) || named(scope).some((each) => DOUBTS.has(each) && !isWithin(each, scope)),
  );
}

/** Deep enough for the cluster of a topic in a list among the props. */
const DEEPEST = 4;

/** What every construct of a tree leads to, from which nothing follows: its place in the tree, and the list of all there are. */
const OF_ALL: readonly string[] = ['node', 'register'];

function named(value: object, depth = 0): IConstruct[] {
  if (depth > DEEPEST) return [];
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    if (typeof each !== 'object' || each === null || (depth === 0 && OF_ALL.includes(name))) return [];
    if (Construct.isConstruct(each))
      return depth === 0 || !('cluster' in each) ? [each] : [each, each.cluster as IConstruct];
    return named(each, depth + 1);
  });
}

/** Whether a construct is a part of another one: that one is in doubt itself where it is because of a part. */
function isWithin(part: IConstruct, whole: IConstruct): boolean {
  return part.node.scopes.includes(whole);
}
