import type { KafkaManifest } from '../../../imports/strimzi-v1';
import type { SettingsOfAuthorizers } from '../common/authorization';
import type { NodeAddressWords } from '../common/container';
import { kafkaClusterCodec, type KafkaContainers } from '../common/kafka-cluster';
import { LISTED, type ListedShape } from '../common/listeners';
import { FILES_IN_CONFIG_MAPS, type EarlyLogging, type EarlyWords } from '../common/workload';
import { API_VERSION } from './api';

/** ZooKeeper and older words are gone; what belongs to nodes stands in their pools. */
type Lacks =
  | EarlyWords<`spec.${'kafka' | 'cruiseControl'}`>
  | NodeAddressWords<KafkaContainers>
  | EarlyLogging<`spec.entityOperator.${'topic' | 'user'}Operator`>
  | `spec.cruiseControl.brokerCapacity.${'disk' | 'cpuUtilization'}`
  | 'spec.zookeeper'
  | 'spec.kafka.template.statefulset'
  | `spec.${'kafka' | 'cruiseControl' | 'entityOperator'}.tlsSidecar`
  | `spec.kafka.authorization.${SettingsOfAuthorizers}`
  | `spec.kafka.${'replicas' | 'storage' | 'resources'}`
  | `spec.entityOperator.${'topic' | 'user'}Operator.reconciliationIntervalSeconds`;

/** Kafka: KRaft and node pools, without a word about it. */
export const kafkaCluster = kafkaClusterCodec<KafkaManifest, ListedShape, Lacks>(API_VERSION, {
  listeners: LISTED,
  modeOf: () => ({ mode: 'kraft', nodePools: true }),
  nodes: false,
  interval: 'milliseconds',
  workload: FILES_IN_CONFIG_MAPS,
});
