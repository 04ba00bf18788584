import { brokersByCluster } from './brokers';
import type { Rule } from './rule';

/** A topic has no more replicas than its cluster has brokers. */
export const topicReplicas: Rule = {
  id: 'topic-replicas',
  summary: 'A topic has at least one replica and no more than its cluster has brokers.',
  remedy: 'Ask for fewer replicas, or for more brokers.',
  source: 'Kafka refuses the topic with InvalidReplicationFactor (Strimzi 0.18.0 to 1.2.0).',
  check: (site, report) => {
    const brokers = brokersByCluster(site);
    for (const { record, path } of site.records.topic) {
      const most = brokers.get(record.cluster);
      if (record.replicas === undefined || most === undefined || !(most >= 1)) continue;
      if (record.replicas >= 1 && record.replicas <= most) continue;
      report({
        path,
        field: 'spec.replicas',
        given: record.replicas,
        allowed: `1 to ${most}, the brokers of ${record.cluster}`,
        message: `Topic "${record.name}" asks for ${record.replicas} replicas of each partition.`,
      });
    }
  },
};
