import type { FieldPath } from '../model/field';
import { acceptsSafely } from './accepts';
import { fieldsOf, type Fields } from './fields';
import { hasFaults, keptFaults, type PropFault } from './kept';
import { isFraction, isInstance, isLate, isObject, isTree, type Fielded } from './kinds';
import { fractionFault, lateFault, missingFault, missingOneFault, nameOf, typeFault } from './prop-faults';
import type { Shape } from './shape';
import { standIn } from './stand-ins';
import { isStranger, meantFor, strangerFault } from './strangers';
import { PASSED, termsWithin, type Terms } from './terms';
import { andText, ofSetting } from './words';

/** What is left of a value, and what was wrong with the rest. */
export interface Sifted {
  /** The value without its faulty parts; `undefined`: nothing is left. */
  readonly value: unknown;
  readonly faults: readonly PropFault[];
}

/** Holds a value to its shape. What is faulty is left out, or has a harmless stand-in where there must be something. */
export function sift(shape: Shape, value: unknown, path: FieldPath, terms: Terms = PASSED.program): Sifted {
  const sieve = new Sieve();
  return { value: sieve.sift(shape, value, path, terms), faults: sieve.faults };
}

class Sieve {
  readonly faults: PropFault[] = [];

  sift(shape: Shape, value: unknown, path: FieldPath, terms: Terms): unknown {
    try {
      if (acceptsSafely(shape, value, terms)) return value;
      const isLateAlone = terms.isEarly && isLate(value) && acceptsSafely(shape, value);
      if (!isLateAlone) return this.parts(shape, value, path, terms);
      this.faults.push(lateFault(shape, path));
      return undefined;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.faults.push({ ...typeFault(shape, path, undefined), message: `${nameOf(path)} cannot be read: ${why}.` });
      return undefined;
    }
  }

  /** What can be taken of a value that cannot be taken as it is. */
  private parts(shape: Shape, value: unknown, path: FieldPath, terms: Terms): unknown {
    const within = termsWithin(terms);
    if (typeof shape === 'object') {
      if ('union' in shape) return this.union(shape.union, value, path, within);
      if ('instance' in shape) return this.instance(shape, shape.instance, value, path);
      if (!isLate(value)) {
        if ('list' in shape && Array.isArray(value)) return this.items(shape.list, value, path, within);
        if ('props' in shape && isObject(value)) return this.props(shape.props, value, path, terms);
        if ('map' in shape && isObject(value)) return this.map(shape, value, path, within);
      }
    }
    this.faults.push(typeFault(shape, path, value));
    return undefined;
  }

  private items(item: Shape, values: readonly unknown[], path: FieldPath, terms: Terms): unknown[] {
    return values.map((each, at) => this.sift(item, each, [...path, at], terms)).filter((each) => each !== undefined);
  }

  private map({ map, gaps }: Extract<Shape, { map: Shape }>, value: Fielded, path: FieldPath, terms: Terms): Fielded {
    const entries = Object.entries(value).map(([name, each]) => [
      name,
      each === undefined && gaps ? undefined : this.sift(map, each, [...path, name], terms),
    ]);
    return Object.fromEntries(entries.filter(([, each]) => gaps || each !== undefined)) as Fielded;
  }

  private props(props: string, value: Fielded, path: FieldPath, { passer, isEarly: areEarly }: Terms): Fielded {
    const fields = fieldsOf(props);
    const strangers = Object.keys(value).filter(
      (name) => !fields.byName.has(name) && isStranger(name, value, fields, passer),
    );
    const meant = new Set(strangers.map((name) => meantFor(name, value, fields)[0])); // one cause, told once
    const taken: Record<string, unknown> = fields.isOpen ? othersIn(value, fields) : {};
    for (const { name, shape, isOptional, isEarly } of fields.all) {
      const given = value[name];
      const terms = termsWithin({ isEarly: areEarly || isEarly });
      const left = given === undefined ? undefined : this.sift(shape, given, [...path, name], terms);
      if (given === undefined && !isOptional && !meant.has(name))
        this.faults.push(missingFault(shape, [...path, name]));
      if (left !== undefined) taken[name] = left;
      else if (!isOptional) taken[name] = standIn(shape);
    }
    for (const name of strangers) this.faults.push(strangerFault({ name, value, fields, props }, path, passer));
    return taken;
  }

  private instance(shape: Shape, name: string, value: unknown, path: FieldPath): unknown {
    if (!isInstance(name, value) || !hasFaults(value)) {
      const isTime = isInstance(name, value) && isFraction(name, value);
      this.faults.push(isTime ? fractionFault(path) : typeFault(shape, path, value));
      return undefined;
    }
    this.faults.push(...keptFaults(value).map((fault) => ({ cause: fault, ...fault, path: [...path, ...fault.path] })));
    return value;
  }

  /** Of several shapes the one that a value comes closest to. */
  private union(shapes: readonly Shape[], value: unknown, path: FieldPath, terms: Terms): unknown {
    const faulty = shapes.find(
      (each) => typeof each === 'object' && 'instance' in each && isInstance(each.instance, value),
    );
    if (faulty) return this.sift(faulty, value, path, terms);
    const formed = shapes.filter((each) => isAlike(each, value));
    const meant = formed.filter((each) => isMeant(each, value));
    const alike = knowing(meant.length > 0 ? meant : formed, value);
    const tries = alike.map((each) => sift(each, value, path, terms));
    const [best] = tries.sort((one, other) => weightOf(one) - weightOf(other));
    if (!best) {
      this.faults.push(typeFault({ union: ofSetting(shapes, path) }, path, value));
      return undefined;
    }
    const widened = (fault: PropFault): PropFault => {
      const name = fault.path[path.length];
      if (fault.path.length !== path.length + 1 || typeof name !== 'string') return fault;
      const of = { name, value: value as Fielded, path };
      return fault.rule === 'prop-unknown'
        ? excludedFault(fault, { ...of, shapes: formed })
        : alikeFault(fault, { ...of, shapes: alike });
    };
    this.faults.push(...best.faults.map(widened));
    return best.value;
  }
}

/** The shapes that have most of what is given and only some of them ask for: it says which one was meant. */
function knowing(shapes: readonly Shape[], value: unknown): readonly Shape[] {
  if (!isObject(value)) return shapes;
  const telling = [...new Set(shapes.flatMap(requiredOf))].filter((name) => value[name] !== undefined);
  const known = shapes.map((shape) => telling.filter((name) => hasProp(shape, name)).length);
  const most = Math.max(...known);
  return shapes.filter((_, at) => known[at] === most);
}

function hasProp(shape: Shape, name: string): boolean {
  return shapeOf(shape, name) !== undefined;
}

/** The shape of a prop; absent: there is none of the name. */
function shapeOf(shape: Shape, name: string): Shape | undefined {
  return typeof shape === 'object' && 'props' in shape ? fieldsOf(shape.props).byName.get(name)?.shape : undefined;
}

function requiredOf(shape: Shape): readonly string[] {
  if (typeof shape !== 'object' || !('props' in shape)) return [];
  return fieldsOf(shape.props).all.flatMap(({ name, isOptional }) => (isOptional ? [] : [name]));
}

/** A part of a value that has one of several shapes. */
interface PartOf {
  readonly name: string;
  readonly shapes: readonly Shape[];
  readonly value: Fielded;
  readonly path: FieldPath;
}

/** A fault of a part, with what the other shapes allow. */
function alikeFault(fault: PropFault, { name, shapes, value, path }: PartOf): PropFault {
  const alternatives = shapes.map((each) => requiredOf(each).filter((one) => value[one] === undefined));
  const isOneMissing = fault.rule === 'prop-missing' && alternatives.some((all) => all.length === 1 && all[0] === name);
  // Where every shape has a prop for telling it from the others, all of its values are allowed.
  const literals = shapes.map((each) => {
    const shape = shapeOf(each, name);
    return typeof shape === 'object' && 'literals' in shape ? shape.literals : undefined;
  });
  if (literals.includes(undefined)) {
    const ways = [...new Set(alternatives.map(wayText))];
    return isOneMissing && ways.length > 1 && !ways.includes('') ? missingOneFault(ways, path) : fault;
  }
  const shape = { literals: [...new Set(literals.flatMap((each) => each ?? []))] };
  const given = value[name];
  return given === undefined ? missingFault(shape, fault.path) : typeFault(shape, fault.path, given);
}

/** Props that go together. */
function wayText([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} with ${andText(others)}`;
}

/** A prop of another of the shapes: it is known, and does not go with what the value has. */
function excludedFault(fault: PropFault, { name, shapes, value, path }: PartOf): PropFault {
  if (!shapes.some((shape) => requiredOf(shape).includes(name))) return fault;
  const goes = (each: string): boolean =>
    shapes.some((shape) => {
      const own = shapeOf(shape, each);
      return hasProp(shape, name) && own !== undefined && acceptsSafely(own, value[each]);
    });
  const others = [...new Set(shapes.flatMap(requiredOf))].filter((each) => value[each] !== undefined && !goes(each));
  if (others.length === 0) return fault;
  return {
    rule: 'prop-value',
    path,
    allowed: [...others, name].join(' or '),
    message: `${andText([...others, name])} do not go together.`,
    remedy: `Leave ${andText(others)} out, or ${name}.`,
  };
}

/** What does no harm decides where nothing else does. */
function weightOf({ faults }: Sifted): number {
  const weight = ({ rule, isHarmless = false }: PropFault): number =>
    isHarmless ? HARMLESS_WEIGHT : rule === 'prop-value' ? VALUE_WEIGHT : 1;
  return faults.reduce((sum, fault) => sum + weight(fault), 0);
}

const HARMLESS_WEIGHT = 0.001;

/** What tells one shape from another counts more than what it lacks. */
const VALUE_WEIGHT = 10;

/** Whether a value has the words that tell the shape from others, such as its type. */
function isMeant(shape: Shape, value: unknown): boolean {
  if (typeof shape === 'string' || !('props' in shape) || !isObject(value)) return false;
  const words = fieldsOf(shape.props).all.filter(({ shape: of, isOptional }) => !isOptional && isChoice(of));
  return words.length > 0 && words.every(({ name, shape: of }) => acceptsSafely(of, value[name]));
}

function isChoice(shape: Shape): boolean {
  return typeof shape === 'object' && 'literals' in shape;
}

function isAlike(shape: Shape, value: unknown): boolean {
  if (typeof shape === 'string') return shape === 'json' && !isTree(value);
  if ('list' in shape) return Array.isArray(value);
  return ('props' in shape || 'map' in shape) && isObject(value) && !isLate(value);
}

/** The props that only another package knows. */
function othersIn(value: Fielded, { byName }: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !byName.has(name)));
}
