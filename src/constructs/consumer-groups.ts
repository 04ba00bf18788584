import type { IKafkaCluster } from './kafka-cluster';

const GROUPS = new WeakMap<IKafkaCluster, Map<string, Set<string>>>();

/** Notes that a consumer group reads a topic of a cluster. */
export function noteGroup(cluster: IKafkaCluster, topicName: string, group: string): void {
  const topics = GROUPS.get(cluster) ?? new Map<string, Set<string>>();
  GROUPS.set(cluster, topics);
  const groups = topics.get(topicName) ?? new Set<string>();
  topics.set(topicName, groups);
  groups.add(group);
}

/** The consumer groups that are known to read a topic of a cluster, in order. */
export function groupsOf(cluster: IKafkaCluster, topicName: string): readonly string[] {
  return [...(GROUPS.get(cluster)?.get(topicName) ?? [])].sort();
}
