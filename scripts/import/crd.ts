import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Line, Release } from './apis';
import { OBJECT_META } from './object-meta';
import type { KindSchema, Schema } from './schema';

interface Crd {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions?: readonly { readonly name: string; readonly served: boolean; readonly schema?: Validation }[];
    /** Where apiextensions v1beta1 keeps the one schema of all versions. */
    readonly validation?: Validation;
    readonly preserveUnknownFields?: boolean;
  };
}

interface Validation {
  readonly openAPIV3Schema: Schema;
}

/** What a release serves. */
export interface Served {
  readonly release: Release;
  readonly kinds: readonly KindSchema[];
}

/** What each release of a line serves; the CRDs are those of a folder, or without one what the project publishes. */
export async function servedBy(line: Line, folder?: string): Promise<Served[]> {
  return Promise.all(
    line.releases.map(async (release) => {
      const places = folder === undefined ? release.urls : release.files.map((file) => path.join(folder, file));
      const texts = await Promise.all(places.map(read));
      return { release, kinds: texts.flatMap(crdsOf).flatMap(kindsOf) };
    }),
  );
}

async function read(place: string): Promise<string> {
  if (!place.startsWith('https:')) return readFile(place, 'utf8');
  const response = await fetch(place);
  if (!response.ok) throw new Error(`${place} answers ${response.status} ${response.statusText}`);
  return response.text();
}

/** The CRDs of a text of one or many YAML documents. */
function crdsOf(text: string): Crd[] {
  return parseAllDocuments(text, { logLevel: 'silent' })
    .map((document) => document.toJS({ maxAliasCount: -1 }) as Crd | null)
    .filter((object): object is Crd => object?.kind === 'CustomResourceDefinition');
}

function kindsOf(crd: Crd): KindSchema[] {
  const { group, names, versions = [], validation } = crd.spec;
  return versions.flatMap(({ name, served, schema = validation }) => {
    if (!served || !schema) return [];
    const kind = { apiVersion: `${group}/${name}`, kind: names.kind };
    return [{ ...kind, schema: wholeObject(kind, schema.openAPIV3Schema, keepsUnknownFields(crd)) }];
  });
}

/** apiextensions v1beta1 keeps what a schema lacks, unless the CRD says otherwise; v1 prunes it. */
function keepsUnknownFields({ apiVersion, spec }: Crd): boolean {
  return apiVersion.endsWith('/v1beta1') && spec.preserveUnknownFields !== false;
}

/** Fields of a `spec` that an operator's webhook fills in before the API server looks: the rules of the CRD count on it. */
const FILLED_BY_WEBHOOKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OpenTelemetryCollector: { mode: 'deployment' },
};

function withFilled(kind: string, spec: Schema): Schema {
  const filled = Object.entries(FILLED_BY_WEBHOOKS[kind] ?? {}).map(
    ([name, value]) => [name, { ...spec.properties?.[name], default: value }] as const,
  );
  return filled.length === 0 ? spec : { ...spec, properties: { ...spec.properties, ...Object.fromEntries(filled) } };
}

/** A kind's schema with what the API server adds to it. */
function wholeObject(its: { apiVersion: string; kind: string }, schema: Schema, keeps: boolean): Schema {
  const { apiVersion: _, kind: __, metadata: ___, status: ____, ...own } = schema.properties ?? {};
  const required = new Set(['apiVersion', 'kind', ...(schema.required ?? [])]);
  const root: Schema = {
    ...schema,
    type: 'object',
    required: [...required],
    properties: {
      apiVersion: { type: 'string', enum: [its.apiVersion] },
      kind: { type: 'string', enum: [its.kind] },
      metadata: OBJECT_META,
      ...own,
      ...(own['spec'] && { spec: withFilled(its.kind, own['spec']) }),
      // Written by the operator and never judged: a manifest taken from a cluster carries it.
      status: { 'x-kubernetes-preserve-unknown-fields': true },
    },
  };
  return keeps ? { ...opened(root), keepsUnknownFields: true } : root;
}

/** Where unknown fields are kept, the objects that say nothing of their fields are those meant to be open. */
function opened(schema: Schema): Schema {
  const { type, properties, items, additionalProperties, oneOf } = schema;
  return {
    ...schema,
    ...(type === 'object' && !properties && !additionalProperties && { 'x-kubernetes-preserve-unknown-fields': true }),
    ...(items && { items: opened(items) }),
    ...(oneOf && { oneOf: oneOf.map(opened) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: opened(additionalProperties) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, opened(each)])),
    }),
  };
}
