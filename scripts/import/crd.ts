import { readFile, readdir, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Api } from './apis';
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
  };
}

interface Validation {
  readonly openAPIV3Schema: Schema;
}

/** The CRDs of a text of one or many YAML documents. */
function crdsOf(text: string): Crd[] {
  return parseAllDocuments(text, { logLevel: 'silent' })
    .map((document) => document.toJS({ maxAliasCount: -1 }) as Crd | null)
    .filter((object): object is Crd => object?.kind === 'CustomResourceDefinition');
}

async function read(place: string): Promise<string> {
  if (!/^https?:/.test(place)) return readFile(place, 'utf8');
  const response = await fetch(place);
  if (!response.ok) throw new Error(`${place} answers ${response.status} ${response.statusText}`);
  return response.text();
}

/** The kinds of an API from its CRD files or URLs. */
export async function kindsFrom(api: Api, places: readonly string[]): Promise<KindSchema[]> {
  const texts = await Promise.all(places.map(read));
  return texts.flatMap(crdsOf).flatMap((crd) => kindOf(api, crd));
}

/** Whether files or URLs hold the CRDs of an API. */
export async function holds(api: Api, places: readonly string[]): Promise<boolean> {
  const kinds = await kindsFrom(api, places);
  return kinds.some(
    ({ kind, apiVersion }) => kind === api.marker.kind && apiVersion.endsWith(`/${api.marker.version}`),
  );
}

export async function isFolder(place: string): Promise<boolean> {
  return !/^https?:/.test(place) && (await stat(place)).isDirectory();
}

/** Where a folder of CRDs keeps those of an API. Throws when one is missing. */
export async function filesIn(folder: string, api: Api): Promise<string[]> {
  const present = new Set(await readdir(folder));
  const missing = api.files.filter((file) => !present.has(file));
  if (missing.length > 0) throw new Error(`${folder} has no ${missing.join(' and no ')}, the CRDs of ${api.name}`);
  return api.files.map((file) => path.join(folder, file));
}

function kindOf(api: Api, crd: Crd): KindSchema[] {
  if (!api.groups.includes(crd.spec.group)) return [];
  const served = (crd.spec.versions ?? []).filter((version) => version.served);
  const version = api.versions.flatMap((name) => served.filter((each) => each.name === name))[0];
  const schema = version?.schema ?? crd.spec.validation;
  if (!version || !schema) return [];
  const apiVersion = `${crd.spec.group}/${version.name}`;
  const structural = version.schema !== undefined;
  return [
    { apiVersion, kind: crd.spec.names.kind, schema: wholeObject(apiVersion, crd, schema.openAPIV3Schema, structural) },
  ];
}

/** A kind's schema with what the API server adds to it. */
function wholeObject(apiVersion: string, crd: Crd, schema: Schema, structural: boolean): Schema {
  const { apiVersion: _, kind: __, metadata: ___, status: ____, ...own } = schema.properties ?? {};
  const required = new Set(['apiVersion', 'kind', ...(schema.required ?? [])]);
  const root: Schema = {
    ...schema,
    type: 'object',
    required: [...required],
    properties: {
      apiVersion: { type: 'string', enum: [apiVersion] },
      kind: { type: 'string', enum: [crd.spec.names.kind] },
      metadata: OBJECT_META,
      ...own,
      // Written by the operator and never judged: a manifest taken from a cluster carries it.
      status: { 'x-kubernetes-preserve-unknown-fields': true },
    },
  };
  return structural ? root : opened(root);
}

/** apiextensions v1beta1 keeps unknown fields; the objects that say nothing of their fields are those meant to be open. */
function opened(schema: Schema): Schema {
  const described = schema.properties ?? schema.additionalProperties;
  return {
    ...schema,
    ...(schema.type === 'object' && !described ? { 'x-kubernetes-preserve-unknown-fields': true } : {}),
    ...(schema.items ? { items: opened(schema.items) } : {}),
    ...(schema.properties
      ? {
          properties: Object.fromEntries(Object.entries(schema.properties).map(([name, each]) => [name, opened(each)])),
        }
      : {}),
  };
}
