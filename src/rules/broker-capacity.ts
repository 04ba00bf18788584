import { objectRule } from './rule';

/** What single brokers can bear is said once of each. */
export const brokerCapacity = objectRule({
  id: 'broker-capacity',
  summary: 'Capacities of single brokers are of brokers that there can be, each of them once.',
  remedy: 'Leave the broker out of one of the two.',
  effect: 'ignored',
  source:
    'The operator takes the first, and says so in its log alone (Strimzi 0.33.0 to 1.2.0, CapacityConfiguration).',
  catalog: ['CC-014', 'CC-021'],
  nouns: ['kafkaCluster'],
  check({ record: { cruiseControl } }, report) {
    const seen = new Set<number>();
    for (const [index, { brokers }] of (cruiseControl?.capacity?.overrides ?? []).entries()) {
      for (const [each, given] of brokers.entries()) {
        const field = ['spec', 'cruiseControl', 'brokerCapacity', 'overrides', index, 'brokers', each];
        if (given < 0) {
          report({
            field,
            given,
            allowed: 'a number from 0',
            message: 'No broker has this number.',
            remedy: 'Leave it out.',
          });
        } else if (seen.has(given)) {
          report({
            field,
            given,
            allowed: 'each broker once',
            message: `The capacity of broker ${given} is said before.`,
          });
        }
        seen.add(given);
      }
    }
  },
});
