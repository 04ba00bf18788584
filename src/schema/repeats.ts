import type { RawSchema } from './store';

/** An item of a list that may not be there twice. */
export interface Repeat {
  readonly at: number;
  readonly allowed: string;
}

/** Items of a set, or of a list keyed by fields, that repeat an earlier one. */
export function repeatsOf(list: RawSchema, item: RawSchema, values: readonly unknown[]): Repeat[] {
  const keys = list['x-kubernetes-list-map-keys'];
  const seen = new Map<string, number>();
  const repeats: Repeat[] = [];
  for (const [at, value] of values.entries()) {
    const key = JSON.stringify(keys ? keys.map((name) => keyOf(item, value, name)) : value);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, at);
    else repeats.push({ at, allowed: `another ${keys?.join(' and ') ?? 'value'} than item ${earlier}` });
  }
  return repeats;
}

function keyOf(item: RawSchema, value: unknown, name: string): unknown {
  const given = (value as Readonly<Record<string, unknown>> | null)?.[name];
  return given ?? item.properties?.[name]?.default ?? null;
}
