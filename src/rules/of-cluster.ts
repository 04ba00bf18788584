import { map } from '../model/guarded';
import type { OtherRecord } from '../model/other';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import { isSlip, nearestNames } from '../text/nearest';
import type { Breach } from './rule';

const NAME = 'strimzi.io/cluster';
/** The place of the label that names the object which another belongs to. */
export const CLUSTER_LABEL = ['metadata', 'labels', NAME];

/** The label that was meant to name the owner, where its name has a slip. */
export function misspeltLabel(labels: unknown): string | undefined {
  return Object.keys(map(labels)).find((name) => name !== NAME && isSlip(name, NAME));
}

/** What is told of an object whose label says nothing, or has a slip in its name. */
export function unnamedBreach(
  { record: { labels } }: Placed<ResourceRecord>,
  { allowed, message }: { readonly allowed: string; readonly message: string },
): Breach {
  const slip = misspeltLabel(labels);
  if (slip === undefined) return { field: CLUSTER_LABEL, allowed, message };
  return {
    field: ['metadata', 'labels', slip],
    given: labels?.[slip],
    allowed: NAME,
    message,
    remedy: `Write ${NAME}.`,
  };
}

/** What is to be done where an owner is named that is not there, though one of nearly the name is. */
export function nearestRemedy(given: string, known: readonly string[]): Pick<Breach, 'remedy'> {
  const [nearest] = nearestNames(given, known);
  return nearest === undefined ? {} : { remedy: `Write ${nearest}, or add what the label names.` };
}

type Fit<R> = (owner: Placed<R>) => boolean;

function isAny(): boolean {
  return true;
}

/** Objects of some kinds by their namespace and name. */
export class Owners<R extends ResourceRecord = ResourceRecord> {
  /** Absent: several objects claim the name. */
  private readonly named = new Map<string, Placed<R> | undefined>();
  private readonly places = new Map<string, Placed<R>[]>();
  /** Names that were asked for, by what they had to be and where. */
  private readonly names = new Map<Fit<R>, Map<string, readonly string[]>>();

  constructor(owners: readonly Placed<R>[]) {
    for (const owner of owners) {
      const key = keyOf(owner, owner.record.name);
      this.named.set(key, this.named.has(key) ? undefined : owner);
      const place = this.places.get(placeOf(owner));
      if (place) place.push(owner);
      else this.places.set(placeOf(owner), [owner]);
    }
  }

  /** Whether there are none anywhere. */
  get isEmpty(): boolean {
    return this.places.size === 0;
  }

  /** The one of a name beside an object; absent: there is none, or several claim the name. */
  beside(object: Placed<ResourceRecord>, name: string): Placed<R> | undefined {
    return this.named.get(keyOf(object, name));
  }

  /**
   * The names of those beside an object that are as asked for.
   * @param isFit - one function for all objects: what it finds at a place is remembered
   */
  namesBeside(object: Placed<ResourceRecord>, isFit: Fit<R> = isAny): readonly string[] {
    const place = placeOf(object);
    const known = this.names.get(isFit) ?? new Map<string, readonly string[]>();
    this.names.set(isFit, known);
    const names = known.get(place) ?? this.namesAt(place, isFit);
    known.set(place, names);
    return names;
  }

  private namesAt(place: string, isFit: Fit<R>): readonly string[] {
    const fit = this.places.get(place)?.filter(isFit) ?? [];
    return [...new Set(fit.map(({ record }) => record.name))].sort();
  }

  /** Whether there are others beside an object, and none of the name: where none is seen, they may be anywhere. */
  lack(object: Placed<ResourceRecord>, name: string): boolean {
    return this.places.has(placeOf(object)) && !this.named.has(keyOf(object, name));
  }
}

/** What an object is called, and what it is of. */
export interface Belonging {
  /** The name in its label; empty: it has none. */
  readonly given: string;
  readonly what: string;
  readonly owner: string;
}

/** The owner that an object's label names; absent: it is not seen. That there is none is told. */
export function toldOwner<R extends ResourceRecord>(
  object: Placed<ResourceRecord>,
  owners: Owners<R>,
  { given, what, owner }: Belonging,
  report: (object: Placed<ResourceRecord>, breach: Breach) => void,
): Placed<R> | undefined {
  if (given === '') {
    const message = `The ${what} is of no ${owner}.`;
    const { allowed = `the name of a ${owner}` } = allowedNames(owners.namesBeside(object));
    report(object, unnamedBreach(object, { allowed, message }));
    return undefined;
  }
  if (owners.lack(object, given)) {
    const message = `There is no ${owner} "${given}" beside the ${what}.`;
    const known = owners.namesBeside(object);
    report(object, {
      field: CLUSTER_LABEL,
      given,
      ...allowedNames(known),
      message,
      ...nearestRemedy(given, known),
    });
  }
  return owners.beside(object, given);
}

/** What a finding says of the names that would do; nothing where there are none. */
export function allowedNames(names: readonly string[]): Pick<Breach, 'allowed'> {
  return names.length === 0 ? {} : { allowed: names.join(', ') };
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
