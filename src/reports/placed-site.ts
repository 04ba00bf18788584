import { clusterAddresses } from '../dialects/operator-names';
import type { Manifest } from '../dialects/common/codec';
import { clientsBeside, readManifest, type Described } from '../dialects/read';
import type { Noun, Records } from '../model/nouns';
import { Placed, Topology, type SiteFacts } from '../model/topology';
import type { ObjectName } from './change';
import type { Side } from './side';

/** A site, and what its objects are of. */
export interface PlacedSite {
  readonly name: string;
  readonly facts: SiteFacts;
  readonly side: Side;
}

/** An object of a site that the model has a noun for. */
export interface Entry {
  readonly site: PlacedSite;
  readonly manifest: Manifest;
  readonly described: Described;
  readonly placed: Placed<Records[Noun]>;
  readonly of: ObjectName;
  /** Whether the object is read as another client application: this one is beside it. */
  readonly isBeside?: true;
}

/** What the objects of a site say. */
export function entriesOf(site: PlacedSite): readonly Entry[] {
  return [...site.side.objects.values()].flat().flatMap(({ manifest, path }): readonly Entry[] => {
    const described = readManifest(manifest, site.facts.platform);
    if (!described) return [];
    const { name, namespace = site.facts.namespace } = described.record;
    const of = { kind: manifest.kind, name, ...(namespace !== '' && { namespace }) };
    const placed = <M>(record: M): Placed<M> => new Placed(record, site.facts, { path });
    const beside = clientsBeside(manifest, described, site.facts.platform).map((record): Entry => ({
      site,
      manifest,
      described: { noun: 'client', record },
      placed: placed(record),
      of,
      isBeside: true,
    }));
    return [{ site, manifest, described, placed: placed(described.record), of }, ...beside];
  });
}

/** All that is said, with the ways from one to another. */
export function topologyOf(entries: readonly Entry[]): Topology {
  const topology = new Topology(clusterAddresses);
  for (const { described, placed } of entries) topology.add(described.noun, placed);
  return topology;
}
