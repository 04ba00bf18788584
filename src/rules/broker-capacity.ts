import type { KafkaClusterRecord } from '../model/kafka-cluster';
import { placesOf } from './places';
import { objectRule, type Breach } from './rule';

/** What single brokers can bear is said once of each. */
export const brokerCapacity = objectRule({
  id: 'broker-capacity',
  summary: 'Capacities of single brokers are of brokers that there can be, each of them once.',
  remedy: 'Leave the broker out of one of the two.',
  effect: 'ignored',
  source:
    'The operator takes the first, and says so in its log alone (Strimzi 0.33.0 to 1.2.0, CapacityConfiguration).',
  catalog: ['CC-013', 'CC-014', 'CC-016', 'CC-021'],
  nouns: ['kafkaCluster'],
  check({ record, manifest, site }, report) {
    for (const breach of site.release.takes.networkText ? textBreaches(manifest) : []) report(breach);
    for (const breach of brokerBreaches(record)) report(breach);
  },
});

function brokerBreaches({ cruiseControl, nodePools, brokers: own }: KafkaClusterRecord): Breach[] {
  // Numbers of the nodes of pools are the operator's to give.
  const count = nodePools ? undefined : own?.replicas;
  const seen = new Set<number>();
  return (cruiseControl?.capacity?.overrides ?? []).flatMap(({ brokers }, index) =>
    brokers.flatMap((given, each): Breach[] => {
      const field = ['spec', 'cruiseControl', 'brokerCapacity', 'overrides', index, 'brokers', each];
      const isKnown = seen.has(given);
      seen.add(given);
      if (given < 0 || (count !== undefined && given >= count)) {
        const allowed = count === undefined ? 'a number from 0' : `0 to ${count - 1}`;
        return [{ field, given, allowed, message: 'No broker has this number.', remedy: 'Leave it out.' }];
      }
      if (!isKnown) return [];
      return [
        { field, given, allowed: 'each broker once', message: `The capacity of broker ${given} is said before.` },
      ];
    }),
  );
}

const OF_NETWORK = ['inboundNetwork', 'outboundNetwork'];

/** Words around a capacity, which the schema of early releases lets through. */
function textBreaches(manifest: unknown): Breach[] {
  return OF_NETWORK.flatMap((name) => placesOf(manifest, `spec.cruiseControl.brokerCapacity.${name}`)).flatMap(
    ({ field, value: given }) => {
      if (typeof given !== 'string' || /^\d+([KMG]i?)?B\/s$/.test(given) || !/\d([KMG]i?)?B\/s/.test(given)) return [];
      const message = 'Nobody looks at what stands around the number: the capacity may be another.';
      return [
        {
          field,
          given,
          effect: 'unlooked',
          allowed: 'a capacity alone, such as 10000KB/s',
          message,
          remedy: 'Leave the words out.',
        },
      ];
    },
  );
}
