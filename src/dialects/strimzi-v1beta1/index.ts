import type { StrimziDialect } from '../dialect';
import { API_VERSION, ALPHA_API_VERSION } from './api';
import { kafkaCluster } from './kafka-cluster';
import { mirrorMaker } from './mirror-maker';
import { mirrorMaker2 } from './mirror-maker-2';
import { nodePool } from './node-pool';
import { topic } from './topic';
import { user } from './user';

/** Strimzi 0.18.0: ZooKeeper, three listeners, MirrorMaker 1, MirrorMaker 2 in alpha. */
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
    KafkaBridge: ALPHA_API_VERSION,
    KafkaConnector: ALPHA_API_VERSION,
    KafkaRebalance: ALPHA_API_VERSION,
  },
};
