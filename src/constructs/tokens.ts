import type { App, ApiObject } from 'cdk8s';
import { ImplicitTokenResolver, LazyResolver, NumberStringUnionResolver, resolve } from 'cdk8s';
import type { IConstruct } from 'constructs';

const BUILT_IN = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/** Whether the app of a construct has resolvers of the team's own, which may change any field of any object. */
export function hasOwnResolvers({ node: { root } }: IConstruct): boolean {
  const { resolvers = [] } = root as Partial<App>;
  return resolvers.some((resolver) => !BUILT_IN.some((known) => resolver instanceof known));
}

/** A record without values that are known when the app is synthesized only; the very record where it has none. */
export function withoutTokens<T>(record: T, object: ApiObject): T {
  return hasToken(record) ? (resolved(record, object) as T) : record;
}

function hasToken(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasToken);
  if (isToken(value)) return true;
  for (const key in value) if (hasToken((value as Readonly<Record<string, unknown>>)[key])) return true;
  return false;
}

/** Resolvers see tokens alone: what they would do to plain values, they do to those of the manifest. */
function resolved(value: unknown, object: ApiObject): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => resolved(item, object));
  if (isToken(value)) return resolve([], value, object) as unknown;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, resolved(field, object)]));
}

function isToken(value: object): boolean {
  if (typeof (value as { readonly resolve?: unknown }).resolve === 'function') return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null;
}
