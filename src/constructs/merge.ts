import type { Manifest } from '../dialects/common/codec';
import { keysOf, keyText } from '../dialects/common/items';
import { copied, get, put, withoutNulls, type JsonMap } from '../dialects/common/values';
import { isMap } from '../model/guarded';
import { fieldText, type FieldPath } from '../model/field';

/** A manifest that something was merged into. */
export interface Merged {
  readonly manifest: Manifest;
  /** The fields of the manifest that were given, or taken away. */
  readonly fields: readonly string[];
}

/**
 * Merges fields into a manifest, which stays as it is: maps field by field, where `null` takes a field away, and lists by
 * the names of their items. A list whose items have no names stands in place of the former.
 */
export function merged(manifest: Manifest, overrides: object): Merged {
  const merger = new Merger();
  return { manifest: merger.maps(manifest, overrides as JsonMap, []) as Manifest, fields: merger.fields };
}

class Merger {
  readonly fields: string[] = [];

  maps(map: JsonMap, over: JsonMap, at: FieldPath): JsonMap {
    const result = { ...map };
    for (const field of Object.keys(over)) {
      const given = over[field];
      if (given === undefined) continue;
      const path = [...at, field];
      if (given === null) {
        Reflect.deleteProperty(result, field);
        this.fields.push(fieldText(path));
      } else put(result, field, this.value(get(map, field), given, path));
    }
    return result;
  }

  private value(value: unknown, given: unknown, at: FieldPath): unknown {
    if (isMap(value) && isMap(given)) return this.maps(value, given, at);
    if (Array.isArray(value) && Array.isArray(given)) {
      const lists = this.lists(value, given, at);
      if (lists) return lists;
    }
    this.fields.push(fieldText(at));
    return withoutNulls(copied(given));
  }

  /** Absent: the given items have no names, or there are none. */
  private lists(list: readonly unknown[], given: readonly unknown[], at: FieldPath): unknown[] | undefined {
    const keys = keysOf(given);
    if (keys.length === 0 || keys.some((key) => !('name' in key))) return undefined;
    const places = new Map(keysOf(list).map((key, place) => [keyText(key), place]));
    const result = [...list];
    keys.forEach((key, nth) => {
      const place = places.get(keyText(key)) ?? result.length;
      result[place] = this.value(result[place], given[nth], [...at, place]);
    });
    return result;
  }
}
