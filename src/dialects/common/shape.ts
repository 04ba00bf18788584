import { get, isMap, put, type JsonMap } from './values';

/**
 * What a reader takes a part of an object for. A map names the fields that the reader looks at, `*` all others; a list
 * has the shape of its items, and that of a map where there may be one in its place. Fields without a shape are not looked at.
 */
export type Shape = 'text' | 'number' | 'flag' | 'scalar' | 'map' | ListShape | MapShape;

type ListShape = readonly [item: Shape, inPlace?: MapShape];
interface MapShape {
  readonly [field: string]: Shape;
}

const SCALARS: Readonly<Record<string, readonly string[]>> = {
  text: ['string'],
  number: ['number'],
  flag: ['boolean'],
  scalar: ['string', 'number', 'boolean'],
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

function isA(shape: string, value: unknown): boolean {
  return shape === 'map' ? isMap(value) : SCALARS[shape]?.includes(typeof value) === true;
}

function fitItems(list: readonly unknown[], shape: Shape): readonly unknown[] {
  const items = list.map((item) => fit(item, shape));
  return items.every((item, at) => item === list[at]) ? list : items.filter((item) => item !== undefined);
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
