import type { Manifest } from '../../dialects/common/codec';
import { isMap } from '../../model/guarded';

/** Something that an object names. */
export interface Reference {
  /** Kind of the object, or `Host` for a host name. */
  readonly kind: string;
  readonly name: string;
  /** Absent: the namespace of the object that names it. */
  readonly namespace?: string;
}

/** Fields that hold the name of an object, by its kind. */
const NAMING: Readonly<Record<string, string>> = {
  claimName: 'PersistentVolumeClaim',
  class: 'StorageClass',
  ingressClassName: 'IngressClass',
  priorityClassName: 'PriorityClass',
  secretName: 'Secret',
  serviceAccountName: 'ServiceAccount',
  storageClassName: 'StorageClass',
};
/** Fields whose `name` is that of an object, by its kind. */
const HOLDING: Readonly<Record<string, string>> = {
  configMap: 'ConfigMap',
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  imagePullSecrets: 'Secret',
  secret: 'Secret',
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
  service: 'Service',
};
/** Kinds whose texts are data of others: what stands there is no need of their own. */
const DATA: ReadonlySet<string> = new Set(['ConfigMap', 'Secret', 'CustomResourceDefinition']);
/** Fields whose whole text may be a host. */
const HOST_FIELDS: ReadonlySet<string> = new Set(['host', 'value']);
const HOST_AND_PORT = /([a-z0-9](?:[-a-z0-9.]*[a-z0-9])?):\d{1,5}(?!\d)/gi;
const HOST = /^[a-z0-9][-a-z0-9.]*$/i;

/** What an object names, by the fields that Kubernetes and operators keep names in, and hosts with ports in any text. */
export function referencesOf(manifest: Manifest): Reference[] {
  if (DATA.has(manifest.kind)) return [];
  const { apiVersion: _, kind: __, metadata, status: ___, ...body } = manifest;
  const found: Reference[] = [];
  collect({ ...body, ownerReferences: metadata['ownerReferences'] }, '', found);
  return found;
}

function collect(value: unknown, field: string, found: Reference[]): void {
  if (typeof value === 'string') collectText(value, field, found);
  else if (Array.isArray(value)) for (const item of value) collect(item, field, found);
  else if (isMap(value)) {
    const reference = namedBy(value, field);
    if (reference) found.push(reference);
    for (const key of Object.keys(value)) collect(value[key], key, found);
  }
}

function namedBy({ kind, name, namespace }: Record<string, unknown>, field: string): Reference | undefined {
  const named = typeof kind === 'string' ? kind : own(HOLDING, field);
  if (named === undefined || typeof name !== 'string') return undefined;
  return { kind: named, name, ...(typeof namespace === 'string' && { namespace }) };
}

function collectText(text: string, field: string, found: Reference[]): void {
  const kind = own(NAMING, field);
  if (kind !== undefined) found.push({ kind, name: text });
  if (HOST_FIELDS.has(field) && HOST.test(text)) found.push({ kind: 'Host', name: text.toLowerCase() });
  if (!text.includes(':')) return;
  for (const [, host = ''] of text.matchAll(HOST_AND_PORT)) found.push({ kind: 'Host', name: host.toLowerCase() });
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
