import { brand } from '../model/brand';
import { fieldsOf } from './fields';
import type { Shape } from './shape';

const MAKERS = new Map<string, () => unknown>();

/** Says what takes the place of an instance that is missing where there has to be one: its run ends with findings. */
export function setStandIn(name: string, make: () => unknown): void {
  MAKERS.set(name, make);
}

/** Marks the instances of a class as those of the name in the table of shapes. */
export function valueClass(marked: { readonly prototype: object }, name: string, standIn?: () => unknown): void {
  brand(marked, name);
  if (standIn) setStandIn(name, standIn);
}

/** Something of a shape, so that a construct can be made; `undefined` where nothing can be. */
export function standIn(shape: Shape): unknown {
  if (typeof shape === 'string') return PLAIN[shape];
  if ('least' in shape) return Math.max(1, shape.least);
  if ('literals' in shape) return shape.literals[0];
  if ('union' in shape) return shape.union[0] && standIn(shape.union[0]);
  if ('list' in shape) return [];
  if ('map' in shape) return {};
  if ('instance' in shape) return MAKERS.get(shape.instance)?.();
  const required = fieldsOf(shape.props).all.filter(({ isOptional }) => !isOptional);
  return Object.fromEntries(required.map((field) => [field.name, standIn(field.shape)]));
}

const PLAIN: Readonly<Record<Extract<Shape, string>, unknown>> = {
  text: '',
  number: 1,
  boolean: false,
  json: null,
  function: () => undefined,
  iterable: [],
  anything: undefined,
};
