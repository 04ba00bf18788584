import type { Release } from '../model/release';

/** Why a field is gone, for people. */
export interface Explanation {
  readonly kind: string;
  /** The field, without numbers of list items; what it holds is explained with it. */
  readonly field: string;
  /** API version of manifests that lack it; absent: of any that does. */
  readonly from?: string;
  /** Why it is gone. */
  readonly why: string;
  /** What does its work now. */
  readonly instead?: string;
  /** Whether the form of the API is the reason: of the field alone, not of what it holds, and where no schema tells more. */
  readonly isOfForm?: true;
  /** Whether an operator looks at the field, where schemas keep it longer than operators do. */
  readonly isHeard?: (release: Release) => boolean;
}

const hasZooKeeper = ({ metadataModes }: Release): boolean => metadataModes.includes('zookeeper');
const hasKRaft = ({ metadataModes }: Release): boolean => metadataModes.includes('kraft');
const hasNodePools = ({ nodePools }: Release): boolean => nodePools;

const NO_ZOOKEEPER = 'Kafka keeps its metadata with KRaft only: there are no ZooKeeper nodes.';
const IN_POOLS = 'Nodes are described by node pools.';
const NO_TLS_SIDECAR = 'The operators speak TLS themselves, and run no sidecar for it.';
const STOPPED = 'A connector can be paused, not stopped: it is written as paused.';
const METRICS = 'The rules of the metrics exporter are no part of the object any more.';
const EXPORTER = 'metricsConfig, with the rules in a ConfigMap';

/** What people are told about fields; it detects nothing. The first row that a field meets is told. */
const EXPLANATIONS: readonly Explanation[] = [
  { kind: 'Kafka', field: 'spec.kafka.metrics', why: METRICS, instead: EXPORTER },
  { kind: 'Kafka', field: 'spec.zookeeper.metrics', why: METRICS, instead: EXPORTER },
  { kind: 'Kafka', field: 'spec.cruiseControl.metrics', why: METRICS, instead: EXPORTER },
  { kind: 'KafkaConnect', field: 'spec.metrics', why: METRICS, instead: EXPORTER },
  { kind: 'KafkaMirrorMaker', field: 'spec.metrics', why: METRICS, instead: EXPORTER },
  { kind: 'KafkaMirrorMaker2', field: 'spec.metrics', why: METRICS, instead: EXPORTER },
  ...['spec.allInOne.image', 'spec.image'].map((field) => ({
    kind: 'OpenTelemetryCollector',
    field,
    why: 'It is Jaeger 1, which does not know the configuration of a collector.',
    instead: 'an image of Jaeger 2, or none',
  })),
  {
    kind: 'Jaeger',
    field: 'spec.image',
    why: 'It is Jaeger 2, which does not know the flags that the Jaeger operator gives.',
    instead: 'an image of Jaeger 1, or none',
  },
  {
    kind: 'Kafka',
    field: 'spec.zookeeper',
    from: 'kafka.strimzi.io/v1',
    why: NO_ZOOKEEPER,
    instead: 'a KafkaNodePool with the role controller',
    isHeard: hasZooKeeper,
  },
  {
    kind: 'Kafka',
    field: 'spec.kafka.replicas',
    from: 'kafka.strimzi.io/v1',
    why: IN_POOLS,
    instead: 'replicas of a KafkaNodePool with the role broker',
    isHeard: hasZooKeeper,
  },
  {
    kind: 'Kafka',
    field: 'spec.kafka.storage',
    from: 'kafka.strimzi.io/v1',
    why: IN_POOLS,
    instead: 'storage of a KafkaNodePool with the role broker',
    isHeard: hasZooKeeper,
  },
  {
    kind: 'Kafka',
    field: 'spec.kafka.resources',
    from: 'kafka.strimzi.io/v1',
    why: `${IN_POOLS} Pods of a pool that says no resources of its own ask for none.`,
    instead: 'resources of each KafkaNodePool',
  },
  {
    kind: 'Kafka',
    field: 'spec.kafka.authorization',
    from: 'kafka.strimzi.io/v1',
    why: 'The operator configures simple authorization, and authorizer classes that it does not know.',
    instead: 'simple, or custom with the authorizer class and its settings in spec.kafka.config',
  },
  {
    kind: 'Kafka',
    field: 'spec.kafka.listeners.authentication',
    from: 'kafka.strimzi.io/v1',
    why: 'The operator configures tls and scram-sha-512, and what it is told of others.',
    instead: 'type custom, with the settings in listenerConfig',
  },
  {
    kind: 'Kafka',
    field: 'spec.kafka.listeners',
    from: 'kafka.strimzi.io/v1beta1',
    why: 'There are three listeners, whose names and ports are fixed.',
    instead: 'plain at 9092, tls at 9093 and external at 9094',
    isOfForm: true,
  },
  { kind: 'KafkaConnector', field: 'spec.state', why: STOPPED },
  ...['source', 'checkpoint', 'heartbeat'].map((name) => ({
    kind: 'KafkaMirrorMaker2',
    field: `spec.mirrors.${name}Connector.state`,
    why: STOPPED,
  })),
  { kind: 'Kafka', field: 'spec.kafka.tlsSidecar', why: NO_TLS_SIDECAR },
  { kind: 'Kafka', field: 'spec.zookeeper.tlsSidecar', why: NO_TLS_SIDECAR },
  { kind: 'Kafka', field: 'spec.entityOperator.tlsSidecar', why: NO_TLS_SIDECAR },
  { kind: 'Kafka', field: 'spec.cruiseControl.tlsSidecar', why: NO_TLS_SIDECAR },
  {
    kind: 'Kafka',
    field: 'spec.entityOperator.template.tlsSidecarContainer',
    why: NO_TLS_SIDECAR,
  },
  {
    kind: 'Kafka',
    field: 'spec.entityOperator.topicOperator.zookeeperSessionTimeoutSeconds',
    why: 'The topic operator asks Kafka alone, and never ZooKeeper: the setting does nothing.',
  },
  {
    kind: 'Kafka',
    field: 'spec.entityOperator.userOperator.zookeeperSessionTimeoutSeconds',
    why: 'The user operator asks Kafka alone, and never ZooKeeper: the setting does nothing.',
  },
  {
    kind: 'Kafka',
    field: 'spec.jmxTrans',
    why: 'The operator runs no JmxTrans any more.',
    instead: 'metricsConfig, or a JmxTrans of your own at spec.kafka.jmxOptions',
  },
  {
    kind: 'Kafka',
    field: 'spec.topicOperator',
    why: 'A topic operator stands in the entity operator.',
    instead: 'spec.entityOperator.topicOperator',
  },
  {
    kind: 'Kafka',
    field: 'metadata.annotations["strimzi.io/kraft"]',
    from: 'kafka.strimzi.io/v1beta1',
    why: 'Kafka keeps its metadata in ZooKeeper only.',
    isHeard: hasKRaft,
  },
  {
    kind: 'Kafka',
    field: 'metadata.annotations["strimzi.io/node-pools"]',
    from: 'kafka.strimzi.io/v1beta1',
    why: 'There are no node pools: nodes are described in the object itself.',
    isHeard: hasNodePools,
  },
  ...['KafkaConnect', 'KafkaMirrorMaker2'].flatMap((kind): Explanation[] => [
    {
      kind,
      field: 'spec.externalConfiguration',
      why: 'Volumes and variables from Secrets and ConfigMaps are those of the pods.',
      instead: 'env of spec.template.connectContainer, and volumes of spec.template.pod',
    },
    {
      kind,
      field: 'spec.template.deployment',
      why: 'The pods are in a StrimziPodSet, and in no Deployment.',
      instead: 'spec.template.podSet',
    },
  ]),
  {
    kind: 'KafkaMirrorMaker2',
    field: 'spec.mirrors.heartbeatConnector',
    from: 'kafka.strimzi.io/v1',
    why: 'The mirror runs no heartbeat connector any more.',
    instead: 'a KafkaConnector of class org.apache.kafka.connect.mirror.MirrorHeartbeatConnector',
  },
  ...['KafkaConnect', 'KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaBridge'].map((kind): Explanation => ({
    kind,
    field: 'spec.tracing',
    why: 'The operator takes no such tracing.',
  })),
  ...[
    ['KafkaConnect', 'spec.authentication'],
    ['KafkaBridge', 'spec.authentication'],
    ['KafkaMirrorMaker2', 'spec.clusters.authentication'],
  ].map(([kind = '', field = '']): Explanation => ({
    kind,
    field,
    from: 'kafka.strimzi.io/v1',
    why: 'The operator configures certificates and passwords, and what it is told of other logins.',
    instead: 'type custom, with the settings in config',
  })),
  {
    kind: 'KafkaUser',
    field: 'spec.authentication.password',
    from: 'kafka.strimzi.io/v1beta1',
    why: 'The user operator makes a password of its own.',
  },
];

/** Why a field of a kind is gone from an API; absent: there is no more to say than that it is. */
export function explanationOf(kind: string, field: string, apiVersion: string): Explanation | undefined {
  const plain = field.replace(/\[\d+\]/g, '');
  return EXPLANATIONS.find(
    (row) =>
      row.kind === kind &&
      (row.from === undefined || row.from === apiVersion) &&
      (plain === row.field ||
        (!row.isOfForm && [`${row.field}.`, `${row.field}[`].some((part) => plain.startsWith(part)))),
  );
}

/** All of them, for tests. */
export function explanations(): readonly Explanation[] {
  return EXPLANATIONS;
}
