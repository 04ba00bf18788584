import type { KafkaClusterRecord } from '../../model/kafka-cluster';
import type { Limit } from '../common/codec';
import { kafkaClusterCodec, refuser, zookeeperLimits, type Refuse } from '../common/kafka-cluster';
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

function limits(cluster: KafkaClusterRecord): Limit[] {
  const found = [...listenerLimits(cluster.listeners), ...zookeeperLimits(cluster)];
  const refuse = refuser(found, 'Strimzi 0.45.2');
  refuseModes(cluster, refuse);
  refuseKraftMetadata(cluster, refuse);
  if (cluster.authorization?.type === 'custom') {
    refuse('authorization.type', 'custom', "The operator has no authorizer of the team's own.", 'simple');
  }
  return found;
}

function refuseModes({ mode, nodePools, brokers, zookeeper }: KafkaClusterRecord, refuse: Refuse): void {
  if (mode === 'kraft') refuse('mode', 'kraft', 'Kafka keeps its metadata in ZooKeeper only.', 'zookeeper');
  else if (!zookeeper) refuse('zookeeper', undefined, 'The ZooKeeper nodes must be described.', 'nodes');
  if (nodePools) refuse('nodePools', true, 'There are no node pools.', 'nodes in the Kafka resource');
  else if (!brokers) refuse('brokers', undefined, 'The brokers must be described.', 'nodes');
}

function refuseKraftMetadata({ brokers, metadataVersion }: KafkaClusterRecord, refuse: Refuse): void {
  const volumes = brokers?.storage.type === 'jbod' ? brokers.storage.volumes : [];
  volumes.forEach(({ kraftMetadata }, index) => {
    if (kraftMetadata === undefined) return;
    refuse(`brokers.storage.volumes[${index}].kraftMetadata`, kraftMetadata, 'There is no KRaft metadata.', 'none');
  });
  if (metadataVersion !== undefined) {
    refuse('metadataVersion', metadataVersion, 'A KRaft metadata version has no meaning in ZooKeeper mode.', 'none');
  }
}
