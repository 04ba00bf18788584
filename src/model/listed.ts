import { isTooDeep } from './depth';
import type { FieldPath } from './field';
import { isMap } from './guarded';

/** An object, and where it stands in what holds it. */
export interface Listed {
  /** Empty: it is no item of a list. */
  readonly within: FieldPath;
  readonly value: unknown;
}

/**
 * The items of a `List`, those of lists in it too; of anything else, the value itself. An item of a typed list, such as a
 * `KafkaTopicList`, need not say its kind: its list does.
 */
export function listed(value: unknown): readonly Listed[] {
  return isTooDeep(value) ? [{ within: [], value }] : itemsOf(value, []);
}

/** Where in a text of places an item is. */
export function itemText(within: FieldPath): string {
  return within.map((part) => (typeof part === 'number' ? `[${part}]` : ` ${part}`)).join('');
}

function itemsOf(value: unknown, within: FieldPath): readonly Listed[] {
  if (!isList(value)) return [{ within, value }];
  const { apiVersion, kind, items } = value;
  const own = kind === 'List' ? {} : { apiVersion, kind: kind.slice(0, -'List'.length) };
  return items.flatMap((item, index) => itemsOf(isMap(item) ? { ...own, ...item } : item, [...within, 'items', index]));
}

interface List {
  readonly apiVersion: string;
  readonly kind: string;
  readonly items: readonly unknown[];
}

function isList(value: unknown): value is List {
  if (!isMap(value)) return false;
  const { apiVersion, kind, items } = value as Partial<List>;
  return typeof apiVersion === 'string' && typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items);
}
