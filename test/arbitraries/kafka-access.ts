import fc from 'fast-check';
import type { KafkaAccessRecord } from '../../src/model/kafka-access';
import { identity, name, record } from './strimzi';

const word = fc.stringMatching(/^[a-z][-a-z0-9.]{0,12}$/);
const marks = fc.dictionary(word, word, { maxKeys: 2 });

/** KafkaAccesses at random. */
export const kafkaAccesses: fc.Arbitrary<KafkaAccessRecord> = record(
  { name, cluster: name },
  {
    ...identity,
    clusterNamespace: name,
    listener: name,
    user: record({ name }, { namespace: name }),
    secretName: name,
    secretMetadata: record({}, { labels: marks, annotations: marks }),
  },
);
