import { topologyRule } from './rule';

const BOUNDED = [
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
  'transaction.state.log.min.isr',
  'default.replication.factor',
  'min.insync.replicas',
];

/** Broker settings ask for no more replicas than there are brokers. */
export const brokerReplication = topologyRule({
  id: 'broker-replication',
  summary: 'Broker settings ask for no more replicas than there are brokers.',
  remedy: 'Lower the setting, or ask for more brokers.',
  effect: 'refused',
  source: 'The operator refuses them with InvalidResource (Strimzi 0.18.0 to 1.2.0, KafkaCluster).',
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      const most = topology.brokersOf(cluster);
      if (most === undefined || !(most >= 1)) continue;
      const { config = {}, name } = cluster.record;
      for (const key of BOUNDED) {
        const given = config[key];
        if (given === undefined || Number(given) <= most) continue;
        report(cluster, {
          field: ['spec', 'kafka', 'config', key],
          given,
          allowed: `a whole number up to ${most}, the brokers of ${name}`,
          message: `${key} asks for more than there are brokers.`,
        });
      }
    }
  },
});
