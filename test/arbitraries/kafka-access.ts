import type fc from 'fast-check';
import type { KafkaAccessRecord } from '../../src/model/kafka-access';
import { record } from './records';
import { identity, name, objects } from './strimzi-workloads';

/** KafkaAccesses at random. */
export const kafkaAccesses: fc.Arbitrary<KafkaAccessRecord> = record(
  { name, cluster: name },
  {
    ...identity,
    clusterNamespace: name,
    listener: name,
    user: record({ name }, { namespace: name }),
    secretName: name,
    secretMetadata: objects(['secret']).map(({ secret = {} }) => secret),
  },
);
