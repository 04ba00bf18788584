import { BROUGHT_BY, type Acl, type AclResource, type Operation } from '../model/acl';
import { isIntent, reasonedAclsOf } from '../model/grant';
import type { Intent } from '../model/permissions';
import { ResourceSet } from '../model/rights';
import type { Need } from '../wiring/needs';
import type { AccessPlace, AccessRule, RuleReason } from './access-types';

/** An operation that a program needs. */
export interface NeededRight {
  readonly operation: Operation;
  readonly resource: AclResource;
  readonly intent: Intent;
  readonly reason: string;
  readonly by: string;
}

/** The operations that what is needed comes to, one by one. */
export function neededRights(needs: readonly Need[]): readonly NeededRight[] {
  return needs.flatMap(({ grant, by }) => {
    if (!isIntent(grant)) return [];
    const { intent } = grant;
    return reasonedAclsOf(grant).flatMap(({ acl: { operations, resource }, reason }) =>
      operations.map((operation) => ({ operation, resource, intent, reason, by: by.path })),
    );
  });
}

/** A rule of a user, and which of what the user's programs need it is for. */
export function explainedRule(place: AccessPlace, acl: Acl, needed: readonly NeededRight[]): AccessRule {
  const { type = 'allow', resource, operations, host = '*' } = acl;
  const rule = { ...place, type, resource, operations, host };
  if (type === 'deny') return { ...rule, reasons: [], unexplained: [], redundant: [], wider: [] };
  const own = new ResourceSet();
  own.add(resource);
  const touched = needed.filter((right) => own.meets(right.resource));
  const redundant = operations.filter((each) => BROUGHT_BY[each]?.some((other) => operations.includes(other)));
  const reasons: RuleReason[] = [];
  const [unexplained, wider]: [Operation[], Operation[]] = [[], []];
  for (const operation of operations) {
    if (redundant.includes(operation)) continue;
    const exactly = touched.filter((right) => operation === 'All' || right.operation === operation);
    const served = exactly.length > 0 ? exactly : touched.filter((right) => brings(operation, right.operation));
    if (served.length === 0) unexplained.push(operation);
    else if (exactly.length === 0 || !covers(exactly, resource)) wider.push(operation);
    for (const right of served) note(reasons, operation, right);
  }
  return { ...rule, reasons, unexplained, redundant, wider };
}

/** Whether an operation that is allowed brings one that is needed. */
function brings(allowed: Operation, needed: Operation): boolean {
  return BROUGHT_BY[needed]?.includes(allowed) ?? false;
}

function covers(rights: readonly NeededRight[], resource: AclResource): boolean {
  const all = new ResourceSet();
  for (const right of rights) all.add(right.resource);
  return all.covers(resource);
}

function note(reasons: RuleReason[], operation: Operation, { intent, reason, by }: NeededRight): void {
  const at = reasons.findIndex((each) => each.reason === reason && each.by === by);
  const known = reasons[at];
  if (!known) reasons.push({ operations: [operation], intent, reason, by });
  else if (!known.operations.includes(operation)) {
    reasons[at] = { ...known, operations: [...known.operations, operation] };
  }
}
