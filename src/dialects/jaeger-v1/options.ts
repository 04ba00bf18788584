import type { Json, JsonObject } from '../../model/json';
import type { JaegerOptions } from '../../model/tracing';
import { isMap } from '../../model/guarded';

/** Options with the maps taken apart, since dots in a key and maps within maps mean the same: what the command line of the process has. */
export function flatten(options: unknown, prefix = ''): JaegerOptions {
  if (!isMap(options)) return {};
  return Object.assign(
    {},
    ...Object.entries(options).map(([key, value]) => {
      const path = `${prefix}${key}`;
      if (isMap(value)) return flatten(value, `${path}.`);
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? { [path]: value }
        : {};
    }),
  ) as JaegerOptions;
}

/** Options as maps within maps, the first part of the key outermost; those without a value are left out. */
export function nest(options: Readonly<Record<string, string | number | boolean | undefined>>): JsonObject | undefined {
  const nested: Record<string, Json> = {};
  for (const [path, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const keys = path.split('.');
    const last = keys.pop() ?? path;
    let map = nested;
    for (const key of keys) map = (map[key] ??= {}) as Record<string, Json>;
    map[last] = value;
  }
  return Object.keys(nested).length > 0 ? nested : undefined;
}

/** An option as text. */
export function text(value: JaegerOptions[string] | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** An option as a number. */
export function number(value: JaegerOptions[string] | undefined): number | undefined {
  if (typeof value !== 'number' && !/^\d+$/.test(String(value))) return undefined;
  return Number(value);
}
