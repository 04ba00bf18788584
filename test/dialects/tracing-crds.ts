import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv, { type ErrorObject } from 'ajv';
import { parse, parseAllDocuments } from 'yaml';
import type { Manifest } from '../../src/dialects/common/codec';

const SHARED = resolve(__dirname, '../../../shared');

/** What tests that need files beside the checkout say of themselves. */
export const WITHOUT_SHARED = existsSync(SHARED) ? undefined : 'skipped: there is no ../shared beside the checkout';

/** Milliseconds: reading and compiling a whole CRD takes seconds on a slow machine. */
const CRD_TIMEOUT = 60_000;

/** `it`, or a skipped one that tells why where ../shared is missing. */
export function itWithShared(sentence: string, run: () => void): void {
  if (WITHOUT_SHARED) it.skip(`${sentence} (${WITHOUT_SHARED})`, run);
  else it(sentence, run, CRD_TIMEOUT);
}

/** An object that is kept under ../shared. */
export function sharedManifest(path: string): Manifest {
  return parse(readFileSync(join(SHARED, path), 'utf8')) as Manifest;
}

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  [keyword: string]: unknown;
}

interface Crd {
  spec: {
    validation?: { openAPIV3Schema: Schema };
    versions: { name: string; schema?: { openAPIV3Schema: Schema } }[];
  };
}

/** What a CRD under ../shared/crds has against an object; unknown fields are faults. */
export function crdCheck(file: string, version: string): (manifest: Manifest) => ErrorObject[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const [document] = parseAllDocuments(readFileSync(join(SHARED, 'crds', file), 'utf8'));
  const { spec } = document?.toJS() as Crd;
  const schema = spec.versions.find(({ name }) => name === version)?.schema ?? spec.validation;
  if (!schema) throw new Error(`${file} has no version ${version}`);
  const validate = ajv.compile(closed(schema.openAPIV3Schema));
  return (manifest) => (validate(manifest) ? [] : (validate.errors ?? []));
}

/** The schema with unknown fields refused where Kubernetes would drop them. */
function closed(schema: Schema): Schema {
  const result: Schema = { ...schema };
  if (schema['x-kubernetes-int-or-string']) delete result.type;
  if (schema.properties) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [key, closed(value)]),
    );
    if (!schema['x-kubernetes-preserve-unknown-fields']) result.additionalProperties = false;
  }
  if (schema.items) result.items = closed(schema.items);
  if (typeof schema.additionalProperties === 'object')
    result.additionalProperties = closed(schema.additionalProperties);
  if (result.properties?.['metadata'] && result.properties['apiVersion'])
    result.properties['metadata'] = { type: 'object' };
  return result;
}
