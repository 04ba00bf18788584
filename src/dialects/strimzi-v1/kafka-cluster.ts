import { kafkaClusterCodec } from '../common/kafka-cluster';
import { LISTED } from '../common/listeners';
import { API_VERSION } from './api';

/** Kafka: KRaft and node pools, without a word about it. */
export const kafkaCluster = kafkaClusterCodec(API_VERSION, {
  listeners: LISTED,
  modeOf: () => ({ mode: 'kraft', nodePools: true }),
  nodes: false,
  interval: 'milliseconds',
});
