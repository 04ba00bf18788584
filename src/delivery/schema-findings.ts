import type { ApiObject } from 'cdk8s';
import { Site } from '../constructs/site';
import type { ReleaseFacts } from '../dialects/releases';
import { fieldText } from '../model/field';
import type { Finding } from '../rules/finding';
import { checkManifest, operatorOf, type FaultCode, type Kind, type SchemaFault } from '../schema';

/** The version of each operator at a site. Of all others the newest release is taken. */
const VERSIONS: Readonly<Record<string, (facts: ReleaseFacts) => string>> = {
  strimzi: ({ version }) => version,
  'jaeger-operator': ({ jaegerOperator }) => jaegerOperator,
};

/**
 * Where a manifest is not what its API accepts at the release of its site. Kinds whose schema is not known are not judged,
 * and a field that is kept without a schema is no fault.
 */
export function schemaFindings(object: ApiObject, manifest: Kind): Finding[] {
  const faults = checkManifest(manifest, versionFor(object, manifest)) ?? [];
  return faults.filter(({ kept }) => !kept).map((fault) => schemaFinding(object.node.path, fault));
}

function versionFor(object: ApiObject, { apiVersion, kind }: Kind): string | undefined {
  const facts = Site.find(object)?.release.facts;
  const operator = operatorOf(apiVersion, kind);
  return facts && operator !== undefined ? VERSIONS[operator]?.(facts) : undefined;
}

function schemaFinding(path: string, { path: field, code, given, allowed, since, until }: SchemaFault): Finding {
  return {
    rule: 'schema-accepts',
    severity: 'error',
    path,
    field: fieldText(field),
    ...(given !== undefined && { given }),
    allowed,
    message: MESSAGES[code],
    ...((since ?? until) !== undefined && { remedy: presenceText(since, until) }),
  };
}

const BOUND = 'The value is beyond the bounds of the API.';
const MESSAGES: Readonly<Record<FaultCode, string>> = {
  'not-served': 'The operator of this release does not serve this kind in this version of the API.',
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

function presenceText(since: string | undefined, until: string | undefined): string {
  if (since === undefined) return `Releases up to ${until ?? ''} have it.`;
  return until === undefined ? `Releases from ${since} on have it.` : `Releases from ${since} to ${until} have it.`;
}
