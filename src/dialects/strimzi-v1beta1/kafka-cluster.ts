import type { KafkaCluster } from '../../model/kafka-cluster';
import type { Limit } from '../common/codec';
import { kafkaClusterCodec, refusal, zookeeperLimits } from '../common/kafka-cluster';
import { API_VERSION } from './api';
import { listenerLimits, PLACED } from './listeners';

/** Kafka: brokers and ZooKeeper in one object, a fixed set of listeners. */
export const kafkaCluster = kafkaClusterCodec(API_VERSION, {
  listeners: PLACED,
  modeOf: () => ({ mode: 'zookeeper', nodePools: false }),
  nodes: true,
  milliseconds: false,
  limits,
});

function limits(cluster: KafkaCluster): Limit[] {
  const { mode, nodePools, authorization, metadataVersion } = cluster;
  const found = [...listenerLimits(cluster.listeners), ...zookeeperLimits(cluster)];
  const refuse = (field: string, given: unknown, message: string, allowed: string): void => {
    found.push(refusal(field, given, message, allowed, 'Strimzi 0.45.2'));
  };
  if (mode === 'kraft') refuse('mode', 'kraft', 'Kafka keeps its metadata in ZooKeeper only.', 'zookeeper');
  if (nodePools) refuse('nodePools', true, 'There are no node pools.', 'nodes in the Kafka resource');
  if (!nodePools && !cluster.brokers) refuse('brokers', undefined, 'The brokers must be described.', 'nodes');
  if (mode !== 'kraft' && !cluster.zookeeper)
    refuse('zookeeper', undefined, 'The ZooKeeper nodes must be described.', 'nodes');
  if (authorization?.type === 'custom') {
    refuse('authorization.type', 'custom', "The operator has no authorizer of the team's own.", 'simple');
  }
  const storage = cluster.brokers?.storage;
  const volumes = storage?.type === 'jbod' ? storage.volumes : [];
  volumes.forEach(({ kraftMetadata }, index) => {
    if (kraftMetadata === undefined) return;
    refuse(`brokers.storage.volumes[${index}].kraftMetadata`, kraftMetadata, 'There is no KRaft metadata.', 'none');
  });
  if (metadataVersion !== undefined) {
    refuse('metadataVersion', metadataVersion, 'A KRaft metadata version has no meaning in ZooKeeper mode.', 'none');
  }
  return found;
}
