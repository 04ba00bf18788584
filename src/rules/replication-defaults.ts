import type { Config } from '../model/resource';
import { isSlip } from '../text/nearest';
import { topologyRule } from './rule';

const SETTINGS = ['default.replication.factor', 'min.insync.replicas'];

/** Several brokers say how many replicas topics have. */
export const replicationDefaults = topologyRule({
  id: 'replication-defaults',
  summary: 'A cluster of several brokers says how many replicas a topic has, and how many have to be in sync.',
  remedy: 'Set it in spec.kafka.config: 3 and 2 are usual for three brokers.',
  effect: 'warned',
  source: 'The operator complains in the status of the Kafka (Strimzi 0.27.1 to 1.2.0, KafkaSpecChecker).',
  catalog: ['K-021', 'K-022', 'K-020'],
  releases: { since: '0.27' },
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      const brokers = topology.brokersOf(cluster);
      const { config = {} } = cluster.record;
      if (brokers === undefined || brokers < 2) continue;
      for (const setting of SETTINGS.filter((each) => config[each] === undefined && !isMisspelt(each, config))) {
        report(cluster, {
          field: ['spec', 'kafka', 'config', setting],
          allowed: `1 to ${brokers}, the brokers of the cluster`,
          message: `Kafka takes 1 for ${setting} where nothing is said, though the cluster has ${brokers} brokers.`,
        });
      }
    }
  },
});

/** Whether it is there under a name that has a slip, which is told of that name. */
function isMisspelt(setting: string, config: Config): boolean {
  return Object.keys(config).some((name) => isSlip(name, setting));
}
