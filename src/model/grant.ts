import { mergeAcls, subjectOf, withoutBrought, type Acl, type Operation } from './acl';
import { reasonedAclsFor, type Intent, type ReasonedAcl, type Subjects } from './permissions';

/** What was asked for a user: an intent with the names that it is about, or a rule as it is. */
export type GrantRecord = IntentGrant | Acl;

/** Leave to carry out an intent of the table of permissions: `{ intent: 'consume', topic: 'orders', group: 'stock' }`. All of it is known at once. */
export interface IntentGrant extends Subjects {
  /** What the user wants to do. */
  readonly intent: Intent;
}

/** Something that was asked for a user, and who asked. */
export interface Asked {
  readonly grant: GrantRecord;
  /** What knows the path of the construct or object that asked; it is looked at when somebody wants to know. */
  readonly by: { readonly path: string };
}

/** A rule of a user, and all reasons for it. */
export interface ExplainedAcl {
  /** The rule. */
  readonly acl: Acl;
  /** Why it is there. */
  readonly reasons: readonly AclReason[];
}

/** Why a rule is there. */
export interface AclReason {
  /** The operations that are for this; one that another operation of the rule brings is not written. */
  readonly operations: readonly Operation[];
  /** What the user wants to do; absent: somebody asked for the rule as it is. */
  readonly intent?: Intent;
  /** Why Kafka asks for the operations. */
  readonly reason: string;
  /** Path of the construct or object that asked. */
  readonly by: string;
}

/** Whether what was asked for is an intent, and not a rule. */
export function isIntent(grant: GrantRecord): grant is IntentGrant {
  return 'intent' in grant;
}

/**
 * The rules that grants come to, joined and in order. What was asked for as it is stands as it is; of what intents come to,
 * an operation that another one brings is left out.
 */
export function aclsOf(grants: readonly GrantRecord[]): readonly Acl[] {
  const ofIntents = grants.filter(isIntent).flatMap((grant) => reasonedAclsOf(grant).map(({ acl }) => acl));
  const asTheyAre = grants.filter((grant): grant is Acl => !isIntent(grant));
  const lean = withoutBrought(ofIntents);
  return asTheyAre.length === 0 ? lean : mergeAcls([...lean, ...asTheyAre]);
}

/** The rules that a grant comes to, each with its reason. */
export function reasonedAclsOf(grant: GrantRecord): readonly ReasonedAcl[] {
  return isIntent(grant) ? reasonedAclsFor(grant.intent, grant) : [{ acl: grant, reason: AS_IT_IS }];
}

const AS_IT_IS = 'The rule was asked for as it is.';

/** The rules that come of all that was asked, joined and in order, each with its reasons. */
export function explained(asked: readonly Asked[]): readonly ExplainedAcl[] {
  const reasons = new Map<string, AclReason[]>();
  for (const { grant, by } of asked) {
    for (const { acl, reason } of reasonedAclsOf(grant)) {
      const { operations } = acl;
      const intent = isIntent(grant) && { intent: grant.intent };
      const key = subjectOf(acl);
      const known = reasons.get(key);
      const found = { operations, ...intent, reason, by: by.path };
      if (!known) reasons.set(key, [found]);
      else if (!known.some((each) => sameReason(each, found))) known.push(found);
    }
  }
  return aclsOf(asked.map(({ grant }) => grant)).map((acl) => ({ acl, reasons: reasons.get(subjectOf(acl)) ?? [] }));
}

function sameReason(one: AclReason, other: AclReason): boolean {
  return one.reason === other.reason && one.by === other.by && one.operations.join() === other.operations.join();
}
