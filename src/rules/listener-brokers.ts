import { map } from '../model/guarded';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import { listenerFields } from './listener-fields';
import { placesOf } from './places';
import { objectRule } from './rule';

/** What is said of single brokers is said of brokers that there are. */
export const listenerBrokers = objectRule({
  id: 'listener-brokers',
  summary: 'What a listener says of single brokers is of nodes of the cluster, and of each once.',
  remedy: 'Give the number of a node of the cluster, each once.',
  effect: 'ignored',
  source:
    'The operator writes to its log that there is no such broker, and takes the first of two entries (Strimzi 0.18.0 to 1.2.0, ListenersValidator, ListenersUtils).',
  catalog: ['L-039'],
  nouns: ['kafkaCluster'],
  check(object, report) {
    const count = countOf(object.record);
    for (const { field: at, listener } of listenerFields(object)) {
      const seen = new Set<unknown>();
      for (const { field, value } of placesOf(listener.configuration, 'brokers.*')) {
        const { broker } = map(value);
        if (typeof broker !== 'number') continue;
        const isMissing = count !== undefined && broker >= count;
        if (isMissing || seen.has(broker)) {
          report({
            field: [...at, 'configuration', ...field, 'broker'],
            given: broker,
            allowed: count === undefined ? 'each broker once' : `0 to ${count - 1}, each once`,
            message: isMissing
              ? `${object.record.name} has no broker ${broker}.`
              : `Broker ${broker} has an entry already, and that one counts.`,
          });
        }
        seen.add(broker);
      }
    }
  },
});

/** How many brokers there are, numbered from 0. The operator gives those of node pools numbers that nobody can tell. */
function countOf({ nodePools, brokers }: KafkaClusterRecord): number | undefined {
  return nodePools ? undefined : brokers?.replicas;
}
