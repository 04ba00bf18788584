import type { EntityProgram } from '../model/entity-operator';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
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
        if (!first || !entityOperator) continue;
        const field = ['spec', 'entityOperator', operator];
        const rest = `nobody looks at its ${noun}s, such as ${first.record.name}.`;
        const program = entityOperator[operator];
        if (!program) {
          report(cluster, {
            field,
            allowed: '{}',
            message: `Cluster ${cluster.record.name} has no ${operator}: ${rest}`,
          });
        } else if (looksAway(program, cluster.record)) {
          report(cluster, {
            field: [...field, 'watchedNamespace'],
            given: program.watchedNamespace,
            allowed: cluster.record.namespace,
            message: `The ${operator} of cluster ${cluster.record.name} looks at another namespace: ${rest}`,
            remedy: `Have it watch the namespace of the cluster, or move the ${noun}s.`,
          });
        }
      }
    }
  },
});

/** Whoever applies a cluster without a namespace decides which one it is. */
function looksAway({ watchedNamespace }: EntityProgram, { namespace }: KafkaClusterRecord): boolean {
  return watchedNamespace !== undefined && namespace !== undefined && watchedNamespace !== namespace;
}
