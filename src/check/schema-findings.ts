import { checkManifest, type FaultCode, type SchemaFault } from '../schema';
import { faultFinding, type Finding } from './finding';

/** Where a manifest is not what its API accepts. Kinds whose schema is not known are not judged. */
export function schemaFaults(manifest: { readonly apiVersion: string; readonly kind: string }): readonly SchemaFault[] {
  return checkManifest(manifest) ?? NONE;
}

const NONE: readonly SchemaFault[] = [];

/** Tells a fault of the schema. */
export function schemaFinding(path: string, fault: SchemaFault): Finding {
  const { field, code, given, allowed } = fault;
  const { message, remedy } = TEXTS[code];
  return faultFinding({
    rule: 'schema-accepts',
    path,
    field,
    ...(given !== undefined && { given }),
    allowed,
    message,
    remedy: typeof remedy === 'string' ? remedy : remedy(fault),
  });
}

/** Whether an object that has the fault is of another shape than readers take for granted: a number is a number. */
export function isOfOtherShape({ code, given, allowed }: SchemaFault): boolean {
  return code === 'type' && !(typeof given === 'number' && /^(an integer|a number)/.test(allowed));
}

interface Texts {
  readonly message: string;
  readonly remedy: string | ((fault: SchemaFault) => string);
}

const BOUND: Texts = {
  message: 'The value is beyond the bounds of the API.',
  remedy: ({ allowed }) => `Give ${allowed}.`,
};

const TEXTS: Readonly<Record<FaultCode, Texts>> = {
  'unknown-field': {
    message: 'The API knows no such field; a server would drop it or refuse the object.',
    remedy: ({ allowed }) => {
      const [, nearest] = /^did you mean ([\w-]+)/.exec(allowed) ?? [];
      return nearest === undefined ? 'Leave it out.' : `Write ${nearest}, or leave it out.`;
    },
  },
  required: { message: 'The API requires this field.', remedy: 'Add the field.' },
  null: { message: 'The API takes no null here.', remedy: 'Give a value, or leave the field out.' },
  type: { message: 'The value is of another type than the API takes.', remedy: ({ allowed }) => `Give ${allowed}.` },
  enum: { message: 'The value is none of those that the API takes.', remedy: 'Take one of these values.' },
  format: {
    message: 'The value is not in the format that the API takes.',
    remedy: ({ allowed }) => `Give ${allowed}.`,
  },
  pattern: { message: 'The value does not match the pattern of the API.', remedy: 'Give a value that matches it.' },
  'min-length': BOUND,
  'max-length': BOUND,
  minimum: BOUND,
  maximum: BOUND,
  'multiple-of': BOUND,
  'min-items': BOUND,
  'max-items': BOUND,
  duplicate: { message: 'The API takes each of these once.', remedy: 'Remove one of the two.' },
  'min-properties': BOUND,
  'max-properties': BOUND,
  alternatives: {
    message: 'The fields do not go together in the API.',
    remedy: ({ allowed }) => `Give ${allowed}.`,
  },
};
