import type { Located } from '../model/topology';

/** What the API server tells objects apart by. */
export interface Identity {
  /** The Kubernetes cluster. */
  readonly cluster: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** @default '' for objects that have none, or get it when they are applied */
  readonly namespace: string;
  readonly name: string;
}

type Names = Map<string, Located>;

/** Who has which name, by cluster, API group, kind and namespace. Versions of a group are spellings of one object. */
export class Identities {
  private readonly types = new Map<string, Names>();
  private last?: Identity;
  private names: Names = new Map();

  /** @returns where the object is that has the identity already */
  claim(place: Located, identity: Identity): Located | undefined {
    if (!this.last || !isSameType(identity, this.last)) this.names = this.namesOf(identity);
    this.last = identity;
    const twin = this.names.get(identity.name);
    if (!twin) this.names.set(identity.name, place);
    return twin;
  }

  private namesOf({ cluster, apiVersion, kind, namespace }: Identity): Names {
    const group = apiVersion.includes('/') ? apiVersion.replace(/\/.*/, '') : '';
    const type = JSON.stringify([cluster, group, kind, namespace]);
    const known = this.types.get(type) ?? new Map<string, Located>();
    this.types.set(type, known);
    return known;
  }
}

/** Objects come kind by kind, so the names of the one before are mostly those to look in. */
function isSameType(one: Identity, other: Identity): boolean {
  return (
    one.kind === other.kind &&
    one.namespace === other.namespace &&
    one.apiVersion === other.apiVersion &&
    one.cluster === other.cluster
  );
}
