import { brokersText } from './brokers-text';
import { isManaged } from './managed-topics';
import { topologyRule } from './rule';

/** A topic has no more replicas than its cluster has brokers. */
export const topicReplicas = topologyRule({
  id: 'topic-replicas',
  summary: 'A topic has at least one replica and no more than its cluster has brokers.',
  remedy: 'Ask for fewer replicas, or for more brokers.',
  effect: 'refused',
  source: 'Kafka refuses the topic with InvalidReplicationFactor (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['T-018'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      const most = topology.brokersOf(cluster);
      if (most === undefined || !(most >= 1)) continue;
      for (const topic of topology.membersOf('topic', cluster).filter(isManaged)) {
        const { replicas, name } = topic.record;
        if (replicas === undefined || (replicas >= 1 && replicas <= most)) continue;
        report(topic, {
          field: ['spec', 'replicas'],
          given: replicas,
          allowed: brokersText(topology, cluster, most),
          message: `Topic "${name}" asks for ${replicas} replicas of each partition.`,
        });
      }
    }
  },
});
