import type { Inventory, InventorySite } from './inventory-types';
import { stock } from './load';
import { placedSites } from './manifest-sites';

/**
 * Says what there is once the operators are done: the pods, claims, Services, Secrets, ConfigMaps, Routes and Ingresses
 * that they make of manifests at a release, with the topics and the users. Kafka clusters are taken to be new: nodes of a
 * cluster that was scaled may have other numbers.
 *
 * @example
 * inventory([site]).items.filter((item) => item.kind === 'PersistentVolumeClaim')
 */
export function inventory(sites: readonly InventorySite[]): Inventory {
  return stock().takeStock(placedSites(sites));
}
