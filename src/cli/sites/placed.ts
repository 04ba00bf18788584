import { clusterScopedBy, isClusterScoped } from '../../delivery/gitops/scope';
import type { Identified } from '../../reports/object-id';
import type { PlacedSite } from '../../reports/placed-site';
import { Side } from '../../reports/side';
import type { SourceObject } from '../files/objects';
import type { FileSite } from './site';

/** Sites with the objects of their files, for reports. */
export function placedSites(sites: readonly FileSite[], objects: readonly SourceObject[]): readonly PlacedSite[] {
  return sites.map((site) => {
    const { name, release, platform, kubernetesCluster = name, namespace = '' } = site;
    const side = new Side();
    for (const { manifest, path, file } of objects) if (site.holds(file)) side.take(manifest, path, file);
    return { name, side, facts: { release: release.facts, platform, namespace, kubernetesCluster } };
  });
}

/** Manifests as they are applied: what names no namespace gets that of each site whose files describe it. */
export function applied(sites: readonly FileSite[], objects: readonly SourceObject[]): readonly Identified[] {
  const further = new Set(clusterScopedBy(objects.map(({ manifest }) => manifest)));
  return objects.flatMap(({ manifest, file }): readonly Identified[] => {
    const metadata = manifest['metadata'] as { readonly namespace?: unknown } | null | undefined;
    const holders = sites.filter((site) => site.holds(file));
    const isPlaced = typeof metadata?.namespace === 'string' || isClusterScoped(manifest, further);
    if (isPlaced || holders.length === 0) return [manifest];
    return holders.map(({ namespace }) =>
      namespace === undefined ? manifest : { ...manifest, metadata: { ...metadata, namespace } },
    );
  });
}
