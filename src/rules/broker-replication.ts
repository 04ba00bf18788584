import { brokersText } from './brokers-text';
import { topologyRule } from './rule';

/** The operator lets it be; producers with acks=all fail. */
const MIN_ISR = 'min.insync.replicas';

/** Settings, and those that say less of the same topics where they do: what is beyond those has been told. */
const BOUNDED: readonly (readonly [setting: string, replicas?: string])[] = [
  ['offsets.topic.replication.factor'],
  ['transaction.state.log.replication.factor'],
  ['transaction.state.log.min.isr', 'transaction.state.log.replication.factor'],
  ['default.replication.factor'],
  [MIN_ISR, 'default.replication.factor'],
];

/** Broker settings ask for no more replicas than there are brokers. */
export const brokerReplication = topologyRule({
  id: 'broker-replication',
  summary: 'Broker settings ask for no more replicas than there are brokers.',
  remedy: 'Lower the setting, or ask for more brokers.',
  effect: 'refused',
  source:
    'The operator refuses them with InvalidResource (Strimzi 0.18.0 to 1.2.0, KafkaCluster), all but min.insync.replicas.',
  catalog: ['K-003', 'K-004', 'K-005', 'K-006', 'K-007', 'K-008', 'K-009'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      const most = topology.brokersOf(cluster);
      if (most === undefined || !(most >= 1)) continue;
      const { config = {} } = cluster.record;
      for (const [key, replicas = ''] of BOUNDED) {
        const given = config[key];
        if (given === undefined || Number(given) <= most || Number(given) > Number(config[replicas])) continue;
        report(cluster, {
          effect: key === MIN_ISR ? 'fails' : 'refused',
          field: ['spec', 'kafka', 'config', key],
          given,
          allowed: brokersText(topology, cluster, most),
          message: `${key} asks for more than there are brokers.`,
        });
      }
    }
  },
});
