import type { InventoryItem } from '../../reports/inventory-types';
import { groupOf, objectId, type Identified, type ObjectId } from '../../reports/object-id';

/** What a cluster is to have. */
export interface Wanted {
  readonly id: ObjectId;
  /** The item of an inventory that it is; absent: manifests describe it. */
  readonly item?: InventoryItem;
}

/** What manifests describe, each object once. */
export function describedBy(manifests: readonly Identified[]): readonly Wanted[] {
  return once(
    manifests.flatMap((manifest) => {
      const id = objectId(manifest);
      return id ? [{ id }] : [];
    }),
  );
}

/** What operators make, each object once, without what is described: Routes and Ingresses may be either. */
export function madeBeside(described: readonly Wanted[], items: readonly InventoryItem[]): readonly Wanted[] {
  const known = new Set(described.map(({ id }) => keyOf(id)));
  const made = items.map((item): Wanted => {
    const { kind, name, namespace } = item;
    const id = { apiVersion: API_VERSIONS[kind], kind, name, ...(namespace !== undefined && { namespace }) };
    return { id, item };
  });
  return once(made.filter(({ id }) => !known.has(keyOf(id))));
}

const API_VERSIONS: Readonly<Record<InventoryItem['kind'], string>> = {
  Pod: 'v1',
  PersistentVolumeClaim: 'v1',
  Service: 'v1',
  Secret: 'v1',
  ConfigMap: 'v1',
  Route: 'route.openshift.io/v1',
  Ingress: 'networking.k8s.io/v1',
};

/** In the order of namespaces, kinds and names. */
function once(wanted: readonly Wanted[]): readonly Wanted[] {
  const byKey = new Map(wanted.map((each) => [keyOf(each.id), each]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** Whatever version of its API an object is written in. */
function keyOf(id: ObjectId): string {
  return JSON.stringify([id.namespace ?? '', id.kind, id.name, groupOf(id)]);
}
