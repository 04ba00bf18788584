import type { JsonObject } from '../../model/json';
import { get, put, type JsonMap } from './values';
import { isMap } from '../../model/guarded';

/**
 * What a reader takes a part of an object for. A map names the fields that the reader looks at, `*` all others; a list
 * has the shape of its items, and that of a map where there may be one in its place. Fields without a shape are not looked at.
 */
export type Shape = keyof Kinds | ListShape | MapShape;

type ListShape = readonly [item: Shape] | readonly [item: Shape, inPlace: MapShape];
interface MapShape {
  readonly [field: string]: Shape;
}

/** What the words of a shape stand for. */
export interface Kinds {
  readonly text: string;
  readonly number: number;
  readonly flag: boolean;
  readonly scalar: string | number | boolean;
  readonly intOrString: string | number;
  readonly map: JsonObject;
}

/** An object as a reader has it, once it fits the shape: any field may be missing, and any word may stand in a text. */
export type Fitting<S> = S extends keyof Kinds
  ? Kinds[S]
  : S extends readonly [infer Item, infer InPlace]
    ? readonly Fitting<Item>[] | Fitting<InPlace>
    : S extends readonly [infer Item]
      ? readonly Fitting<Item>[]
      : S extends { readonly '*': infer Each }
        ? Readonly<Record<string, Fitting<Each>>>
        : { readonly [F in keyof S]?: Fitting<S[F]> };

const SCALARS: Readonly<Record<Exclude<keyof Kinds, 'map'>, readonly string[]>> = {
  text: ['string'],
  number: ['number'],
  flag: ['boolean'],
  scalar: ['string', 'number', 'boolean'],
  intOrString: ['string', 'number'],
};

/**
 * The object without the parts that are not what a reader takes them for: a map where a list belongs, a number where a
 * text does. Readers then need not ask. The very object where all of it fits.
 */
export function fitting<T extends object>(object: T, shape: Shape): T {
  return (fit(object, shape) ?? {}) as T;
}

/** The part of a value that fits; undefined: nothing of it. */
function fit(value: unknown, shape: Shape): unknown {
  if (typeof shape === 'string') return isA(shape, value) ? value : undefined;
  if (isListShape(shape)) {
    const [item, inPlace] = shape;
    if (Array.isArray(value)) return fitItems(value, item);
    return inPlace && fit(value, inPlace);
  }
  return isMap(value) ? fitFields(value, shape) : undefined;
}

function isA(kind: keyof Kinds, value: unknown): boolean {
  return kind === 'map' ? isMap(value) : SCALARS[kind].includes(typeof value);
}

function fitItems(list: readonly unknown[], shape: Shape): readonly unknown[] {
  // Holes, which a program can leave, are undefined too.
  const items = Array.from(list, (item) => fit(item, shape));
  return items.every((item, at) => item !== undefined && item === list[at])
    ? list
    : items.filter((item) => item !== undefined);
}

function fitFields(map: JsonMap, shape: MapShape): JsonMap {
  let result = map;
  for (const field of '*' in shape ? Object.keys(map) : Object.keys(shape)) {
    const value = get(map, field);
    const its = Object.hasOwn(shape, field) ? shape[field] : shape['*'];
    if (value === undefined || its === undefined) continue;
    const part = fit(value, its);
    if (part === value) continue;
    if (result === map) result = { ...map };
    if (part === undefined) Reflect.deleteProperty(result, field);
    else put(result, field, part);
  }
  return result;
}

function isListShape(shape: Shape): shape is ListShape {
  return Array.isArray(shape);
}
