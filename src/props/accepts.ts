import { fieldsOf } from './fields';
import { hasFaults } from './kept';
import { isFraction, isInstance, isIterable, isLate, isPlainObject, isTree } from './kinds';
import { isMade } from './made';
import type { NumberShape, Shape } from './shape';
import { isStranger } from './strangers';
import { PASSED, termsWithin, type Terms } from './terms';

/** Whether a value is what it has to be, with nothing besides, and can be taken as it is. */
function accepts(shape: Shape, value: unknown, terms: Terms): boolean {
  if (isPlain(shape) && isLate(value)) return !terms.isEarly;
  if (typeof shape === 'string') return acceptsPlain(shape, value);
  if ('least' in shape) return acceptsNumber(shape, value);
  if ('instance' in shape) return acceptsInstance(shape.instance, value);
  if ('union' in shape) return shape.union.some((each) => accepts(each, value, termsWithin(terms)));
  if ('literals' in shape) return shape.literals.includes(value as string);
  return acceptsParts(shape, value, terms);
}

/** As {@link accepts}; what cannot be read is not accepted. */
export function acceptsSafely(shape: Shape, value: unknown, terms: Terms = PASSED.program): boolean {
  try {
    return accepts(shape, value, terms);
  } catch {
    return false;
  }
}

/** Whether what has the shape may be told when the app is synthesized only. What has parts and choices are there at once. */
function isPlain(shape: Shape): boolean {
  return typeof shape === 'string' ? shape !== 'function' && shape !== 'iterable' : 'least' in shape;
}

function acceptsPlain(shape: Extract<Shape, string>, value: unknown): boolean {
  switch (shape) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'function':
      return typeof value === 'function';
    case 'iterable':
      return isIterable(value);
    case 'json':
      return isTree(value);
    case 'anything':
      return true;
  }
}

function acceptsNumber({ least, most = Infinity, fractions = false }: NumberShape, value: unknown): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= least && value <= most && (fractions || Number.isInteger(value));
}

function acceptsInstance(name: string, value: unknown): boolean {
  return isInstance(name, value) && !hasFaults(value) && !isFraction(name, value);
}

/** What has parts is there at once, whatever is known of the parts: the library looks into it. */
function acceptsParts(
  shape: Extract<Shape, { list: Shape } | { map: Shape } | { props: string }>,
  value: unknown,
  terms: Terms,
): boolean {
  if ('props' in shape) return acceptsProps(shape.props, value, terms);
  const within = termsWithin(terms);
  if ('list' in shape) return Array.isArray(value) && value.every((item) => accepts(shape.list, item, within));
  if (!isPlainObject(value)) return false;
  for (const name in value) {
    const given = value[name];
    if (given === undefined ? !shape.gaps : !accepts(shape.map, given, within)) return false;
  }
  return true;
}

function acceptsProps(props: string, value: unknown, { passer, isEarly: areEarly }: Terms): boolean {
  if (!isPlainObject(value)) return false;
  if (isMade(value, props)) return true;
  const fields = fieldsOf(props);
  for (const { name, shape, isOptional, isEarly } of fields.all) {
    const given = value[name];
    const terms = termsWithin({ isEarly: areEarly || isEarly });
    if (given === undefined ? !isOptional : !accepts(shape, given, terms)) return false;
  }
  for (const name in value) if (!fields.byName.has(name) && isStranger(name, value, fields, passer)) return false;
  return true;
}
