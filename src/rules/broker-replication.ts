import { brokersByCluster } from './brokers';
import type { Rule } from './rule';

const BOUNDED = [
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
  'transaction.state.log.min.isr',
  'default.replication.factor',
  'min.insync.replicas',
];

/** Broker settings ask for no more replicas than there are brokers. */
export const brokerReplication: Rule = {
  id: 'broker-replication',
  summary: 'Broker settings ask for no more replicas than there are brokers.',
  remedy: 'Lower the setting, or ask for more brokers.',
  source: 'The operator refuses them with InvalidResource (Strimzi 0.18.0 to 1.2.0, KafkaCluster).',
  check: (site, report) => {
    const brokers = brokersByCluster(site);
    for (const { record, path } of site.records.kafkaCluster) {
      const most = brokers.get(record.name);
      if (most === undefined || !(most >= 1)) continue;
      for (const key of BOUNDED) {
        const given = record.config?.[key];
        if (given === undefined || Number(given) <= most) continue;
        report({
          path,
          field: `spec.kafka.config["${key}"]`,
          given,
          allowed: `a whole number up to ${most}, the brokers of ${record.name}`,
          message: `${key} asks for more than there are brokers.`,
        });
      }
    }
  },
};
