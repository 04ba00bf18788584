import type { FieldPath } from '../model/field';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { ListenerRecord } from '../model/listener';
import type { SiteFacts } from '../model/topology';
import { listenerFields } from './listener-fields';
import { objectRule, type Breach } from './rule';

/** Characters that a name of a Service, a label and a part of a host name may have. */
const LONGEST = 63;

/** The names that an operator makes are legal. */
export const derivedNames = objectRule({
  id: 'derived-names',
  summary: 'Names that the operator and OpenShift make of the name of a cluster have 63 characters at most.',
  remedy: 'Shorten the name of the cluster or of the listener; a route can have a host of its own.',
  effect: 'fails',
  source:
    'Kubernetes refuses Services and labels with longer ones, and OpenShift gives a Route without a host a longer part of one no host (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['N-004', 'N-005', 'N-007'],
  nouns: ['kafkaCluster'],
  check(object, report) {
    const { record, site } = object;
    for (const name of [`${record.name}-kafka-bootstrap`, ...entityOperatorNames(record)]) {
      if (name.length > LONGEST) report(tooLong(name, record.name, ['metadata', 'name']));
    }
    for (const { field, listener } of listenerFields(object)) {
      const name = longestName(record, listener, site);
      if (name.length > LONGEST) report(tooLong(name, listener.name, field));
    }
  },
});

function entityOperatorNames({ name, entityOperator }: KafkaClusterRecord): string[] {
  return entityOperator ? [`${name}-entity-operator`] : [];
}

/** What a listener alone is the cause of; the internal ones share the names of the cluster. */
function longestName(
  { name, namespace }: KafkaClusterRecord,
  { name: listener, type, configuration }: ListenerRecord,
  site: SiteFacts,
): string {
  if (type === 'internal') return '';
  const service = `${name}-kafka-${listener}-bootstrap`;
  const { host } = (configuration?.['bootstrap'] ?? {}) as { readonly host?: unknown };
  const isGenerated = type === 'route' && host === undefined;
  return isGenerated ? `${service}-${namespace ?? site.namespace}` : service;
}

function tooLong(name: string, given: string, field: FieldPath): Breach {
  return {
    field,
    given,
    allowed: `at most ${LONGEST} characters, ${name.length - LONGEST} less`,
    message: `The operator makes an object "${name}" of it, whose name has ${name.length} characters.`,
  };
}
