import type { KafkaManifest } from '../../../imports/strimzi-v1beta2';
import type { KafkaClusterRecord } from '../../model/kafka-cluster';
import type { Marks, Own } from '../common/codec';
import type { NodeAddressWords } from '../common/container';
import {
  kafkaClusterCodec,
  type KafkaClusterDifferences,
  type KafkaContainers,
  type ZookeeperContainer,
} from '../common/kafka-cluster';
import { LISTED, type ListedShape } from '../common/listeners';
import { FILES_IN_CONFIG_MAPS, type EarlyLogging, type EarlyWords } from '../common/workload';
import { API_VERSION } from './api';

const KRAFT = 'strimzi.io/kraft';
const NODE_POOLS = 'strimzi.io/node-pools';
const ENABLED = 'enabled';

/** ZooKeeper nodes have one volume; early words are gone. */
export type Lacks =
  | 'spec.zookeeper.storage.volumes'
  | `spec.${'kafka' | 'zookeeper'}.tlsSidecar`
  | EarlyWords<`spec.${'kafka' | 'zookeeper' | 'cruiseControl'}`>
  | NodeAddressWords<KafkaContainers | ZookeeperContainer>
  | EarlyLogging<`spec.entityOperator.${'topic' | 'user'}Operator`>;

/** How the API spells a cluster. */
export const DIFFERENCES: KafkaClusterDifferences<ListedShape> = {
  listeners: LISTED,
  modeOf: ({ annotations }) => ({
    mode: annotations[KRAFT] === ENABLED ? 'kraft' : 'zookeeper',
    nodePools: annotations[NODE_POOLS] === ENABLED,
  }),
  // Since 0.46 every cluster is one of KRaft and node pools, and the annotations are left out.
  understood: ({ annotations }) =>
    annotations[KRAFT] === undefined ? { [KRAFT]: ENABLED, [NODE_POOLS]: ENABLED } : undefined,
  marks,
  nodes: true,
  interval: 'both',
  workload: FILES_IN_CONFIG_MAPS,
};

/** Kafka: with ZooKeeper or KRaft and with or without node pools, as annotations say. */
export const kafkaCluster = kafkaClusterCodec<KafkaManifest, ListedShape, Lacks>(API_VERSION, DIFFERENCES);

function marks({ mode, nodePools }: Own<KafkaClusterRecord>): Marks {
  if (mode === 'zookeeper' && !nodePools) return {};
  return {
    annotations: { ...(mode === 'kraft' && { [KRAFT]: ENABLED }), ...(nodePools && { [NODE_POOLS]: ENABLED }) },
  };
}
