import { fitsFormat } from './formats';
import type { FaultCode } from './fault';
import type { SchemaNode } from './node';
import type { RawSchema } from './store';

type Report = (code: FaultCode, allowed: string) => void;

/** Reports what of a schema's bounds, pattern and format a value of the right type offends. */
export function boundFaults(node: SchemaNode, value: unknown, report: Report): void {
  const { raw } = node;
  if (typeof value === 'number') numberFaults(raw, value, report);
  else if (typeof value === 'string') stringFaults(node, value, report);
  else if (Array.isArray(value)) {
    if (value.length < (raw.minItems ?? 0)) report('min-items', `at least ${count(raw.minItems, 'item')}`);
    if (value.length > (raw.maxItems ?? Infinity)) report('max-items', `at most ${count(raw.maxItems, 'item')}`);
  } else if (typeof value === 'object' && value !== null) {
    const size = Object.keys(value).length;
    if (size < (raw.minProperties ?? 0)) report('min-properties', `at least ${count(raw.minProperties, 'field')}`);
    if (size > (raw.maxProperties ?? Infinity)) report('max-properties', `at most ${count(raw.maxProperties, 'field')}`);
  }
}

function numberFaults(raw: RawSchema, value: number, report: Report): void {
  const { minimum = -Infinity, maximum = Infinity, multipleOf } = raw;
  if (value < minimum || (raw.exclusiveMinimum && value === minimum)) {
    report('minimum', `${raw.exclusiveMinimum ? 'more than' : 'at least'} ${minimum}`);
  }
  if (value > maximum || (raw.exclusiveMaximum && value === maximum)) {
    report('maximum', `${raw.exclusiveMaximum ? 'less than' : 'at most'} ${maximum}`);
  }
  if (multipleOf !== undefined && value % multipleOf !== 0) report('multiple-of', `a multiple of ${multipleOf}`);
  if (raw.format !== undefined && !fitsFormat(raw.format, value)) report('format', `a number of the format ${raw.format}`);
}

function stringFaults(node: SchemaNode, value: string, report: Report): void {
  const { minLength = 0, maxLength = Infinity, format, pattern } = node.raw;
  // A character outside the basic plane is two units of a string's length, and one to the API server.
  const length = value.length < minLength || value.length > maxLength ? [...value].length : value.length;
  if (length < minLength || (minLength > 0 && [...value].length < minLength)) {
    report('min-length', `at least ${count(minLength, 'character')}`);
  }
  if (length > maxLength) report('max-length', `at most ${count(maxLength, 'character')}`);
  if (pattern !== undefined && !node.pattern()?.test(value)) report('pattern', `text that matches ${pattern}`);
  if (format !== undefined && !fitsFormat(format, value)) report('format', `text of the format ${format}`);
}

/** Items of a set, or of a list keyed by fields, that repeat an earlier one. */
export function* repeats(
  list: RawSchema,
  item: RawSchema,
  values: readonly unknown[],
): Generator<{ readonly at: number; readonly allowed: string }> {
  const keys = list['x-kubernetes-list-map-keys'];
  const seen = new Map<string, number>();
  for (const [at, value] of values.entries()) {
    const key = JSON.stringify(keys ? keys.map((name) => keyOf(item, value, name)) : value);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, at);
    else yield { at, allowed: keys ? `another ${keys.join(' and ')} than item ${earlier}` : `another value than item ${earlier}` };
  }
}

function keyOf(item: RawSchema, value: unknown, name: string): unknown {
  const given = (value as Readonly<Record<string, unknown>> | null)?.[name];
  return given ?? item.properties?.[name]?.default ?? null;
}

const count = (number: number | undefined, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
