import type { KafkaClusterRecord } from '../../model/kafka-cluster';
import type { Limit } from '../common/codec';
import { kafkaClusterCodec, refuser } from '../common/kafka-cluster';
import { listedLimits, type ListenerFacts } from '../common/listener-limits';
import { LISTED } from '../common/listeners';
import { API_VERSION } from './api';

const LISTENERS: ListenerFacts = {
  types: ['internal', 'cluster-ip', 'route', 'loadbalancer', 'nodeport', 'ingress', 'tlsroute'],
  authentications: ['tls', 'scram-sha-512', 'custom'],
  missing: [],
  missingOfCustom: ['secrets'],
};

const LAST = 'Strimzi 0.45.2, the last one';

/** Kafka: KRaft and node pools, without a word about it. */
export const kafkaCluster = kafkaClusterCodec(API_VERSION, {
  listeners: LISTED,
  modeOf: () => ({ mode: 'kraft', nodePools: true }),
  nodes: false,
  milliseconds: false,
  limits,
});

function limits({ mode, nodePools, brokers, zookeeper, listeners }: KafkaClusterRecord): Limit[] {
  const found = listedLimits(listeners, LISTENERS, LAST);
  const refuse = refuser(found, LAST);
  if (mode === 'zookeeper') refuse('mode', mode, 'Kafka keeps its metadata with KRaft only.', 'kraft');
  if (!nodePools) refuse('nodePools', false, 'Nodes are described by node pools.', 'true');
  if (brokers) refuse('brokers', brokers, 'The brokers are described by node pools.', 'node pools');
  if (zookeeper) refuse('zookeeper', zookeeper, 'There are no ZooKeeper nodes.', 'node pools with controllers');
  return found;
}
