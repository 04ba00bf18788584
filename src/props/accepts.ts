import { fieldsOf } from './fields';
import { hasFaults } from './kept';
import { isInstance, isIterable, isLate, isPlainObject, isTree } from './kinds';
import { isMade } from './made';
import type { NumberShape, Shape } from './shape';
import { isStranger, type Passer } from './strangers';

/** Whether a value is what it has to be, with nothing besides, and can be taken as it is. */
function accepts(shape: Shape, value: unknown, passer: Passer = 'program'): boolean {
  if (typeof shape === 'string') return acceptsPlain(shape, value);
  if ('least' in shape) return acceptsNumber(shape, value) || isLate(value);
  if ('instance' in shape) return isInstance(shape.instance, value) && !hasFaults(value);
  if ('union' in shape) return shape.union.some((each) => accepts(each, value));
  if ('literals' in shape) return shape.literals.includes(value as string);
  return acceptsParts(shape, value, passer);
}

/** As {@link accepts}; what cannot be read is not accepted. */
export function acceptsSafely(shape: Shape, value: unknown, passer?: Passer): boolean {
  try {
    return accepts(shape, value, passer);
  } catch {
    return false;
  }
}

function acceptsPlain(shape: Extract<Shape, string>, value: unknown): boolean {
  switch (shape) {
    case 'text':
      return typeof value === 'string' || isLate(value);
    case 'number':
      return Number.isFinite(value) || isLate(value);
    case 'boolean':
      return typeof value === 'boolean' || isLate(value);
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

/** What has parts is there at once, as choices are, whatever is known of the parts: the library looks into it. */
function acceptsParts(
  shape: Extract<Shape, { list: Shape } | { map: Shape } | { props: string }>,
  value: unknown,
  passer: Passer,
): boolean {
  if ('props' in shape) return acceptsProps(shape.props, value, passer);
  if ('list' in shape) return Array.isArray(value) && value.every((item) => accepts(shape.list, item));
  if (!isPlainObject(value)) return false;
  for (const name in value) {
    const given = value[name];
    if (given === undefined ? !shape.gaps : !accepts(shape.map, given)) return false;
  }
  return true;
}

function acceptsProps(props: string, value: unknown, passer: Passer): boolean {
  if (!isPlainObject(value)) return false;
  if (isMade(value, props)) return true;
  const fields = fieldsOf(props);
  for (const { name, shape, isOptional } of fields.all) {
    const given = value[name];
    if (given === undefined ? !isOptional : !accepts(shape, given)) return false;
  }
  for (const name in value) if (!fields.byName.has(name) && isStranger(name, value, fields, passer)) return false;
  return true;
}
