import type { AccessAnswer } from '../model/authorizer';
import type { Access, UserQuestion } from './access-types';
import type { InventorySite } from './inventory-types';
import { accessOf } from './load';
import { placedSites } from './manifest-sites';

/**
 * Says who may do what at the Kafka clusters of sites, as the brokers would decide, and why each rule of a user may be there.
 *
 * @example
 * access([site]).rules.filter(({ unexplained }) => unexplained.length > 0)
 */
export function access(sites: readonly InventorySite[]): Access {
  return accessOf().accessOfSites(placedSites(sites));
}

/**
 * Says whether a user may do something, as the brokers would decide: `unknown` where the manifests do not tell, or tell of
 * several users of that name.
 *
 * @example
 * can([site], { user: 'checkout', operation: 'Write', resource: { type: 'topic', name: 'orders' } }).verdict
 */
export function can(sites: readonly InventorySite[], question: UserQuestion): AccessAnswer {
  return accessOf().answerAtSites(placedSites(sites), question);
}
