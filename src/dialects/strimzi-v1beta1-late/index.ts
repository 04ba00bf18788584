import type { KafkaBridgeManifest, KafkaManifest } from '../../../imports/strimzi-v1beta1';
import { bridgeCodec } from '../common/bridge';
import { kafkaClusterCodec } from '../common/kafka-cluster';
import type { StrimziDialect } from '../dialect';
import { dialect as earlier } from '../strimzi-v1beta1';
import { ALPHA_API_VERSION, API_VERSION } from '../strimzi-v1beta1/api';
import type { Lacks as BridgeLacks } from '../strimzi-v1beta1/bridge';
import { DIFFERENCES, type Lacks } from '../strimzi-v1beta1/kafka-cluster';
import { PLACED_OR_LISTED, type PlacedOrListedShape } from './listeners';

/** Strimzi 0.20 and 0.21: the API of 0.18, where listeners may also be a list, of any name and port, and a bridge logs with log4j 2. */
export const dialect: StrimziDialect = {
  ...earlier,
  kafkaCluster: kafkaClusterCodec<KafkaManifest, PlacedOrListedShape, Lacks>(API_VERSION, {
    ...DIFFERENCES,
    listeners: PLACED_OR_LISTED,
  }),
  bridge: bridgeCodec<KafkaBridgeManifest, BridgeLacks>(ALPHA_API_VERSION, {
    files: 'inline',
    loggingKey: 'log4j2.properties',
  }),
};
