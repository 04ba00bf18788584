import type { IConstruct } from 'constructs';
import type { Acl } from '../model/acl';
import type { StrimziRelease } from '../dialects/releases';
import type { Credentials } from '../model/endpoint';
import type { ExplainedAcl } from '../model/grant';
import { faultFinding, type Finding } from '../check/finding';
import { userKey, type ClusterIdentity, type UserIdentity } from '../wiring/identity';

/** A reference to a user. */
export interface ReferredUser extends IConstruct, UserIdentity {
  /** Whether this topology writes the user after all. */
  readonly managed: boolean;
  readonly cluster: ClusterIdentity & { readonly site: { readonly release: StrimziRelease } };
  readonly credentials: Credentials | undefined;
  explain(): readonly ExplainedAcl[];
}

const REFERRED = new WeakSet<IConstruct>();

/** Notes that a construct is a reference to a user. */
export function noteReferredUser(user: ReferredUser): void {
  REFERRED.add(user);
}

/** Whether a construct is a reference to a user. */
export function isReferredUser(construct: IConstruct): construct is ReferredUser {
  return REFERRED.has(construct);
}

/** More rules than these are counted. */
const MOST_RULES = 20;

/**
 * Warns of users that nobody in the topology manages and that something was asked for, by grants or by mirrors: it has to
 * be granted elsewhere. Known when the app is synthesized, and told once for each user.
 */
export function grantedElsewhere(users: Iterable<ReferredUser>): { user: ReferredUser; finding: Finding }[] {
  return usersOfOthers(users).map(({ user, rules }) => ({
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
  const strangers = new Map<string, ReferredUser>();
  for (const user of users) {
    if (user.managed) continue;
    const key = userKey(user);
    const known = strangers.get(key);
    if (!known || user.node.path < known.node.path) strangers.set(key, user);
  }
  return [...strangers.values()].flatMap((user) => {
    const rules = user.explain();
    return rules.length === 0 ? [] : [{ user, rules }];
  });
}

function warningOf({ node, userName, cluster }: ReferredUser, acls: readonly Acl[]): Finding {
  const rules = acls.slice(0, MOST_RULES).map(ruleText);
  if (acls.length > rules.length) rules.push(`${acls.length - rules.length} more`);
  return faultFinding({
    rule: 'granted-elsewhere',
    path: node.path,
    message: `User "${userName}" of ${cluster.clusterName} is managed elsewhere: what it has to be granted is not written.`,
    remedy: `Have it granted there, and waive this warning at the site: ${rules.join('; ')}. writeGrantRequests(app, folder) writes a KafkaUser for whoever manages it.`,
  });
}

function ruleText({ type = 'allow', resource, operations }: Acl): string {
  const deny = type === 'deny' ? 'never ' : '';
  if (resource.type === 'cluster') return `${deny}${operations.join(', ')} on the cluster`;
  const { name, patternType } = resource;
  return `${deny}${operations.join(', ')} on ${resource.type} ${name}${patternType === 'prefix' ? '*' : ''}`;
}
