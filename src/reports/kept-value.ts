import { get, isMap } from '../dialects/common/values';
import type { ResourceRecord } from '../model/resource';

/** What a record that nothing is understood of says at a field; undefined: nothing. */
export function keptValue({ rest }: ResourceRecord, field: readonly string[]): unknown {
  for (const part of rest?.parts ?? []) {
    if (!('is' in part) || !part.at.every((step, depth) => step === field[depth])) continue;
    let value: unknown = part.is;
    for (const name of field.slice(part.at.length)) value = isMap(value) ? get(value, name) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}
