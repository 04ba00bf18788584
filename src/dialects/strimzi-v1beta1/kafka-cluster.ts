import { kafkaClusterCodec } from '../common/kafka-cluster';
import { API_VERSION } from './api';
import { PLACED } from './listeners';

/** Kafka: brokers and ZooKeeper in one object, a fixed set of listeners. */
export const kafkaCluster = kafkaClusterCodec(API_VERSION, {
  listeners: PLACED,
  modeOf: () => ({ mode: 'zookeeper', nodePools: false }),
  nodes: true,
  interval: 'seconds',
});
