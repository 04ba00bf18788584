import type { Inventory, InventorySite } from './inventory-types';
import { stock } from './load';
import { Side } from './side';

/** Says what there is at sites once the operators are done. */
export function inventory(sites: readonly InventorySite[]): Inventory {
  return stock().takeStock(
    sites.map(({ release, platform = 'kubernetes', namespace = '', name = '', manifests }) => {
      const side = new Side();
      let number = 0;
      for (const manifest of manifests) side.take(manifest, `manifest ${++number}`);
      // Sites share no Service: each is a Kubernetes cluster of its own.
      return { name, side, facts: { release: release.facts, platform, namespace, kubernetesCluster: name } };
    }),
  );
}
