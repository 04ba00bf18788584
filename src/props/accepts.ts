import { fieldsOf, type Field } from './fields';
import { hasFaults } from './kept';
import { isFraction, isInstance, isIterable, isLate, isPlainObject, isTree, type Fielded } from './kinds';
import { isMade } from './made';
import type { NumberShape, Shape } from './shape';
import { isStranger, type Passer } from './strangers';
import { PASSED, type Terms } from './terms';

/** Whether a value is what it has to be, with nothing besides, and can be taken as it is; what cannot be read is not. */
export function acceptsSafely(shape: Shape, value: unknown, { passer, isEarly }: Terms = PASSED.program): boolean {
  try {
    return testOf(shape)(value, isEarly, passer);
  } catch {
    return false;
  }
}

/**
 * Whether a value has a shape.
 * @param isEarly whether nothing in it may be told when the app is synthesized only
 * @param passer who passes props, which the class of a team has names for; absent: a program
 */
type Test = (value: unknown, isEarly: boolean, passer?: Passer) => boolean;

/** Programs hand over values of the same few shapes by the thousand: what a shape asks is made out once. */
const TESTS = new WeakMap<object, Test>();

function testOf(shape: Shape): Test {
  if (typeof shape === 'string') return OF_WORDS[shape];
  const known = TESTS.get(shape);
  if (known) return known;
  const test = newTest(shape);
  TESTS.set(shape, test);
  return test;
}

/** What has parts and choices are there at once; what has none may be told when the app is synthesized. */
const OF_WORDS: Readonly<Record<Extract<Shape, string>, Test>> = {
  text: (value, isEarly) => typeof value === 'string' || mayBeLate(value, isEarly),
  number: (value, isEarly) => Number.isFinite(value) || mayBeLate(value, isEarly),
  boolean: (value, isEarly) => typeof value === 'boolean' || mayBeLate(value, isEarly),
  json: (value, isEarly) => (isLate(value) ? !isEarly : isTree(value)),
  anything: (value, isEarly) => !(isEarly && isLate(value)),
  function: (value) => typeof value === 'function',
  iterable: isIterable,
};

function mayBeLate(value: unknown, isEarly: boolean): boolean {
  return !isEarly && isLate(value);
}

function newTest(shape: Exclude<Shape, string>): Test {
  if ('least' in shape) return (value, isEarly) => isWithin(shape, value) || mayBeLate(value, isEarly);
  if ('instance' in shape) return (value) => acceptsInstance(shape.instance, value);
  if ('literals' in shape) return (value) => shape.literals.includes(value as string);
  if ('union' in shape) return (value, isEarly) => shape.union.some((each) => testOf(each)(value, isEarly));
  if ('props' in shape) return testOfProps(shape.props);
  if ('map' in shape) return testOfMap(shape.map, shape.gaps);
  return (value, isEarly) => Array.isArray(value) && value.every((item) => testOf(shape.list)(item, isEarly));
}

function acceptsInstance(name: string, value: unknown): boolean {
  return isInstance(name, value) && !hasFaults(value) && !isFraction(name, value);
}

function isWithin({ least, most = Infinity, fractions = false }: NumberShape, value: unknown): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= least && value <= most && (fractions || Number.isInteger(value));
}

function testOfMap(shape: Shape, mayHaveGaps = false): Test {
  return (value, isEarly) => {
    if (!isPlainObject(value)) return false;
    for (const name in value) {
      const given = value[name];
      if (given === undefined ? !mayHaveGaps : !testOf(shape)(given, isEarly)) return false;
    }
    return true;
  };
}

function testOfProps(props: string): Test {
  const fields = fieldsOf(props);
  const needed = fields.all.filter(({ isOptional }) => !isOptional);
  return (value, isEarly, passer = 'program') => {
    if (!isPlainObject(value)) return false;
    if (isMade(value, props)) return true;
    for (const name in value) {
      const field = fields.byName.get(name);
      if (field ? !acceptsField(field, value, isEarly) : isStranger(name, value, fields, passer)) return false;
    }
    return needed.every(({ name }) => value[name] !== undefined);
  };
}

function acceptsField({ name, shape, isEarly }: Field, value: Fielded, areEarly: boolean): boolean {
  const given = value[name];
  return given === undefined || testOf(shape)(given, areEarly || isEarly);
}
