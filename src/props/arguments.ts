import type { Shape } from './shape';
import { parametersOf } from './table';

/** What a call takes in a place. */
export interface Argument {
  readonly name: string;
  readonly shape: Shape;
  readonly isOptional: boolean;
  /** Whether it takes all that follow. */
  readonly isRest: boolean;
  /** Whether it is props, which are called by their own names. */
  readonly isProps: boolean;
  /** Whether it has parts, which say themselves whether they are needed at once; what has none is. */
  readonly hasParts: boolean;
}

const KNOWN = new Map<string, readonly Argument[]>();

/** What a call takes, place by place. */
export function argumentsOf(call: string): readonly Argument[] {
  const known = KNOWN.get(call);
  if (known) return known;
  const all = parametersOf(call).map(([name, shape]): Argument => {
    const [isOptional, isRest] = [name.endsWith('?'), name.endsWith('...')];
    return {
      name: name.replace(/(\?|\.\.\.)$/, ''),
      shape,
      isOptional,
      isRest,
      isProps: isProps(shape),
      hasParts: isProps(shape) || (typeof shape === 'object' && ('list' in shape || 'map' in shape)),
    };
  });
  KNOWN.set(call, all);
  return all;
}

function isProps(shape: Shape): boolean {
  if (typeof shape !== 'object') return false;
  return 'props' in shape || ('union' in shape && shape.union.every(isProps));
}
