import { CLIENT_AUTHENTICATION, NODE_STORAGE, PROGRAMS } from './places-of-kinds';
import type { Row } from './rows';

/** A field, or a value of it, that the operator would rather not see. */
export interface Deprecation extends Row {
  readonly kinds: readonly string[];
  /** Where the field belongs; empty: the object itself. */
  readonly at: string;
  readonly field: string;
  /**
   * The value that is meant.
   * @default - any
   */
  readonly value?: string;
  /** What to use; absent: the operator does not look at the field. */
  readonly instead?: string;
  /**
   * Whether what it holds goes with it, whatever is to be used.
   * @default - where there is nothing to use
   */
  readonly isWhole?: boolean;
  /** A field beside it that another rule tells of, with which it does not go. */
  readonly unless?: string;
}

const KAFKA = ['Kafka'];
const WORKERS = ['KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker2'];
const STATEFUL = ['spec.kafka', 'spec.zookeeper'];
const CONNECTORS = ['sourceConnector', 'checkpointConnector', 'heartbeatConnector'];
const MIRROR = { kinds: ['KafkaMirrorMaker2'], at: 'spec.mirrors.*' };
const NODE_POOLS = 'KafkaNodePool objects';
const CUSTOM = 'the type custom';

/**
 * What became deprecated, and when: up to the release whose schema lacks it.
 * @see DeprecatedProperty and DeprecatedType in the API classes of Strimzi 0.18.0 to 1.2.0
 */
export const DEPRECATIONS: readonly Deprecation[] = [
  ...['affinity', 'tolerations'].flatMap((field): Deprecation[] => [
    ...[...STATEFUL, 'spec.entityOperator'].map((at) => podField(KAFKA, at, field)),
    podField(['KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker'], 'spec', field),
  ]),
  ...[
    [['Kafka', 'KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker'], '0.21'] as const,
    [['KafkaTopic', 'KafkaUser'], '0.48'] as const,
  ].map(([kinds, until]): Deprecation => ({
    kinds,
    at: '',
    field: 'apiVersion',
    value: 'kafka.strimzi.io/v1alpha1',
    instead: 'a later version of the API',
    until,
  })),
  { kinds: KAFKA, at: 'spec', field: 'topicOperator', instead: 'spec.entityOperator.topicOperator' },
  { kinds: KAFKA, at: 'spec.zookeeper', field: 'tlsSidecar' },
  { kinds: KAFKA, at: 'spec.zookeeper.template', field: 'tlsSidecarContainer' },
  { kinds: KAFKA, at: 'spec.kafka', field: 'tlsSidecar', since: '0.20' },
  { kinds: KAFKA, at: 'spec.kafka.template', field: 'tlsSidecarContainer', since: '0.20' },
  ...['externalTrafficPolicy', 'loadBalancerSourceRanges'].flatMap((field) =>
    ['externalBootstrapService', 'perPodService'].map((service): Deprecation => ({
      kinds: KAFKA,
      at: `spec.kafka.template.${service}`,
      field,
      since: '0.20',
      instead: `configuration.${field} of the listener`,
    })),
  ),
  ...PROGRAMS.map(([kinds, at]): Deprecation => ({
    kinds,
    at,
    field: 'metrics',
    since: '0.21',
    instead: `${at}.metricsConfig`,
  })),
  ...PROGRAMS.map(([kinds, at]): Deprecation => ({
    kinds,
    at: `${at}.logging`,
    field: 'name',
    since: '0.22',
    instead: `${at}.logging.valueFrom`,
  })),
  { kinds: KAFKA, at: 'spec.kafkaExporter.template', field: 'service', since: '0.23' },
  { kinds: KAFKA, at: 'spec.kafka.listeners.*.authentication', field: 'enableECDSA', since: '0.24' },
  {
    ...MIRROR,
    field: 'topicsBlacklistPattern',
    since: '0.24',
    instead: 'topicsExcludePattern',
    unless: 'topicsExcludePattern',
  },
  {
    ...MIRROR,
    field: 'groupsBlacklistPattern',
    since: '0.24',
    instead: 'groupsExcludePattern',
    unless: 'groupsExcludePattern',
  },
  { kinds: ['KafkaMirrorMaker'], at: 'spec', field: 'whitelist', since: '0.24', instead: 'spec.include' },
  { kinds: KAFKA, at: 'spec.entityOperator.userOperator', field: 'zookeeperSessionTimeoutSeconds', since: '0.25' },
  {
    kinds: ['KafkaMirrorMaker'],
    at: '',
    field: 'kind',
    value: 'KafkaMirrorMaker',
    since: '0.43',
    instead: 'a KafkaMirrorMaker2',
    isWhole: true,
  },
  { kinds: KAFKA, at: 'spec.cruiseControl.brokerCapacity', field: 'disk', since: '0.29' },
  { kinds: KAFKA, at: 'spec.cruiseControl.brokerCapacity', field: 'cpuUtilization', since: '0.29' },
  { kinds: KAFKA, at: 'spec.cruiseControl', field: 'tlsSidecar', since: '0.29' },
  { kinds: KAFKA, at: 'spec.cruiseControl.template', field: 'tlsSidecarContainer', since: '0.29' },
  {
    kinds: ['KafkaUser'],
    at: 'spec.authorization.acls.*',
    field: 'operation',
    since: '0.32',
    instead: 'operations',
    unless: 'operations',
  },
  { kinds: KAFKA, at: 'spec', field: 'jmxTrans', since: '0.35' },
  ...STATEFUL.map((at): Deprecation => ({
    kinds: KAFKA,
    at: `${at}.template`,
    field: 'statefulset',
    since: '0.35',
  })),
  { kinds: ['KafkaConnector'], at: 'spec', field: 'pause', since: '0.38', instead: 'spec.state', unless: 'state' },
  ...CONNECTORS.map((connector): Deprecation => ({
    ...MIRROR,
    at: `${MIRROR.at}.${connector}`,
    field: 'pause',
    since: '0.38',
    instead: 'state',
  })),
  { kinds: WORKERS, at: 'spec.template', field: 'deployment', since: '0.39' },
  ...['topicMetadataMaxAttempts', 'zookeeperSessionTimeoutSeconds'].map((field): Deprecation => ({
    kinds: KAFKA,
    at: 'spec.entityOperator.topicOperator',
    field,
    since: '0.41',
  })),
  { kinds: KAFKA, at: 'spec.entityOperator', field: 'tlsSidecar', since: '0.41' },
  { kinds: KAFKA, at: 'spec.entityOperator.template', field: 'tlsSidecarContainer', since: '0.41' },
  ...['topicOperator', 'userOperator'].map((operator): Deprecation => ({
    kinds: KAFKA,
    at: `spec.entityOperator.${operator}`,
    field: 'reconciliationIntervalSeconds',
    since: '0.42',
    instead: 'reconciliationIntervalMs',
  })),
  ...NODE_STORAGE.flatMap(([kinds, at]) =>
    [at, `${at}.volumes.*`].flatMap((place): Deprecation[] => [
      {
        kinds,
        at: place,
        field: 'overrides',
        since: '0.43',
        until: '0.45',
        instead: `${NODE_POOLS} with a class each`,
      },
      { kinds, at: place, field: 'overrides', since: '0.46' },
    ]),
  ),
  {
    kinds: WORKERS,
    at: 'spec',
    field: 'externalConfiguration',
    since: '0.44',
    instead: 'env and volumes of spec.template',
  },
  {
    kinds: KAFKA,
    at: 'spec.kafka.listeners.*.authentication',
    field: 'secrets',
    since: '0.46',
    instead: 'volumes of spec.kafka.template.pod',
  },
  { kinds: KAFKA, at: 'spec.kafka.authorization', field: 'type', value: 'opa', since: '0.46', instead: CUSTOM },
  { kinds: ['KafkaBridge'], at: 'spec', field: 'enableMetrics', since: '0.48', instead: 'spec.metricsConfig' },
  { ...MIRROR, at: 'spec', field: 'clusters', since: '0.49', instead: 'spec.target and spec.mirrors[].source' },
  { ...MIRROR, field: 'heartbeatConnector', since: '0.49', instead: 'the source connector alone', isWhole: true },
  {
    kinds: ['KafkaConnect'],
    at: 'spec.build.output',
    field: 'additionalKanikoOptions',
    since: '0.49',
    instead: 'additionalBuildOptions',
  },
  ...[[KAFKA, 'spec.kafka.listeners.*.authentication'] as const, ...CLIENT_AUTHENTICATION].map(
    ([kinds, at]): Deprecation => ({ kinds, at, field: 'type', value: 'oauth', since: '0.49', instead: CUSTOM }),
  ),
  { kinds: KAFKA, at: 'spec.kafka', field: 'resources', since: '0.49', instead: `resources of ${NODE_POOLS}` },
  { kinds: KAFKA, at: 'spec.kafka.authorization', field: 'type', value: 'keycloak', since: '0.49', instead: CUSTOM },
];

function podField(kinds: readonly string[], at: string, field: string): Deprecation {
  return { kinds, at, field, instead: `${at}.template.pod.${field}`, unless: `template.pod.${field}` };
}
