import type { KafkaManifest } from '../../../imports/strimzi-v1beta1';
import type { LateContainerWords } from '../common/container';
import {
  kafkaClusterCodec,
  type KafkaClusterDifferences,
  type KafkaContainers,
  type ZookeeperContainer,
} from '../common/kafka-cluster';
import type { LateObjects } from '../common/made-objects';
import { INLINE_FILES, type LateWords } from '../common/workload';
import { API_VERSION } from './api';
import { PLACED, type PlacedShape } from './listeners';

/** Newer words, KRaft's, those of an authorizer of one's own, and settings of the listener without encryption. */
export type Lacks =
  | LateWords<`spec.${'kafka' | 'zookeeper' | 'cruiseControl'}`>
  | `spec.cruiseControl.${'autoRebalance' | 'brokerCapacity.overrides' | 'brokerCapacity.cpu'}`
  | `spec.${'kafkaExporter' | 'entityOperator'}.template.podDisruptionBudget`
  | `spec.kafkaExporter.${'topicExcludeRegex' | 'groupExcludeRegex' | 'showAllOffsets'}`
  | 'spec.zookeeper.storage.volumes'
  | `spec.kafka.template.${LateObjects}`
  | 'spec.zookeeper.jmxOptions'
  | LateContainerWords<KafkaContainers | ZookeeperContainer>
  | `spec.${'kafka' | 'zookeeper' | 'cruiseControl' | 'kafkaExporter' | 'entityOperator'}.template.pod.volumes`
  | `spec.entityOperator.${'topic' | 'user'}Operator.reconciliationIntervalMs`
  | `spec.kafka.${'metadataVersion' | 'quotas' | 'tieredStorage'}`
  | `spec.kafka.authorization.${'connectTimeoutSeconds' | 'readTimeoutSeconds' | 'httpRetries' | 'includeAcceptHeader'}`
  | `spec.kafka.authorization.grants${'MaxIdleTimeSeconds' | 'GcPeriodSeconds' | 'AlwaysLatest'}`
  | `spec.kafka.authorization.${'enableMetrics' | 'tlsTrustedCertificates.pattern'}`
  | 'spec.kafka.storage.volumes.kraftMetadata'
  | `spec.kafka.authorization.${'authorizerClass' | 'supportsAdminApi'}`
  | 'spec.kafka.listeners.plain.configuration';

/** How the API spells a cluster. */
export const DIFFERENCES: Omit<KafkaClusterDifferences<PlacedShape>, 'listeners'> = {
  modeOf: () => ({ mode: 'zookeeper', nodePools: false }),
  nodes: true,
  interval: 'seconds',
  workload: INLINE_FILES,
};

/** Kafka: brokers and ZooKeeper in one object, a fixed set of listeners. */
export const kafkaCluster = kafkaClusterCodec<KafkaManifest, PlacedShape, Lacks>(API_VERSION, {
  ...DIFFERENCES,
  listeners: PLACED,
});
