import type { Rule } from './rule';

/** A cluster has nodes. */
export const kafkaClusterNodes: Rule = {
  id: 'kafka-cluster-nodes',
  summary: 'Brokers, controllers and ZooKeeper nodes are whole numbers of at least one.',
  remedy: 'Ask for one node at least.',
  source: 'The operator refuses a cluster without nodes with InvalidResource (Strimzi 0.18.0 to 1.2.0).',
  check: ({ records }, report) => {
    const check = (path: string, field: string, given: number): void => {
      if (Number.isInteger(given) && given >= 1) return;
      report({ path, field, given, allowed: 'a whole number from 1', message: `There cannot be ${given} nodes.` });
    };
    for (const { record, path } of records.kafkaCluster) {
      if (record.brokers) check(path, 'spec.kafka.replicas', record.brokers.replicas);
      if (record.zookeeper) check(path, 'spec.zookeeper.replicas', record.zookeeper.replicas);
    }
    for (const { record, path } of records.nodePool) check(path, 'spec.replicas', record.replicas);
  },
};
