import { placesOf, type Place } from './places';
import { objectRule } from './rule';

/** Parts of a Kafka resource that have storage for numbered nodes, and what a node of theirs is called. */
const PARTS = [
  ['kafka', 'broker'],
  ['zookeeper', 'ZooKeeper node'],
] as const;

/** A storage class of a single node is of a node that there is. */
export const storageOverrides = objectRule({
  id: 'storage-overrides',
  summary: 'Storage classes of single nodes are of nodes that there are.',
  remedy: 'Give the number of a node, or leave it out until there is one.',
  effect: 'ignored',
  source:
    'The operator looks for the number of a node among them, and uses no other (Strimzi 0.18.0 to 0.45.2, PersistentVolumeClaimUtils).',
  releases: { until: '0.45' },
  catalog: ['S-018'],
  nouns: ['kafkaCluster'],
  check({ record, manifest }, report) {
    const counts = {
      kafka: record.nodePools ? undefined : record.brokers?.replicas,
      zookeeper: record.zookeeper?.replicas,
    };
    for (const [part, what] of PARTS) {
      const count = counts[part];
      if (count === undefined || count < 1) continue;
      for (const { field, value: given } of brokersIn(manifest, `spec.${part}.storage`)) {
        if (typeof given !== 'number' || (given >= 0 && given < count)) continue;
        report({ field, given, allowed: `0 to ${count - 1}`, message: `There is no ${what} ${given}.` });
      }
    }
  },
});

function brokersIn(manifest: unknown, storage: string): readonly Place[] {
  return [storage, `${storage}.volumes.*`].flatMap((at) => placesOf(manifest, `${at}.overrides.*.broker`));
}
