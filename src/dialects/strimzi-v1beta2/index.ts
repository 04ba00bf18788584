import type { StrimziDialect } from '../dialect';
import { API_VERSION } from './api';
import { kafkaCluster } from './kafka-cluster';
import { mirrorMaker } from './mirror-maker';
import { mirrorMaker2 } from './mirror-maker-2';
import { nodePool } from './node-pool';
import { topic } from './topic';
import { user } from './user';

/** Strimzi 0.45.2: ZooKeeper or KRaft, node pools, MirrorMaker 1 and 2. */
export const dialect: StrimziDialect = {
  kafkaCluster,
  nodePool,
  topic,
  user,
  mirrorMaker,
  mirrorMaker2,
  others: {
    KafkaConnect: API_VERSION,
    KafkaConnectS2I: API_VERSION,
    KafkaBridge: API_VERSION,
    KafkaConnector: API_VERSION,
    KafkaRebalance: API_VERSION,
  },
};
