import type { FieldPath } from '../../model/field';
import type { Json, JsonObject } from '../../model/json';
import type { FieldsPart, ItemKey, ItemRun, ItemsPart, Part, Step } from '../../model/resource';
import { keysOf, keyText, paired } from './items';
import { copied, equal, get, put, type JsonMap } from './values';
import { isMap } from '../../model/guarded';

/**
 * What turns one object into the other, the innermost differences first. What a map has besides is a part of its own: it
 * has its place also where the rest of the map says something else by then.
 */
export function difference<T extends object>(from: T, to: T): Part[] {
  return rewording(from, to).flatMap(apart);
}

/** What says in other words what an object says: the fields of a map that differ belong together. */
export function rewording<T extends object>(from: T, to: T): Part[] {
  const parts: Part[] = [];
  if (from !== to) compareMaps(from as JsonMap, to as JsonMap, [], parts);
  return parts;
}

function apart(part: Part): readonly Part[] {
  if ('runs' in part || Object.keys(part.was).length === 0) return [part];
  const [added, changed] = [false, true].map((known) =>
    Object.fromEntries(Object.entries(part.is).filter(([field]) => Object.hasOwn(part.was, field) === known)),
  ) as [JsonObject, JsonObject];
  const change = { ...part, is: changed };
  return Object.keys(added).length > 0 ? [change, { ...part, was: {}, is: added }] : [change];
}

function compareMaps(from: JsonMap, to: JsonMap, at: readonly Step[], parts: Part[]): void {
  const was: JsonMap = {};
  const is: JsonMap = {};
  for (const field of Object.keys(from)) {
    const before = from[field];
    const after = get(to, field);
    if (before === undefined || equal(before, after)) continue;
    if (compareInside(before, after, [...at, field], parts)) continue;
    put(was, field, before);
    if (after !== undefined) put(is, field, after);
  }
  for (const field of Object.keys(to)) {
    if (to[field] !== undefined && get(from, field) === undefined) put(is, field, to[field]);
  }
  if (Object.keys(was).length + Object.keys(is).length === 0) return;
  // The object goes on to live elsewhere.
  parts.push(copied({ at, was: was as JsonObject, is: is as JsonObject }));
}

/** Compares two maps or two lists; anything else has no inside. */
function compareInside(from: unknown, to: unknown, at: readonly Step[], parts: Part[]): boolean {
  if (isMap(from) && isMap(to)) compareMaps(from, to, at, parts);
  else if (Array.isArray(from) && Array.isArray(to)) compareLists(from, to, at, parts);
  else return false;
  return true;
}

function compareLists(from: readonly unknown[], to: readonly unknown[], at: readonly Step[], parts: Part[]): void {
  const keys = keysOf(from) as readonly ItemKey[];
  const keyOf = (place: number): ItemKey => keys[place] as ItemKey;
  const { partner, alone } = paired(from, to);
  partner.forEach((place, index) => {
    if (place !== undefined) compareInside(from[place], to[index], [...at, { ...keyOf(place), index }], parts);
  });
  if (alone.size === 0 && from.length === to.length && partner.every((place, index) => place === index)) return;
  const runs: (ItemKey | ItemRun)[] = [];
  for (let start = 0; start <= to.length; start += 1) {
    let end = start;
    while (end < to.length && partner[end] === undefined) end += 1;
    const instead = (alone.get(start) ?? []).map(keyOf);
    if (end > start || instead.length > 0) runs.push({ instead, items: to.slice(start, end) as Json[] });
    const place = partner[end];
    if (place !== undefined) runs.push(keyOf(place));
    start = end;
  }
  parts.push(copied({ at, runs }));
}

/** A part of an object that was read, for which there is no place any more. */
export interface Unplaced {
  /** Where it stood. */
  readonly path: FieldPath;
  readonly value: Json;
}

/** An object with the parts that have a place in it. */
export interface Applied<T> {
  readonly object: T;
  readonly unplaced: readonly Unplaced[];
}

/**
 * Puts parts where they belong; the object stays as it is.
 * @param makesRoom - whether maps that the object lacks are made for what belongs into them
 */
export function applied<T extends object>(object: T, parts: readonly Part[], makesRoom = false): Applied<T> {
  if (parts.length === 0) return { object, unplaced: [] };
  const room = new Room(copied(object) as JsonMap, makesRoom);
  for (const part of parts) {
    if ('runs' in part) room.arrange(part);
    else room.put(part);
  }
  return { object: room.object as T, unplaced: room.unplaced };
}

/** An object that parts are put into. */
class Room {
  readonly unplaced: Unplaced[] = [];
  /** The items of lists by their keys, as the lists were before anything was put into them. */
  private readonly places = new Map<readonly unknown[], ReadonlyMap<string, number>>();

  constructor(
    readonly object: JsonMap,
    private readonly makesRoom: boolean,
  ) {}

  put({ at, was, is }: FieldsPart): void {
    const map = this.find(at, this.makesRoom ? 1 + at.findLastIndex((step) => typeof step !== 'string') : undefined);
    const fields = Object.entries(is) as [string, Json][];
    const changed = Object.keys(was);
    if (!isMap(map) || !hasPlaceFor(map, was, is)) {
      for (const [field, value] of fields) {
        if (!isMap(map) || !equal(get(map, field), value)) this.refuse([...at, field], value);
      }
      return;
    }
    for (const field of changed) if (!Object.hasOwn(is, field)) Reflect.deleteProperty(map, field);
    for (const [field, value] of fields) {
      if (Object.hasOwn(was, field)) put(map, field, copied(value));
      else this.add(map, [...at, field], value);
    }
  }

  /** Adds a field; what the map has of it by now stays. */
  private add(map: JsonMap, at: readonly Step[], value: Json): void {
    const field = at.at(-1) as string;
    const there = get(map, field);
    if (there === undefined) put(map, field, copied(value));
    else if (isMap(there) && isMap(value)) {
      for (const [inner, each] of Object.entries(value)) this.add(there, [...at, inner], each as Json);
    } else if (!equal(there, value)) this.refuse(at, value);
  }

  arrange({ at, runs }: ItemsPart): void {
    const list = this.find(at);
    let index = 0;
    const result = Array.isArray(list) ? new Arrangement(list, this.placesOf(list)) : undefined;
    result?.begin(runs);
    for (const run of runs) {
      if (!('items' in run)) {
        result?.keep(run);
        index += 1;
        continue;
      }
      const isDone = result?.replace(run) ?? false;
      run.items.forEach((item, nth) => {
        if (!isDone) this.refuse([...at, { content: item, nth: 0, index: index + nth }], item);
      });
      index += run.items.length;
    }
    if (!result || !Array.isArray(list)) return;
    list.length = 0;
    for (const item of result.items) list.push(item);
  }

  /** @param roomAfter - the step behind which maps may be made */
  private find(at: readonly Step[], roomAfter = at.length): unknown {
    let value: unknown = this.object;
    at.forEach((step, nth) => {
      if (typeof step !== 'string') {
        value = Array.isArray(value) ? value[this.placesOf(value).get(keyText(step)) ?? -1] : undefined;
      } else if (isMap(value)) {
        if (nth >= roomAfter && get(value, step) === undefined) put(value, step, {});
        value = get(value, step);
      } else value = undefined;
    });
    return value;
  }

  private placesOf(list: readonly unknown[]): ReadonlyMap<string, number> {
    const known = this.places.get(list) ?? new Map(keysOf(list).map((key, at) => [keyText(key), at]));
    this.places.set(list, known);
    return known;
  }

  private refuse(at: readonly Step[], value: Json): void {
    this.unplaced.push({ path: at.map((step) => (typeof step === 'string' ? step : step.index)), value });
  }
}

/** Whether the fields that a part changes are as they were; what it only adds is seen to field by field. */
function hasPlaceFor(map: JsonMap, was: JsonObject, is: JsonObject): boolean {
  const changed = Object.keys(was);
  if (changed.length === 0) return true;
  const isOpen = (field: string): boolean => Object.hasOwn(was, field) || get(map, field) === undefined;
  return changed.every((field) => equal(get(map, field), was[field])) && Object.keys(is).every(isOpen);
}

/** A list that is put into another order; items that nobody spoke of stay behind the one that they stood behind. */
class Arrangement {
  readonly items: unknown[] = [];
  private readonly followers = new Map<number, unknown[]>();

  constructor(
    private readonly list: readonly unknown[],
    private readonly places: ReadonlyMap<string, number>,
  ) {}

  begin(runs: readonly (ItemKey | ItemRun)[]): void {
    const keys = runs.flatMap((run) => ('items' in run ? run.instead : [run]));
    const spokenOf = new Set(keys.map((key) => this.places.get(keyText(key))));
    let last = -1;
    this.list.forEach((item, at) => {
      const followers = this.followers.get(last);
      if (spokenOf.has(at)) last = at;
      else if (followers) followers.push(item);
      else this.followers.set(last, [item]);
    });
    this.follow(-1);
  }

  keep(key: ItemKey): void {
    const at = this.places.get(keyText(key));
    if (at === undefined) return;
    this.items.push(this.list[at]);
    this.follow(at);
  }

  /** Puts the run's items in place of others if these are all there as they were. */
  replace({ instead, items }: ItemRun): boolean {
    const isThere = instead.every((key) => this.places.has(keyText(key)));
    if (isThere) this.items.push(...(copied(items) as unknown[]));
    for (const key of instead) {
      const at = this.places.get(keyText(key));
      if (at === undefined) continue;
      if (isThere) this.follow(at);
      else this.keep(key);
    }
    return isThere;
  }

  private follow(at: number): void {
    this.items.push(...(this.followers.get(at) ?? []));
  }
}
