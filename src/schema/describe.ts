import { nearestNames } from '../text/nearest';
import type { SchemaNode } from './node';
import type { RawSchema } from './store';

/** What a schema takes, in words. */
export function nodeText(node: SchemaNode): string {
  if (node.enum) return valuesText(node.enum);
  const { minimum, maximum } = node.raw;
  switch (node.type) {
    case 'object':
      return 'an object';
    case 'array':
      return 'a list';
    case 'object-or-array':
      return 'an object or a list';
    case 'string':
      return 'text';
    case 'integer':
      return `an integer${rangeText(minimum, maximum)}`;
    case 'number':
      return `a number${rangeText(minimum, maximum)}`;
    case 'boolean':
      return 'true or false';
    case 'int-or-string':
      return 'an integer or text';
    case 'any':
      return 'a value';
  }
}

/** Enumerated values. */
export function valuesText(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}

/** The fields that an object has, and which of them an unknown name may have been meant for. */
export function fieldsText(known: readonly string[], name: string): string {
  if (known.length === 0) return 'no fields';
  const near = nearestNames(name, known);
  const others = known.filter((each) => !near.includes(each));
  if (near.length === 0) return known.join(', ');
  return `did you mean ${near.join(' or ')}?${others.length > 0 ? ` Also known: ${others.join(', ')}` : ''}`;
}

/** What `oneOf` and its like ask for. */
export function alternativesText({ oneOf, anyOf }: RawSchema): string {
  const names = (oneOf ?? anyOf)?.map((each) => each.required?.join(' with ')).filter((each) => each !== undefined);
  if (names && names.length === (oneOf ?? anyOf)?.length)
    return `${oneOf ? 'exactly' : 'at least'} one of ${names.join(', ')}`;
  return 'a combination of fields that the schema allows';
}

function rangeText(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `, at least ${minimum}`;
  return maximum === undefined ? '' : `, at most ${maximum}`;
}
