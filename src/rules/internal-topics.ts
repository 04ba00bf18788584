import { brokersText } from './brokers-text';
import { topologyRule } from './rule';

/** Settings of Kafka's own topics, what Kafka takes them to be, and what too few brokers cost. Some of them may not be seen. */
const OWN_TOPICS: readonly (readonly [setting: string, usual: number, what: string])[] = [
  ['offsets.topic.replication.factor', 3, 'No consumer group can keep its offsets'],
  ['transaction.state.log.replication.factor', 3, 'No producer can use transactions'],
];

/** Kafka can make the topics that it keeps for itself. */
export const internalTopics = topologyRule({
  id: 'internal-topics',
  summary: 'Kafka has enough brokers for the topics that it keeps for itself.',
  remedy: 'Set it to the number of brokers, or ask for more brokers.',
  effect: 'unlooked',
  source:
    'The operator looks at given settings alone (Strimzi 0.18.0 to 1.2.0); Kafka takes three where there are none, and makes no such topic on fewer brokers.',
  catalog: ['K-011'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      const brokers = topology.brokersOf(cluster);
      if (brokers === undefined || !(brokers >= 1)) continue;
      const { config = {} } = cluster.record;
      for (const [setting, usual, what] of OWN_TOPICS) {
        if (config[setting] !== undefined || brokers >= usual) continue;
        report(cluster, {
          field: ['spec', 'kafka', 'config', setting],
          allowed: brokersText(topology, cluster, brokers),
          message: `${what}: Kafka asks for ${usual} replicas of its own topic, unless it is told otherwise.`,
        });
      }
    }
  },
});
