import type { Shape } from '../../src/props/shape';

/** A number with the bounds that its docs name: whole from 0, unless they say otherwise. */
export function bounded(shape: Shape, docs: string): Shape {
  if (typeof shape === 'object' && 'list' in shape) return { list: bounded(shape.list, docs) };
  if (shape !== 'number') return shape;
  const [, from, to] = /\b[Ff]rom (\d+)(?: to (\d+))?/.exec(docs) ?? [];
  const [, atLeast] = /\b(\d+) at least\b/.exec(docs) ?? [];
  return {
    least: Number(from ?? atLeast ?? 0),
    ...(to !== undefined && { most: Number(to) }),
    ...(/\bfractions\b/.test(docs) && { fractions: true }),
  };
}

/** Whether docs say of a prop, or of all props of a type, that something follows from it before the app is synthesized. */
export function isEarly(docs: string): boolean {
  return /\bknown\s+at\s+once\b/.test(docs);
}
