import { OPERATIONS_OF, RESOURCE_RANKS, type AclResource, type Operation } from '../model/acl';
import { Authorizer, principalOf } from '../model/authorizer';
import { topicNameOf } from '../model/topic';
import type { Placed, Topology } from '../model/topology';
import type { UserRecord } from '../model/user';
import { needsOf, type Need } from '../wiring/needs';
import type { Access, AccessCell, AccessLack, AccessPlace } from './access-types';
import { KnownNames } from './known-names';
import { explainedRule, neededRights, type NeededRight } from './needed-rights';

/**
 * Who may do what, and why.
 * @param only - name of the users that it is about; absent: all
 */
export function accessAt(topology: Topology, only?: string): Access {
  const authorizer = new Authorizer(topology);
  const clusters = clustersOf(topology);
  const found = { users: [], cells: [], rules: [], lacks: [] } as {
    -readonly [Part in keyof Access]: Access[Part][number][];
  };
  for (const cluster of clusters) {
    for (const user of cluster.users) {
      if (only !== undefined && user.record.name !== only) continue;
      const { name, acls = [] } = user.record;
      const place: AccessPlace = { cluster: cluster.name, user: name };
      const standing = authorizer.standingOf(user);
      const because = standing.is !== 'bound' && { because: standing.because };
      found.users.push({ ...place, principal: principalOf(user.record), is: standing.is, ...because });
      const needed = neededRights(cluster.needs.get(name) ?? []);
      found.rules.push(...acls.map((acl) => explainedRule(place, acl, needed)));
      if (standing.is !== 'bound') continue;
      const { bounds } = standing;
      const may = (operation: Operation, resource: AclResource, host = '*'): boolean =>
        isOne(resource)
          ? authorizer.can(user, { operation, resource, host }).verdict === 'allowed'
          : bounds.mostlyAllow({ operation, resource, host });
      found.cells.push(...cellsOf(user.record, cluster, may).map((cell) => ({ ...place, ...cell })));
      found.lacks.push(...lacksOf(user.record, needed, cluster, may).map((lack) => ({ ...place, ...lack })));
    }
  }
  return found;
}

type May = (operation: Operation, resource: AclResource, host?: string) => boolean;

/** A cluster, seen or not, with what is known to be there. */
interface AccessCluster {
  readonly name: string;
  readonly users: readonly Placed<UserRecord>[];
  /** Topics that are described. */
  readonly topics: ReadonlySet<string>;
  /** What has a name, in a rule or by itself. */
  readonly named: KnownNames;
  /** What programs need, by the names of their users. */
  readonly needs: ReadonlyMap<string, readonly Need[]>;
}

function clustersOf(topology: Topology): readonly AccessCluster[] {
  const needs = grouped(needsOf(topology), ({ cluster }) => cluster);
  const groups = topology.byCluster('user').flatMap((users) => {
    const [first] = users;
    return first ? [{ key: topology.keyOfMember(first), users, name: first.record.cluster }] : [];
  });
  const names = grouped(groups, ({ name }) => name);
  return groups
    .map(({ key, users, name }): AccessCluster => {
      const [user] = users;
      const cluster = user && topology.clusterOf(user);
      const topics = cluster ? topology.membersOf('topic', cluster).map(({ record }) => topicNameOf(record)) : [];
      const own = needs.get(key) ?? [];
      return {
        name: (names.get(name)?.length ?? 0) > 1 ? key.replaceAll('\0', '/') : name,
        users: [...users].sort((a, b) => compare(a.record.name, b.record.name)),
        topics: new Set(topics),
        named: namedThings(topics, users, own),
        needs: grouped(own, (need) => need.user),
      };
    })
    .sort((a, b) => compare(a.name, b.name));
}

/** Everything with a name of its own: topics that are described, and what rules and programs name. */
function namedThings(
  topics: readonly string[],
  users: readonly Placed<UserRecord>[],
  needs: readonly Need[],
): KnownNames {
  const known = new KnownNames();
  for (const name of topics) known.add({ type: 'topic', name });
  for (const { record } of users) for (const { resource } of record.acls ?? []) known.add(resource);
  for (const { resource } of neededRights(needs)) known.add(resource);
  return known;
}

/**
 * What a user may do, with each thing that a rule of it is about: what rules name, and the known things that they mean. Of
 * all that begins alike it tells what holds for those that have no cell of their own.
 */
function cellsOf({ acls = [] }: UserRecord, { named }: AccessCluster, may: May): Omit<AccessCell, keyof AccessPlace>[] {
  const rows = new Map<string, AclResource>();
  for (const { resource } of acls) {
    for (const thing of [plain(resource), ...named.within(resource)]) rows.set(keyOf(thing), thing);
  }
  return [...rows]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([, resource]) => {
      const operations = OPERATIONS_OF[resource.type].filter((operation) => may(operation, resource));
      return operations.length === 0 ? [] : [{ resource, operations }];
    });
}

/** Where a program comes from is not known: what is allowed from somewhere is not told as lacking. */
function lacksOf(
  { acls = [] }: UserRecord,
  needed: readonly NeededRight[],
  { topics }: AccessCluster,
  may: May,
): Omit<AccessLack, keyof AccessPlace>[] {
  const hosts = [...new Set(['*', ...acls.map(({ host = '*' }) => host)])];
  const isThere = ({ operation, resource }: NeededRight): boolean =>
    operation === 'Create' && resource.type === 'topic' && topics.has(resource.name);
  return needed
    .filter((right) => isOne(right.resource) && !isThere(right))
    .filter(({ operation, resource }) => !hosts.some((host) => may(operation, resource, host)))
    .map(({ operation, resource, reason, by }) => ({ operation, resource, reason, by }));
}

/** Whether a resource stands for one thing. */
function isOne(resource: AclResource): boolean {
  return resource.type === 'cluster' || (resource.patternType !== 'prefix' && resource.name !== '*');
}

function plain(resource: AclResource): AclResource {
  return resource.type === 'cluster' ? resource : { ...resource, patternType: resource.patternType ?? 'literal' };
}

/** What a resource is, as text that sorts. */
function keyOf(resource: AclResource): string {
  const { type } = resource;
  const named = type === 'cluster' ? '' : `${resource.name}\0${resource.patternType ?? 'literal'}`;
  return `${RESOURCE_RANKS[type]}${type}\0${named}`;
}

function grouped<T>(all: readonly T[], key: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const known = groups.get(key(each));
    if (known) known.push(each);
    else groups.set(key(each), [each]);
  }
  return groups;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
