import { objectRule } from './rule';

/** Settings that ask for replicas in sync, and those that say how many replicas there are. */
const PAIRS = [
  ['min.insync.replicas', 'default.replication.factor'],
  ['transaction.state.log.min.isr', 'transaction.state.log.replication.factor'],
] as const;

/** Broker settings ask for no more replicas in sync than they make. */
export const brokerInSync = objectRule({
  id: 'broker-in-sync',
  summary: 'Broker settings ask for no more replicas in sync than they make.',
  remedy: 'Lower the one setting, or raise the other.',
  effect: 'fails',
  source:
    'Nobody compares the two (Strimzi 0.18.0 to 1.2.0): producers with acks=all, and transactions, fail with NotEnoughReplicas.',
  catalog: ['K-010'],
  nouns: ['kafkaCluster'],
  check({ record: { config = {} } }, report) {
    for (const [inSync, replicas] of PAIRS) {
      const [given, most] = [config[inSync], config[replicas]];
      if (given === undefined || !(Number(most) >= 1 && Number(given) > Number(most))) continue;
      report({
        field: ['spec', 'kafka', 'config', inSync],
        given,
        allowed: `at most ${String(most)}, which is ${replicas}`,
        message: `Topics that are made with ${replicas} can never have ${given} replicas in sync.`,
      });
    }
  },
});
