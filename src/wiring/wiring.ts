import type { ClientRole } from '../model/client';
import { isIntent, type Asked, type GrantRecord } from '../model/grant';
import { ConsumerGroups, consumptionsOfClient, consumptionsOfUser, type Consumption } from './consumer-groups';
import { clusterKey, userKey, type ClusterIdentity, type TopicIdentity, type UserIdentity } from './identity';
import type { MirrorPlan, MirrorStrategy } from './mirror';
import { Routes } from './routes';

/** What a user was granted. */
export interface UserEdges extends UserIdentity {
  readonly asked: readonly Asked[];
}

/** What a client application does, and at which cluster. */
export interface ClientEdge {
  /** The cluster that it is a client of. */
  readonly cluster: ClusterIdentity;
  /** What it does. */
  readonly role: ClientRole;
  /**
   * Whether its first record may make its topic, whoever it is.
   * @default false
   */
  readonly createTopic?: boolean | undefined;
}

/** What a mirror copies, and as whom. */
export interface MirrorEdge {
  readonly strategy: MirrorStrategy;
  readonly plan: MirrorPlan;
  /** In the order of the sources; absent: it reads without credentials. */
  readonly sourceUsers: readonly (UserIdentity | undefined)[];
  /** Absent: it writes without credentials. */
  readonly targetUser?: UserIdentity | undefined;
  /** What is told to have asked for the users' rights. */
  readonly by: Asked['by'];
}

/** Who talks to whom in a topology. */
export interface Edges {
  readonly users: readonly UserEdges[];
  readonly clients: readonly ClientEdge[];
  readonly mirrors: readonly MirrorEdge[];
}

/**
 * What follows from who talks to whom: what each user may do, which groups read which topics, where brokers make topics.
 * It depends on the edges alone, and not on their order. Each part is found in one pass, when it is first asked for.
 */
export class Wiring {
  private consumerGroups: ConsumerGroups | undefined;
  private asked: ReadonlyMap<string, readonly Asked[]> | undefined;
  private creating: ReadonlySet<string> | undefined;
  private routes: Routes | undefined;

  constructor(private readonly edges: Edges) {}

  /** The consumer groups that read the topics. */
  get groups(): ConsumerGroups {
    return (this.consumerGroups ??= new ConsumerGroups(consumptions(this.edges)));
  }

  /** All that a user is granted: what was asked for it, by whatever reference, and what the mirrors need that it is. */
  grantsOf(user: UserIdentity): readonly GrantRecord[] {
    return this.askedOf(user).map(({ grant }) => grant);
  }

  /** The same, with who asked. */
  askedOf(user: UserIdentity): readonly Asked[] {
    this.asked ??= askedByUser(this.edges, this);
    return this.asked.get(userKey(user)) ?? [];
  }

  /** What a topic is called at another cluster, through whatever chain of mirrors; absent: none brings it there. */
  nameAt(topic: TopicIdentity, cluster: ClusterIdentity): string | undefined {
    this.routes ??= new Routes(this.edges.mirrors);
    return this.routes.nameAt(topic, cluster);
  }

  /** Whether somebody counts on the brokers of a cluster to make topics that are written to and not there. */
  needsTopicCreation(cluster: ClusterIdentity): boolean {
    this.creating ??= clustersThatCreate(this.edges);
    return this.creating.has(clusterKey(cluster));
  }
}

function consumptions({ users, clients }: Edges): Consumption[] {
  return [
    ...users.flatMap(({ cluster, asked }) =>
      consumptionsOfUser(
        cluster,
        asked.map(({ grant }) => grant),
      ),
    ),
    ...clients.flatMap(({ cluster, role }) => consumptionsOfClient(cluster, role)),
  ];
}

function askedByUser(
  { users, mirrors }: Edges,
  known: { readonly groups: ConsumerGroups },
): Map<string, readonly Asked[]> {
  const found = new Map<string, Asked[]>();
  const give = (user: UserIdentity, asked: readonly Asked[]): void => {
    const key = userKey(user);
    const others = found.get(key);
    if (!others) found.set(key, [...asked]);
    else for (const each of asked) others.push(each);
  };
  for (const user of users) give(user, user.asked);
  for (const { strategy, plan, sourceUsers, targetUser, by } of mirrors) {
    const { sources, target } = strategy.rights(plan, known.groups);
    const byMirror = (grant: GrantRecord): Asked => ({ grant, by });
    for (const [index, user] of sourceUsers.entries()) if (user) give(user, (sources[index] ?? []).map(byMirror));
    if (targetUser) give(targetUser, target.map(byMirror));
  }
  return found;
}

function clustersThatCreate({ users, clients, mirrors }: Edges): Set<string> {
  const keys = new Set<string>();
  for (const { cluster, asked } of users) {
    if (asked.some(({ grant }) => isIntent(grant) && grant.intent === 'create')) keys.add(clusterKey(cluster));
  }
  for (const { cluster, createTopic } of clients) if (createTopic) keys.add(clusterKey(cluster));
  for (const { strategy, plan } of mirrors) if (strategy.needsTopicCreation) keys.add(clusterKey(plan.target.cluster));
  return keys;
}
