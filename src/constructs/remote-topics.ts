import type { IConstruct } from 'constructs';
import { faultFinding, type Finding } from '../check/finding';
import { clusterKey, type TopicIdentity } from '../wiring/identity';
import { registerOf, type RemoteTopic } from './register';

/** Warns of topics that somebody counts on mirrors to bring to a cluster, where none brings them and none are described. */
export function topicsThatStayAway(root: IConstruct): { cluster: RemoteTopic['to']; finding: Finding }[] {
  const missing = registerOf(root).missing();
  if (missing.length === 0) return [];
  const described = new Set(root.node.findAll().flatMap((construct) => (isTopic(construct) ? [keyOf(construct)] : [])));
  const told = new Map<string, { cluster: RemoteTopic['to']; finding: Finding }>();
  for (const { topic, to } of missing) {
    if (described.has(keyOf({ topicName: topic.topicName, cluster: to }))) continue;
    const key = `${keyOf(topic)}\0${clusterKey(to)}`;
    if (!told.has(key)) told.set(key, { cluster: to, finding: warningOf(topic, to) });
  }
  return [...told.values()];
}

function warningOf({ topicName, cluster }: TopicIdentity, to: RemoteTopic['to']): Finding {
  return faultFinding({
    rule: 'topic-arrives',
    path: to.node.path,
    given: `${topicName} of ${cluster.clusterName}`,
    message: `No mirror brings topic "${topicName}" of ${cluster.clusterName} to ${to.clusterName}; it is taken to have that name there.`,
    remedy: `Mirror it; or say KafkaTopic.fromTopicName(cluster, '${topicName}') where somebody else brings it.`,
  });
}

function isTopic(construct: IConstruct): construct is IConstruct & TopicIdentity {
  return 'topicName' in construct && 'cluster' in construct;
}

function keyOf({ topicName, cluster }: TopicIdentity): string {
  return `${clusterKey(cluster)}\0${topicName}`;
}
