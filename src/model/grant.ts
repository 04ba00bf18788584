import type { Acl } from './acl';
import { aclsFor, type Intent, type Subjects } from './permissions';

/** What was asked for a user: an intent with the names that it is about, or a rule as it is. */
export type GrantRecord = IntentGrant | Acl;

/** Leave to carry out an intent of the table of permissions: `{ intent: 'consume', topic: 'orders', group: 'stock' }`. */
export interface IntentGrant extends Subjects {
  /** What the user wants to do. */
  readonly intent: Intent;
}

/** Whether what was asked for is an intent, and not a rule. */
export function isIntent(grant: GrantRecord): grant is IntentGrant {
  return 'intent' in grant;
}

/** The rules that grants come to, as they stand: neither joined nor ordered. */
export function aclsOf(grants: readonly GrantRecord[]): readonly Acl[] {
  const acls: Acl[] = [];
  for (const grant of grants) {
    if (isIntent(grant)) acls.push(...aclsFor(grant.intent, grant));
    else acls.push(grant);
  }
  return acls;
}
