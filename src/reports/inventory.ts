import type { Inventory, InventorySite } from './inventory-types';
import { stock } from './load';
import { Side } from './side';

/**
 * Says what there is once the operators are done: the pods, claims, Services, Secrets, ConfigMaps, Routes and Ingresses
 * that they make of manifests at a release, with the topics and the users. Kafka clusters are taken to be new: nodes of a
 * cluster that was scaled may have other numbers.
 *
 * @example
 * inventory([site]).items.filter((item) => item.kind === 'PersistentVolumeClaim')
 */
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
