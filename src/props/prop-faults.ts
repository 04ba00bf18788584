import type { FieldPath } from '../model/field';
import { nearestNames } from '../text/nearest';
import { acceptsSafely } from './accepts';
import type { PropFault } from './kept';
import { isObject } from './kinds';
import type { Shape } from './shape';
import { givenText, isSecretName, LATE, kindText, makersText, shapeText } from './words';

/** A value that has to be given, and is not. */
export function missingFault(shape: Shape, path: FieldPath): PropFault {
  const makers = makersText(shape);
  return {
    rule: 'prop-missing',
    path,
    allowed: shapeText(shape),
    message: `${nameOf(path)} has to be given.`,
    remedy: makers === undefined ? `Give ${shapeText(shape)}.` : `Give ${makers}.`,
  };
}

/** One of several props has to be given, and none is. */
export function missingOneFault(names: readonly string[], path: FieldPath): PropFault {
  const either = names.join(' or ');
  return {
    rule: 'prop-missing',
    path,
    allowed: either,
    message: `${either} has to be given.`,
    remedy: `Give ${either}.`,
  };
}

/** A value that is told when the app is synthesized only, where something follows from it before. */
export function lateFault(shape: Shape, path: FieldPath): PropFault {
  return {
    rule: 'prop-type',
    path,
    given: LATE,
    allowed: shapeText(shape),
    message: `${nameOf(path)} has to be known at once.`,
    remedy: 'Give the value itself.',
  };
}

/** A time that nothing counts exactly. */
export function fractionFault(path: FieldPath): PropFault {
  return {
    rule: 'prop-value',
    path,
    given: 'a Duration with a part of a millisecond',
    allowed: 'a Duration of whole milliseconds',
    message: `${nameOf(path)} is no whole number of milliseconds.`,
    remedy: 'Give a Duration of whole milliseconds.',
  };
}

/** A value that is not what it has to be. */
export function typeFault(shape: Shape, path: FieldPath, value: unknown): PropFault {
  const isSecret = path.some((part) => typeof part === 'string' && isSecretName(part));
  const allowed = shapeText(shape);
  const isChoice = literalsOf(shape).some((literal) => typeof literal === typeof value);
  const isOutOfBounds = typeof shape === 'object' && 'least' in shape && Number.isFinite(value);
  return {
    rule: isChoice || isOutOfBounds ? 'prop-value' : 'prop-type',
    path,
    given: givenText(value, isSecret),
    allowed,
    message: isChoice ? `${nameOf(path)} has no such value.` : messageOf(shape, path, value),
    remedy: remedyOf(shape, value, allowed),
  };
}

/** The words of a choice, whether something else may be given in their place or not. */
function literalsOf(shape: Shape): readonly unknown[] {
  if (typeof shape !== 'object') return [];
  if ('literals' in shape) return shape.literals;
  return 'union' in shape ? shape.union.flatMap(literalsOf) : [];
}

function messageOf(shape: Shape, path: FieldPath, value: unknown): string {
  if (value === null) return `${nameOf(path)} is null.`;
  if (shape === 'json' && isObject(value))
    return `${nameOf(path)} leads in a circle, or holds a function, a Map or a Set.`;
  if (typeof shape === 'object' && 'least' in shape && typeof value === 'number')
    return `${nameOf(path)} cannot be ${value}.`;
  return `${nameOf(path)} cannot be ${kindText(value)}.`;
}

function remedyOf(shape: Shape, value: unknown, allowed: string): string {
  if (isListOf(shape) && value !== null && !Array.isArray(value)) return listRemedy(shape.list, value);
  const makers = makersText(shape, value);
  const due = makers ?? (allowed.length > LONGEST ? 'what is allowed' : allowed);
  if (value === null) return `Leave it out, or give ${due}.`;
  if (value instanceof Map) return 'Give Object.fromEntries() of it.';
  if (typeof value === 'string') {
    const [nearest] = nearestNames(value, literalsOf(shape).map(String));
    if (nearest !== undefined) return `Write ${JSON.stringify(nearest)}.`;
  }
  return `Give ${due}.`;
}

function isListOf(shape: Shape): shape is Extract<Shape, { readonly list: Shape }> {
  return typeof shape === 'object' && 'list' in shape;
}

/** What is an item already lacks nothing but its list. */
function listRemedy(item: Shape, value: unknown): string {
  if (acceptsSafely(item, value)) return 'Put it into a list, between [ and ].';
  return `Give a list, each item ${makersText(item) ?? shapeText(item)}.`;
}

/** Longer texts are not told twice. */
const LONGEST = 60;

/** What a value is called where a fault of it is told. */
export function nameOf(path: FieldPath): string {
  if (path.length === 0) return 'props';
  const name = path.findLast((part) => typeof part === 'string') ?? 'It';
  return typeof path.at(-1) === 'number' ? `An item of ${name}` : name;
}
