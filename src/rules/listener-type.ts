import { listenerFields } from './listener-fields';
import { objectRule } from './rule';

/** Listeners are of types that stay. */
export const listenerType = objectRule({
  id: 'listener-type',
  summary: 'A listener is of a type that the operator means to keep.',
  remedy: 'Move clients to a listener of type tlsroute, route, loadbalancer or nodeport.',
  effect: 'warned',
  source: 'The operator complains of ingress in the status of the Kafka (Strimzi 0.51.0 to 1.2.0, KafkaSpecChecker).',
  releases: { since: '0.51' },
  catalog: ['K-035'],
  nouns: ['kafkaCluster'],
  check(object, report) {
    for (const { field, listener } of listenerFields(object)) {
      if (listener.type !== 'ingress') continue;
      report({
        field: [...field, 'type'],
        given: listener.type,
        allowed: 'tlsroute, route, loadbalancer, nodeport',
        message: `Listener "${listener.name}" is of type ingress, which the operator will give up.`,
      });
    }
  },
});
