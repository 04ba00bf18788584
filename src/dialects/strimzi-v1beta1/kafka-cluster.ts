import { kafkaClusterCodec, type KafkaClusterDifferences } from '../common/kafka-cluster';
import { API_VERSION } from './api';
import { PLACED } from './listeners';

/** How the API spells a cluster. */
export const DIFFERENCES: Omit<KafkaClusterDifferences<object>, 'listeners'> = {
  modeOf: () => ({ mode: 'zookeeper', nodePools: false }),
  nodes: true,
  interval: 'seconds',
};

/** Kafka: brokers and ZooKeeper in one object, a fixed set of listeners. */
export const kafkaCluster = kafkaClusterCodec(API_VERSION, { ...DIFFERENCES, listeners: PLACED });
