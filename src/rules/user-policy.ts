import { map, text } from '../model/guarded';
import type { AllowedName, PolicyRecord, UserPolicy } from '../model/policy';
import type { UserRecord } from '../model/user';
import { placesOf } from './places';
import { allowsName, allowsPrefix, allowsRuleName, namesText, policyBreach, type PolicyBreach } from './policies';
import { objectRule } from './rule';

/** A user is, and may do, what the policies of its team and site allow. */
export const userPolicy = objectRule({
  id: 'user-policy',
  summary: 'A user has a name, credentials and ACLs that the policies of its team and site allow.',
  remedy: 'Keep to the policy, or have its owner waive it.',
  effect: 'forbidden',
  source: 'The organisation, whose policies a program or a site gives.',
  nouns: ['user'],
  check({ record, manifest, policies = NONE }, report) {
    for (const policy of policies) {
      if (!policy.users) continue;
      const breaches = [...ownBreaches(record, policy.users), ...aclBreaches(manifest, policy.users)];
      for (const breach of breaches) report(policyBreach(policy, breach));
    }
  },
});

const NONE: readonly PolicyRecord[] = [];

function ownBreaches(
  { name, authentication }: UserRecord,
  { names, authentication: types }: UserPolicy,
): PolicyBreach[] {
  const breaches: PolicyBreach[] = [];
  if (names && !allowsName(names, name)) {
    breaches.push({
      field: ['metadata', 'name'],
      given: name,
      allowed: namesText(names),
      asks: 'has other names for users',
      remedy: 'Give the user another name.',
    });
  }
  const type = authentication?.type ?? 'none';
  if (types && !types.includes(type)) {
    breaches.push({
      field: ['spec', 'authentication', 'type'],
      given: type,
      allowed: types.join(', '),
      asks: 'does not allow users to log in so',
      remedy: 'Give the user another authentication.',
    });
  }
  return breaches;
}

/** What the policy says of the names that rules are about, by the type of the resource. */
const NAMES_OF = { topic: 'topics', group: 'groups', transactionalId: 'transactionalIds' } as const;
const THINGS = { topic: 'topics', group: 'consumer groups', transactionalId: 'transactional ids' } as const;

/** A denial gives nothing that a policy could mind. Operations on one thing may be rules of their own: it is told once. */
function aclBreaches(manifest: unknown, policy: UserPolicy): PolicyBreach[] {
  const told = new Set<string>();
  return placesOf(manifest, 'spec.authorization.acls.*').flatMap((place) => {
    const acl = map(place.value);
    if (acl['type'] === 'deny') return [];
    const breach = resourceBreach(map(acl['resource']), policy);
    if (!breach) return [];
    const key = JSON.stringify(acl['resource']);
    if (told.has(key)) return [];
    told.add(key);
    return [{ ...breach, field: [...place.field, 'resource', 'name'] }];
  });
}

function resourceBreach(
  { type, name, patternType }: Readonly<Record<string, unknown>>,
  policy: UserPolicy,
): Omit<PolicyBreach, 'field'> | undefined {
  const kind = text(type);
  if (kind === undefined || !isNamed(kind) || typeof name !== 'string') return undefined;
  const allowed: readonly AllowedName[] | undefined = policy[NAMES_OF[kind]];
  const isPrefix = patternType === 'prefix';
  if (!allowed || (isPrefix ? allowsPrefix(allowed, name) : allowsRuleName(allowed, name))) return undefined;
  return {
    given: isPrefix ? `${name}*` : name,
    allowed: namesText(allowed),
    asks: `keeps the user from ${THINGS[kind]} of this name`,
    remedy: 'Ask for other names, or leave the rule out.',
  };
}

function isNamed(type: string): type is keyof typeof NAMES_OF {
  return Object.hasOwn(NAMES_OF, type);
}
