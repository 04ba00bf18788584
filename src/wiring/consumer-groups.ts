import type { ClientRole } from '../model/client';
import { consumptionOf } from '../model/client-role';
import { isIntent, type GrantRecord } from '../model/grant';
import { clusterKey, type ClusterIdentity } from './identity';

/** A consumer group that reads a topic of a cluster. */
export interface Consumption {
  readonly cluster: ClusterIdentity;
  readonly topic: string;
  readonly group: string;
}

/** The groups that read the topics of all clusters. */
export class ConsumerGroups {
  private readonly clusters = new Map<string, Map<string, Set<string>>>();

  constructor(consumptions: Iterable<Consumption>) {
    for (const { cluster, topic, group } of consumptions) this.groupsAt(clusterKey(cluster), topic).add(group);
  }

  /** The groups that are known to read a topic of a cluster, in no order. */
  of(cluster: ClusterIdentity, topic: string): Iterable<string> {
    return this.clusters.get(clusterKey(cluster))?.get(topic) ?? [];
  }

  /** The groups that are known to read topics of a cluster that a test lets through, in no order. */
  *where(cluster: ClusterIdentity, isWanted: (topic: string) => boolean): Iterable<string> {
    for (const [topic, groups] of this.clusters.get(clusterKey(cluster)) ?? []) if (isWanted(topic)) yield* groups;
  }

  private groupsAt(key: string, topic: string): Set<string> {
    const topics = this.clusters.get(key) ?? new Map<string, Set<string>>();
    this.clusters.set(key, topics);
    const groups = topics.get(topic) ?? new Set<string>();
    topics.set(topic, groups);
    return groups;
  }
}

/** What a user reads, by the grants of its cluster. A grant for all names that begin alike tells of no topic. */
export function consumptionsOfUser(cluster: ClusterIdentity, grants: readonly GrantRecord[]): Consumption[] {
  return grants.flatMap((grant) => {
    if (!isIntent(grant) || grant.intent !== 'consume') return [];
    const { topic, group } = grant;
    return typeof topic === 'string' && typeof group === 'string' ? [{ cluster, topic, group }] : [];
  });
}

/** What a client application reads. It may do so without being a user. */
export function consumptionsOfClient(cluster: ClusterIdentity, role: ClientRole): Consumption[] {
  const { group, topics = [] } = consumptionOf(role) ?? {};
  return group === undefined ? [] : topics.map((topic) => ({ cluster, topic, group }));
}
