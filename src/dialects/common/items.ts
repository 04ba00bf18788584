import type { Json } from '../../model/json';
import type { ItemKey } from '../../model/resource';
import { equal } from './values';
import { isMap } from '../../model/guarded';

/** Fields that tell the items of a list apart, the surest first. */
const NAMES: readonly string[] = ['name', 'id', 'alias', 'sourceCluster', 'secretName', 'broker', 'key'];

/** What each item is known by: its name, where no other item has it, or its content. */
export function keysOf(list: readonly unknown[]): ItemKey[] {
  const names = list.map(nameOf);
  const times = counted(names.map((name) => JSON.stringify(name)));
  const seen = new Map<string, number>();
  return list.map((item, at) => {
    const name = names[at];
    if (name !== undefined && times.get(JSON.stringify(name)) === 1) return { name };
    const text = contentText(item);
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return { content: item as Json, nth };
  });
}

/** A key as text, to look it up. */
export function keyText(key: ItemKey): string {
  return 'name' in key ? `name ${JSON.stringify(key.name)}` : `${key.nth} ${contentText(key.content)}`;
}

/** Items of two lists that are the same one, and those that are in one of the lists alone. */
export interface Pairing {
  /** For each item of the second list, its number in the first. */
  readonly partner: readonly (number | undefined)[];
  /** Items of the first list without a partner, by the number of the item of the second that they stood before. */
  readonly alone: ReadonlyMap<number, readonly number[]>;
}

/**
 * Pairs the items of two lists: those of one key first. What is left between two pairs is paired in order where both
 * lists have as many, for it is the same thing with another content.
 */
export function paired(first: readonly unknown[], second: readonly unknown[]): Pairing {
  const places = new Map(keysOf(first).map((key, at) => [keyText(key), at]));
  const partner: (number | undefined)[] = keysOf(second).map((key) => places.get(keyText(key)));
  const taken = new Set(partner);
  const alone = new Map<number, readonly number[]>();
  let from = 0;
  for (let start = 0; start <= second.length; start += 1) {
    let end = start;
    while (end < second.length && partner[end] === undefined) end += 1;
    const left: number[] = [];
    const next = partner[end];
    for (from = firstAfter(partner[start - 1], from); from < (next ?? first.length); from += 1) {
      if (taken.has(from)) break;
      left.push(from);
    }
    if (left.length === end - start && left.every((at, nth) => isAlike(first[at], second[start + nth]))) {
      left.forEach((at, nth) => (partner[start + nth] = at));
    } else if (left.length > 0) alone.set(start, left);
    start = end;
  }
  const told = new Set([...partner, ...[...alone.values()].flat()]);
  const others = first.flatMap((_, at) => (told.has(at) ? [] : [at]));
  if (others.length > 0) alone.set(second.length, [...(alone.get(second.length) ?? []), ...others]);
  return { partner, alone };
}

function firstAfter(pair: number | undefined, from: number): number {
  return pair === undefined ? from : pair + 1;
}

/** Whether the values may be one thing before and after: maps of one name may, scalars are what they are. */
function isAlike(one: unknown, other: unknown): boolean {
  return isMap(one) && isMap(other) && equal(nameOf(one), nameOf(other));
}

function nameOf(item: unknown): Json | undefined {
  if (!isMap(item)) return undefined;
  for (const field of NAMES) {
    const name = item[field];
    if (typeof name === 'string' || typeof name === 'number') return name;
  }
  return isMap(item['source']) ? nameOf(item['source']) : undefined;
}

function counted(texts: readonly (string | undefined)[]): ReadonlyMap<string | undefined, number> {
  const times = new Map<string | undefined, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

/** A content as text: the order of its fields means nothing. */
function contentText(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    isMap(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
}
