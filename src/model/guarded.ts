import type { FieldPath } from './field';

/** Whether the value is a map. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a map where it is one; where the schema of a resource leaves open what stands there. */
export function map(value: unknown): Readonly<Record<string, unknown>> {
  return isMap(value) ? value : NO_FIELDS;
}

/** What stands at a place of a value, in maps alone; absent: nothing. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((reached, part) => map(reached)[String(part)], value);
}

const NO_FIELDS: Readonly<Record<string, unknown>> = Object.freeze({});

/** The value as a list where it is one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The value as text where it is one. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value as a number where it is one. */
export function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The value as a yes or no where it is one. */
export function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** The texts of a list. */
export function texts(value: unknown): readonly string[] {
  return list(value).filter((item) => typeof item === 'string');
}
