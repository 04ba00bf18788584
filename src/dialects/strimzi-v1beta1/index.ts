import { absent } from '../common/codec';
import type { StrimziDialect } from '../dialect';
import { API_VERSION } from './api';
import { bridge } from './bridge';
import { connect } from './connect';
import { connector } from './connector';
import { kafkaCluster } from './kafka-cluster';
import { mirrorMaker } from './mirror-maker';
import { mirrorMaker2 } from './mirror-maker-2';
import { nodePool } from './node-pool';
import { rebalance } from './rebalance';
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
  connect,
  connector,
  bridge,
  rebalance,
  kafkaAccess: absent(
    'The Access operator reads kafka.strimzi.io/v1beta2.',
    'Strimzi 0.22.1',
    'the Secrets of the cluster and the user',
  ),
  others: { KafkaConnectS2I: API_VERSION },
};
