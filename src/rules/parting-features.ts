import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { SiteFacts } from '../model/topology';
import { listenerFields } from './listener-fields';
import { objectRule } from './rule';

/** A cluster has nothing that its operator is about to lose. */
export const partingFeatures = objectRule({
  id: 'parting-features',
  summary: 'A cluster has nothing that the operator is about to drop: no ZooKeeper, no listener of the type ingress.',
  remedy: 'Change over before the next upgrade of the operator.',
  effect: 'warned',
  source:
    'The operator complains in the status of the Kafka (Strimzi 0.45.0 to 0.45.2, KafkaAssemblyOperator; 0.51.0 to 1.2.0, KafkaSpecChecker).',
  catalog: ['K-035', 'K-036'],
  releases: { since: '0.45' },
  nouns: ['kafkaCluster'],
  check(object, report) {
    const { record, site } = object;
    const { release } = site;
    if (record.zookeeper && staysWithZooKeeper(record) && release.takes.lastZooKeeper) {
      report({
        field: ['spec', 'zookeeper'],
        message: `Strimzi ${release.version} is the last that runs ZooKeeper.`,
        remedy: 'Migrate the metadata to KRaft before the next upgrade of the operator.',
      });
    }
    if (!release.takes.ingressParts) return;
    for (const { field, listener } of listenerFields(object)) {
      if (listener.type !== 'ingress') continue;
      report({
        field: [...field, 'type'],
        given: listener.type,
        message: `Listener "${listener.name}" is of the type ingress, which is deprecated.`,
        allowed: typesThatStay(site).join(', '),
        remedy: 'Move clients to a listener of another type.',
      });
    }
  },
});

/** What the annotation asks for besides is a migration, or the way back from one. */
export function staysWithZooKeeper({ mode, annotations = {} }: KafkaClusterRecord): boolean {
  const { 'strimzi.io/kraft': asked = 'disabled' } = annotations;
  return mode === 'zookeeper' && asked === 'disabled';
}

function typesThatStay({ release, platform }: SiteFacts): readonly string[] {
  const routes = [...(release.takes.tlsRoutes ? ['tlsroute'] : []), ...(platform === 'openshift' ? ['route'] : [])];
  return [...routes, 'loadbalancer', 'nodeport', 'cluster-ip'];
}
