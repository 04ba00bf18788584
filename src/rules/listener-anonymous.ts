import type { KafkaClusterRecord } from '../model/kafka-cluster';
import { listenerFields } from './listener-fields';
import { objectRule } from './rule';

/** The name of whoever comes without credentials. */
const NOBODY = 'ANONYMOUS';

/** Somebody may do something at a listener. */
export const listenerAnonymous = objectRule({
  id: 'listener-anonymous',
  summary: 'A listener of a cluster with ACLs asks who a client is: nobody may do anything without a name.',
  remedy: 'Give the listener authentication, or remove it.',
  effect: 'unlooked',
  source:
    'Kafka takes such clients for User:ANONYMOUS, whom no KafkaUser can have rights for (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['L-063'],
  nouns: ['kafkaCluster'],
  check(object, report) {
    if (object.record.authorization?.type !== 'simple' || mayPass(object.record)) return;
    for (const { field, listener } of listenerFields(object)) {
      if (listener.authentication !== undefined) continue;
      report({
        field: [...field, 'authentication'],
        allowed: 'tls, scram-sha-512',
        message: `Clients at listener "${listener.name}" have no name, and so no rights.`,
      });
    }
  },
});

function mayPass({ authorization, config = {} }: KafkaClusterRecord): boolean {
  const isSuper = authorization?.superUsers?.includes(NOBODY) ?? false;
  return isSuper || String(config['allow.everyone.if.no.acl.found']) === 'true';
}
