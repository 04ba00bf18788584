import { topologyRule } from './rule';

const KINDS = [
  ['topic', 'topicOperator'],
  ['user', 'userOperator'],
] as const;

/** Somebody looks at the topics and users of a cluster. */
export const entityOperatorRuns = topologyRule({
  id: 'entity-operator-runs',
  summary: 'Topics and users are of Kafka clusters whose entity operator manages them.',
  remedy: 'Give the Kafka resource the topicOperator or userOperator in entityOperator.',
  effect: 'unlooked',
  source: 'Nobody makes them, and nothing tells (Strimzi 0.18.0 to 1.2.0, EntityOperator).',
  catalog: ['T-008', 'K-079'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      for (const [noun, operator] of KINDS) {
        const members = topology.membersOf(noun, cluster);
        const [first] = members;
        const { entityOperator } = cluster.record;
        // Where there is no entity operator at all, operators may have been installed by themselves.
        if (!first || !entityOperator || entityOperator[operator]) continue;
        report(cluster, {
          field: ['spec', 'entityOperator', operator],
          allowed: '{}',
          message: `Cluster ${cluster.record.name} has no ${operator}: nobody looks at its ${noun}s, such as ${first.record.name}.`,
        });
      }
    }
  },
});
