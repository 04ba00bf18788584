import type { IConstruct } from 'constructs';
import type { Acl } from '../model/acl';
import type { StrimziRelease } from '../dialects/releases';
import type { RightsFrom } from '../model/authorization';
import type { Credentials } from '../model/endpoint';
import type { ExplainedAcl } from '../model/grant';
import { faultFinding, type Finding } from '../check/finding';
import { userKey, type ClusterIdentity, type UserIdentity } from '../wiring/identity';

/** A reference to a user, or a user of a cluster whose authorizer takes no ACLs. */
export interface ReferredUser extends IConstruct, UserIdentity {
  /** Whether this topology writes the user after all. */
  readonly managed: boolean;
  readonly cluster: ClusterIdentity & {
    readonly site: { readonly release: StrimziRelease };
    readonly rightsFrom: RightsFrom;
  };
  readonly credentials: Credentials | undefined;
  explain(): readonly ExplainedAcl[];
}

const REFERRED = new WeakSet<IConstruct>();

/** Notes that a construct is a user whose rights are not, or may not be, written. */
export function noteReferredUser(user: ReferredUser): void {
  REFERRED.add(user);
}

/** Whether a construct is a user whose rights are not, or may not be, written. */
export function isReferredUser(construct: IConstruct): construct is ReferredUser {
  return REFERRED.has(construct);
}

/** More rules than these are counted. */
const MOST_RULES = 20;

/**
 * Warns of users that something was asked for, by grants or by mirrors, and that nobody in the topology manages, or whose
 * rights their cluster's authorizer knows: it has to be granted elsewhere. Known when the app is synthesized, and told once
 * for each user.
 */
export function grantedElsewhere(users: Iterable<ReferredUser>): { user: ReferredUser; finding: Finding }[] {
  const all = [...users];
  const ofAuthorizers = firstOfEach(
    all.filter(({ managed, cluster }) => managed && cluster.rightsFrom === 'authorizer'),
  );
  return [...usersOfOthers(all), ...withRules(ofAuthorizers)].map(({ user, rules }) => ({
    user,
    finding: warningOf(
      user,
      rules.map(({ acl }) => acl),
    ),
  }));
}

/** A user that nobody in the topology manages, and what it has to be granted. */
export interface UserOfOthers {
  readonly user: ReferredUser;
  readonly rules: readonly ExplainedAcl[];
}

/** The users that nobody in the topology manages and that something was asked for, each once, at its first reference. */
export function usersOfOthers(users: Iterable<ReferredUser>): readonly UserOfOthers[] {
  return withRules(firstOfEach([...users].filter(({ managed }) => !managed)));
}

function firstOfEach(users: readonly ReferredUser[]): readonly ReferredUser[] {
  const first = new Map<string, ReferredUser>();
  for (const user of users) {
    const key = userKey(user);
    const known = first.get(key);
    if (!known || user.node.path < known.node.path) first.set(key, user);
  }
  return [...first.values()];
}

function withRules(users: readonly ReferredUser[]): readonly UserOfOthers[] {
  return users.flatMap((user) => {
    const rules = user.explain();
    return rules.length === 0 ? [] : [{ user, rules }];
  });
}

function warningOf({ node, userName, cluster, managed }: ReferredUser, acls: readonly Acl[]): Finding {
  const rules = acls.slice(0, MOST_RULES).map(ruleText);
  if (acls.length > rules.length) rules.push(`${acls.length - rules.length} more`);
  const asked = rules.join('; ');
  if (managed) {
    return faultFinding({
      rule: 'granted-elsewhere',
      path: node.path,
      message: `The authorizer of ${cluster.clusterName} takes no ACLs: what user "${userName}" has to be granted is not written.`,
      remedy: `Grant it by the authorizer's own means, and waive this warning at the site: ${asked}.`,
    });
  }
  return faultFinding({
    rule: 'granted-elsewhere',
    path: node.path,
    message: `User "${userName}" of ${cluster.clusterName} is managed elsewhere: what it has to be granted is not written.`,
    remedy: `Have it granted there, and waive this warning at the site: ${asked}. writeGrantRequests(app, folder) writes a KafkaUser for whoever manages it.`,
  });
}

function ruleText({ type = 'allow', resource, operations }: Acl): string {
  const deny = type === 'deny' ? 'never ' : '';
  if (resource.type === 'cluster') return `${deny}${operations.join(', ')} on the cluster`;
  const { name, patternType } = resource;
  return `${deny}${operations.join(', ')} on ${resource.type} ${name}${patternType === 'prefix' ? '*' : ''}`;
}
