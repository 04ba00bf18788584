import type { KafkaManifest } from '../../../imports/strimzi-v1beta2';
import { kafkaClusterCodec } from '../common/kafka-cluster';
import type { ListedShape } from '../common/listeners';
import type { StrimziDialect } from '../dialect';
import { dialect as later } from '../strimzi-v1beta2';
import { API_VERSION } from '../strimzi-v1beta2/api';
import { DIFFERENCES, type Lacks } from '../strimzi-v1beta2/kafka-cluster';

/** Strimzi 0.38 to 0.41: the API that later releases have, with the intervals of operators in seconds. */
export const dialect: StrimziDialect = {
  ...later,
  kafkaCluster: kafkaClusterCodec<KafkaManifest, ListedShape, Lacks>(API_VERSION, {
    ...DIFFERENCES,
    interval: 'seconds',
  }),
};
