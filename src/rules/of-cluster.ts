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
  private readonly named = new Map<string, Placed<ResourceRecord>>();
  private readonly places = new Set<string>();

  constructor(owners: readonly Placed<ResourceRecord>[]) {
    for (const owner of owners) {
      this.named.set(`${placeOf(owner)}\0${owner.record.name}`, owner);
      this.places.add(placeOf(owner));
    }
  }

  /** The one of a name beside an object. */
  beside(object: Placed<ResourceRecord>, name: string): Placed<ResourceRecord> | undefined {
    return this.named.get(`${placeOf(object)}\0${name}`);
  }

  /** Whether any is seen beside an object: where none is, they may be anywhere. */
  hasAny(object: Placed<ResourceRecord>): boolean {
    return this.places.has(placeOf(object));
  }
}

/** Objects of a kind that the model has no noun of its own for. */
export function othersOf(topology: Topology, ...kinds: readonly string[]): Placed<OtherRecord>[] {
  return topology.all('other').filter(({ record }) => kinds.includes(record.kind));
}

function placeOf({ record, site }: Placed<ResourceRecord>): string {
  return `${site.kubernetesCluster}\0${record.namespace ?? site.namespace}`;
}
