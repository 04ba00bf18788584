import fc from 'fast-check';

export type Arbitraries<T> = { [K in keyof T]: fc.Arbitrary<T[K]> };

/** Records with some fields always there and others at times. */
export function record<R extends object, O extends object>(
  required: Arbitraries<R>,
  optional: Arbitraries<O>,
): fc.Arbitrary<R & Partial<O>> {
  return merged(fc.record(required) as fc.Arbitrary<R>, sparse(optional));
}

/** Two records made one. */
export function merged<A extends object, B extends object>(
  one: fc.Arbitrary<A>,
  other: fc.Arbitrary<B>,
): fc.Arbitrary<A & B> {
  return fc.tuple(one, other).map(([a, b]) => ({ ...a, ...b }));
}

/** Records with fields that are there at times. */
export function sparse<T extends object>(optional: Arbitraries<T>): fc.Arbitrary<Partial<T>> {
  return fc.record(optional, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}
