/** Which object of an API server is meant. */
export interface ObjectId {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Absent: the object is in no namespace, or in that of the caller. */
  readonly namespace?: string;
}

/** A manifest, as far as it says which object it describes. */
export interface Identified {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: unknown;
}

/** Which object a manifest describes; absent: it has no name. */
export function objectId({ apiVersion, kind, metadata }: Identified): ObjectId | undefined {
  const { name, namespace } = (metadata ?? {}) as { readonly name?: unknown; readonly namespace?: unknown };
  if (typeof name !== 'string' || name === '') return undefined;
  return { apiVersion, kind, name, ...(typeof namespace === 'string' && { namespace }) };
}

/** The group of an API, empty for that of Kubernetes' own objects. */
export function groupOf({ apiVersion }: Pick<ObjectId, 'apiVersion'>): string {
  return apiVersion.includes('/') ? apiVersion.replace(/\/.*/, '') : '';
}

/** How kubectl calls the kind of an object: `kafkatopic.kafka.strimzi.io`. */
export function resourceOf(id: Pick<ObjectId, 'apiVersion' | 'kind'>): string {
  const group = groupOf(id);
  return `${id.kind.toLowerCase()}${group === '' ? '' : `.${group}`}`;
}
