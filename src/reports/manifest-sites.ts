import type { InventorySite } from './inventory-types';
import type { PlacedSite } from './placed-site';
import { Side } from './side';

/** Sites with what their manifests say. Sites share no Service: each is a Kubernetes cluster of its own. */
export function placedSites(sites: readonly InventorySite[]): readonly PlacedSite[] {
  return sites.map(({ release, platform = 'kubernetes', namespace = '', name = '', manifests }) => {
    const side = new Side();
    let number = 0;
    for (const manifest of manifests) side.take(manifest, `manifest ${++number}`);
    return { name, side, facts: { release: release.facts, platform, namespace, kubernetesCluster: name } };
  });
}
