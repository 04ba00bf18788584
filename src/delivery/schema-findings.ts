import type { ApiObject } from 'cdk8s';
import type { Finding } from '../rules/finding';
import { checkManifest, type FaultCode, type SchemaFault } from '../schema';

/** Where a manifest is not what its API accepts. Kinds whose schema is not known are not judged. */
export function schemaFindings(
  object: ApiObject,
  manifest: { readonly apiVersion: string; readonly kind: string },
): Finding[] {
  const faults = checkManifest(manifest) ?? [];
  return faults.map((fault) => schemaFinding(object.node.path, fault));
}

function schemaFinding(path: string, { field, code, given, allowed }: SchemaFault): Finding {
  return {
    rule: 'schema-accepts',
    severity: 'error',
    path,
    field,
    ...(given !== undefined && { given }),
    allowed,
    message: MESSAGES[code],
  };
}

const BOUND = 'The value is beyond the bounds of the API.';
const MESSAGES: Readonly<Record<FaultCode, string>> = {
  'unknown-field': 'The API knows no such field; a server would drop it or refuse the object.',
  required: 'The API requires this field.',
  null: 'The API takes no null here.',
  type: 'The value is of another type than the API takes.',
  enum: 'The value is none of those that the API takes.',
  format: 'The value is not in the format that the API takes.',
  pattern: 'The value does not match the pattern of the API.',
  'min-length': BOUND,
  'max-length': BOUND,
  minimum: BOUND,
  maximum: BOUND,
  'multiple-of': BOUND,
  'min-items': BOUND,
  'max-items': BOUND,
  duplicate: 'The API takes each of these once.',
  'min-properties': BOUND,
  'max-properties': BOUND,
  alternatives: 'The fields do not go together in the API.',
};
