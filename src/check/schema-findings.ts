import { fieldText } from '../model/field';
import type { FaultCode, SchemaFault } from '../schema';
import { faultFinding, type Finding } from './finding';

/** Tells a fault of the schema. */
export function schemaFinding(path: string, fault: SchemaFault): Finding {
  const { path: field, code, given, allowed } = fault;
  const { message, remedy } = fault.kept ? KEPT : TEXTS[code];
  return faultFinding({
    rule: fault.kept ? 'operator-reads-field' : 'schema-accepts',
    path,
    field: fieldText(field),
    ...(given !== undefined && { given }),
    allowed,
    message,
    remedy: `${typeof remedy === 'string' ? remedy : remedy(fault)}${releasesText(fault)}`,
  });
}

/** Which releases take what this one does not. */
function releasesText({ since, until }: SchemaFault): string {
  if (since === undefined && until === undefined) return '';
  if (since === undefined) return ` Releases up to ${until ?? ''} have it.`;
  return ` Releases from ${since} ${until === undefined ? 'on' : `to ${until}`} have it.`;
}

/** Whether an object that has the fault is of another shape than readers take for granted: a number is a number. */
export function isOfOtherShape({ code, given, allowed }: SchemaFault): boolean {
  return code === 'type' && !(typeof given === 'number' && /^(an integer|a number)/.test(allowed));
}

interface Texts {
  readonly message: string;
  readonly remedy: string | ((fault: SchemaFault) => string);
}

const KEPT: Texts = {
  message: 'The operator knows no such field: the server keeps it, and it has no effect.',
  remedy: nearestOrNone,
};

const BOUND: Texts = {
  message: 'The value is beyond the bounds of the API.',
  remedy: ({ allowed }) => `Give ${allowed}.`,
};

function nearestOrNone({ allowed }: SchemaFault): string {
  const [, nearest] = /^did you mean ([\w-]+)/.exec(allowed) ?? [];
  return nearest === undefined ? 'Leave it out.' : `Write ${nearest}, or leave it out.`;
}

const TEXTS: Readonly<Record<FaultCode, Texts>> = {
  'not-served': {
    message: 'The operator of this release does not serve this kind in this version of the API.',
    remedy: ({ allowed }) => `Take ${allowed}.`,
  },
  'unknown-field': {
    message: 'The API knows no such field; a server would drop it or refuse the object.',
    remedy: nearestOrNone,
  },
  required: { message: 'The API requires this field.', remedy: ({ allowed }) => `Give ${allowed}.` },
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
  rule: {
    message: 'The value breaks a rule of the API, and the API server refuses the object.',
    remedy: ({ allowed }) => `Change what the rule speaks of: ${allowed.replace(/\.$/, '')}.`,
  },
  alternatives: {
    message: 'The fields do not go together in the API.',
    remedy: ({ allowed }) => `Give ${allowed}.`,
  },
};
