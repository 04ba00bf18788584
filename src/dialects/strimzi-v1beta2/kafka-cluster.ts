import type { KafkaClusterRecord } from '../../model/kafka-cluster';
import type { Limit, Marks, Own } from '../common/codec';
import { kafkaClusterCodec, refuser, zookeeperLimits } from '../common/kafka-cluster';
import { listedLimits, type ListenerFacts } from '../common/listener-limits';
import { LISTED } from '../common/listeners';
import { API_VERSION } from './api';

const KRAFT = 'strimzi.io/kraft';
const NODE_POOLS = 'strimzi.io/node-pools';
const ENABLED = 'enabled';

const LISTENERS: ListenerFacts = {
  types: ['internal', 'cluster-ip', 'route', 'loadbalancer', 'nodeport', 'ingress'],
  authentications: ['tls', 'scram-sha-512', 'oauth', 'custom'],
  missing: ['advertisedPortTemplate', 'parentRefs', 'perBrokerAnnotationsTemplate', 'perBrokerLabelsTemplate'],
  missingOfCustom: [],
};

/** Kafka: with ZooKeeper or KRaft and with or without node pools, as annotations say. */
export const kafkaCluster = kafkaClusterCodec(API_VERSION, {
  listeners: LISTED,
  modeOf: ({ annotations }) => ({
    mode: annotations[KRAFT] === ENABLED ? 'kraft' : 'zookeeper',
    nodePools: annotations[NODE_POOLS] === ENABLED,
  }),
  marks,
  nodes: true,
  milliseconds: true,
  limits,
});

function marks({ mode, nodePools }: Own<KafkaClusterRecord>): Marks {
  if (mode === 'zookeeper' && !nodePools) return {};
  return {
    annotations: { ...(mode === 'kraft' && { [KRAFT]: ENABLED }), ...(nodePools && { [NODE_POOLS]: ENABLED }) },
  };
}

function limits(cluster: KafkaClusterRecord): Limit[] {
  const { mode, nodePools, brokers, zookeeper, listeners } = cluster;
  const found = [...listedLimits(listeners, LISTENERS, 'Strimzi 1.2.0'), ...zookeeperLimits(cluster)];
  const refuse = refuser(found);
  if (mode === 'kraft' && !nodePools)
    refuse('nodePools', false, 'Nodes of a KRaft cluster are described by node pools.', 'true');
  if (mode === 'kraft' && zookeeper)
    refuse('zookeeper', zookeeper, 'A KRaft cluster has no ZooKeeper nodes.', 'node pools with controllers');
  if (nodePools && brokers) refuse('brokers', brokers, 'The brokers are described by node pools.', 'node pools');
  if (!nodePools && !brokers) refuse('brokers', undefined, 'The brokers must be described.', 'nodes, or node pools');
  if (mode === 'zookeeper' && !zookeeper)
    refuse('zookeeper', undefined, 'The ZooKeeper nodes must be described.', 'nodes, or the mode kraft');
  return found;
}
