import type { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { isBranded } from '../model/brand';
import { instanceOf } from './table';

/** Any object, by its fields. */
export type Fielded = Readonly<Record<string, unknown>>;

/** Whether a value is an object that is nothing but its fields. */
export function isPlainObject(value: unknown): value is Fielded {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whether a value holds others, and has no fields: nothing of it would be written. */
function isCollection(value: unknown): boolean {
  return value instanceof Map || value instanceof Set;
}

/** Whether a value has fields. */
export function isObject(value: unknown): value is Fielded {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isCollection(value);
}

/**
 * Whether a value is known when the app is synthesized only: cdk8s asks whatever can `resolve`, and what `Lazy.any(...)` makes,
 * of whichever copy of cdk8s.
 */
export function isLate(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  try {
    const { resolve, produce } = value as Fielded;
    return typeof resolve === 'function' || (typeof produce === 'function' && !isPlainObject(value));
  } catch {
    return false; // what cannot be read is none
  }
}

/** Whether a value can be gone through. */
export function isIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** Whether a value is an instance of what the table knows under the name. */
export function isInstance(name: string, value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const { brand, construct, members = NONE } = instanceOf(name);
  if (brand) return isBranded(value, name);
  return (!construct || Construct.isConstruct(value)) && members.every((member) => member in value);
}

/** Whether an instance is a time that is no whole number of milliseconds: cdk8s ends a run that asks for it. */
export function isFraction(name: string, value: object): boolean {
  if (name !== 'Duration') return false;
  try {
    (value as Duration).toMilliseconds();
    return false;
  } catch {
    return true;
  }
}

const NONE: readonly string[] = [];

/** More levels than these are a circle, or nothing that anybody wrote. */
const DEEPEST = 200;

/** Whether a value is one of JSON, as far as its form goes: it ends somewhere, and holds no functions. */
export function isTree(value: unknown, depth = 0): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return false;
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isTree(item, depth + 1));
  if (isCollection(value)) return false;
  if (!isPlainObject(value) || isLate(value)) return true;
  for (const name in value) if (!isTree(value[name], depth + 1)) return false;
  return true;
}
