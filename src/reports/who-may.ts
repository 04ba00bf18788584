import type { AccessAnswer } from '../model/authorizer';
import type { Access, UserQuestion } from './access-types';
import type { InventorySite } from './inventory-types';
import { accessOf } from './load';
import { placedSites } from './manifest-sites';

/** Who may do what at sites, and why. */
export function access(sites: readonly InventorySite[]): Access {
  return accessOf().accessOfSites(placedSites(sites));
}

/** Whether a user may do something at sites. */
export function can(sites: readonly InventorySite[], question: UserQuestion): AccessAnswer {
  return accessOf().answerAtSites(placedSites(sites), question);
}
