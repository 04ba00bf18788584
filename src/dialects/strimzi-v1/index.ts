import { kafkaAccess } from '../access';
import type { StrimziDialect } from '../dialect';
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

/** Strimzi 1.2.0: KRaft and node pools, MirrorMaker 2. */
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
  kafkaAccess,
  others: {},
};
