import { map, text } from '../model/guarded';
import type { OtherRecord } from '../model/other';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';

const LABEL = 'strimzi.io/cluster';

/** The place of the label that names the object which another belongs to. */
export const CLUSTER_LABEL = ['metadata', 'labels', LABEL];

/** The name of the object that another belongs to, by its label; absent: it has none. */
export function ownerName({ record }: Placed<ResourceRecord>): string | undefined {
  return text(map(record.labels)[LABEL]);
}

/** Objects of some kinds by their namespace and name. */
export class Owners {
  /** Absent: several objects claim the name. */
  private readonly named = new Map<string, Placed<ResourceRecord> | undefined>();
  private readonly places = new Set<string>();

  constructor(owners: readonly Placed<ResourceRecord>[]) {
    for (const owner of owners) {
      const key = keyOf(owner, owner.record.name);
      this.named.set(key, this.named.has(key) ? undefined : owner);
      this.places.add(placeOf(owner));
    }
  }

  /** The one of a name beside an object; absent: there is none, or several claim the name. */
  beside(object: Placed<ResourceRecord>, name: string): Placed<ResourceRecord> | undefined {
    return this.named.get(keyOf(object, name));
  }

  /** Whether there are others beside an object, and none of the name: where none is seen, they may be anywhere. */
  lack(object: Placed<ResourceRecord>, name: string): boolean {
    return this.places.has(placeOf(object)) && !this.named.has(keyOf(object, name));
  }
}

/** Objects of a kind that the model has no noun of its own for. */
export function othersOf(topology: Topology, ...kinds: readonly string[]): Placed<OtherRecord>[] {
  return topology.all('other').filter(({ record }) => kinds.includes(record.kind));
}

function keyOf(object: Placed<ResourceRecord>, name: string): string {
  return `${placeOf(object)}\0${name}`;
}

function placeOf({ record, site }: Placed<ResourceRecord>): string {
  return `${site.kubernetesCluster}\0${record.namespace ?? site.namespace}`;
}
