import type { Inventory, InventorySite } from './inventory-types';
import { stock } from './load';
import { placedSites } from './manifest-sites';

/** Says what there is at sites once the operators are done. */
export function inventory(sites: readonly InventorySite[]): Inventory {
  return stock().takeStock(placedSites(sites));
}
