/** A live object, how healthy Argo CD and Flux are to find it, and where its status was seen or is made. */
export interface Recorded {
  readonly what: string;
  readonly kind: string;
  readonly health: 'Healthy' | 'Progressing' | 'Degraded' | 'Suspended';
  /** Absent: Flux has an expression for the kind, and `health` is what it says. */
  readonly flux?: 'current' | 'failed' | 'inProgress' | 'none';
  readonly object: object;
}

const ready = { type: 'Ready', status: 'True', lastTransitionTime: '2026-08-12T09:00:11.123Z' };

/** Group and version of kinds that are not Strimzi's own. */
const APIS: Readonly<Record<string, string>> = {
  KafkaAccess: 'access.strimzi.io/v1alpha1',
  OpenTelemetryCollector: 'opentelemetry.io/v1beta1',
};

function live(kind: string, status: object | undefined, more: { annotations?: object; spec?: object } = {}): object {
  const { annotations, spec = {} } = more;
  const apiVersion = APIS[kind] ?? 'kafka.strimzi.io/v1';
  const metadata = { name: 'europe', namespace: 'kafka', generation: 3, ...(annotations && { annotations }) };
  return { apiVersion, kind, metadata, spec, ...(status && { status }) };
}

/** KafkaTopic, as the topic operator of Strimzi 0.39 and later has it (BatchingTopicController). */
const TOPICS: readonly Recorded[] = [
  {
    what: 'a topic that is as it should be',
    kind: 'KafkaTopic',
    health: 'Healthy',
    object: live('KafkaTopic', { observedGeneration: 3, topicName: 'orders', topicId: 'x1', conditions: [ready] }),
  },
  {
    what: 'a topic that Kafka refused',
    kind: 'KafkaTopic',
    health: 'Degraded',
    object: live('KafkaTopic', {
      observedGeneration: 3,
      topicName: 'orders',
      conditions: [{ type: 'Ready', status: 'False', reason: 'KafkaError', message: 'Replication factor: 4' }],
    }),
  },
  {
    what: 'a topic that the operator is told to leave alone',
    kind: 'KafkaTopic',
    health: 'Healthy',
    object: live(
      'KafkaTopic',
      { observedGeneration: 3, conditions: [{ type: 'Unmanaged', status: 'True' }] },
      { annotations: { 'strimzi.io/managed': 'false' } },
    ),
  },
  {
    what: 'a topic that is paused',
    kind: 'KafkaTopic',
    health: 'Suspended',
    flux: 'inProgress',
    object: live(
      'KafkaTopic',
      { observedGeneration: 2, topicName: 'orders', conditions: [{ type: 'ReconciliationPaused', status: 'True' }] },
      { annotations: { 'strimzi.io/pause-reconciliation': 'true' } },
    ),
  },
  {
    what: 'a topic that nobody has looked at',
    kind: 'KafkaTopic',
    health: 'Progressing',
    flux: 'none',
    object: live('KafkaTopic', undefined),
  },
];

/** Kafka and KafkaNodePool (KafkaAssemblyOperator, KafkaReconciler, StatusUtils). */
const CLUSTERS: readonly Recorded[] = [
  {
    what: 'a cluster that has just been made',
    kind: 'Kafka',
    health: 'Progressing',
    object: live('Kafka', {
      conditions: [
        { type: 'NotReady', status: 'True', reason: 'Creating', message: 'Kafka cluster is being deployed' },
      ],
    }),
  },
  {
    what: 'a cluster that is ready, with a warning',
    kind: 'Kafka',
    health: 'Healthy',
    object: live('Kafka', {
      observedGeneration: 3,
      clusterId: 'pD8W7bJqQ',
      conditions: [{ type: 'Warning', status: 'True', reason: 'DeprecatedFields', message: 'kafka.resources' }, ready],
      listeners: [{ name: 'tls', bootstrapServers: 'europe-kafka-bootstrap.kafka.svc:9093' }],
    }),
  },
  {
    what: 'a cluster that was ready before the last change',
    kind: 'Kafka',
    health: 'Progressing',
    object: live('Kafka', { observedGeneration: 2, conditions: [ready] }),
  },
  {
    what: 'a cluster that failed before the last change',
    kind: 'Kafka',
    health: 'Progressing',
    object: live('Kafka', {
      observedGeneration: 2,
      conditions: [{ type: 'NotReady', status: 'True', reason: 'InvalidResourceException', message: 'no brokers' }],
    }),
  },
  {
    what: 'a cluster that the operator refuses',
    kind: 'Kafka',
    health: 'Degraded',
    object: live('Kafka', {
      observedGeneration: 3,
      conditions: [{ type: 'NotReady', status: 'True', reason: 'InvalidResourceException', message: 'no brokers' }],
    }),
  },
  {
    what: 'a cluster that was paused before it was seen',
    kind: 'Kafka',
    health: 'Suspended',
    flux: 'inProgress',
    object: live(
      'Kafka',
      { observedGeneration: 0, conditions: [{ type: 'ReconciliationPaused', status: 'True' }] },
      { annotations: { 'strimzi.io/pause-reconciliation': 'true' } },
    ),
  },
  {
    what: 'a node pool that its cluster has seen',
    kind: 'KafkaNodePool',
    health: 'Healthy',
    object: live(
      'KafkaNodePool',
      { observedGeneration: 3, clusterId: 'pD8W7bJqQ', nodeIds: [0, 1, 2], replicas: 3, roles: ['broker'] },
      { spec: { replicas: 3 } },
    ),
  },
  {
    what: 'a node pool that its cluster has not seen',
    kind: 'KafkaNodePool',
    health: 'Progressing',
    flux: 'none',
    object: live('KafkaNodePool', undefined, { spec: { replicas: 3 } }),
  },
  {
    what: 'a node pool whose last change was not seen',
    kind: 'KafkaNodePool',
    health: 'Progressing',
    object: live('KafkaNodePool', { observedGeneration: 2, nodeIds: [0], replicas: 1 }, { spec: { replicas: 3 } }),
  },
];

/** KafkaAccess, as the Access operator of 0.3.0 has it (KafkaAccessReconciler). */
const ACCESSES: readonly Recorded[] = [
  {
    what: 'a KafkaAccess whose Secret is there',
    kind: 'KafkaAccess',
    health: 'Healthy',
    object: live('KafkaAccess', {
      observedGeneration: 3,
      binding: { name: 'europe' },
      conditions: [{ ...ready, reason: 'Ready', message: 'Ready' }],
    }),
  },
  {
    what: 'a KafkaAccess whose user is missing',
    kind: 'KafkaAccess',
    health: 'Degraded',
    object: live('KafkaAccess', {
      observedGeneration: 3,
      conditions: [
        { ...ready, status: 'False', reason: 'MissingKubernetesResource', message: 'KafkaUser kafka/shop missing' },
      ],
    }),
  },
  {
    what: 'a KafkaAccess whose last change the operator has not seen',
    kind: 'KafkaAccess',
    health: 'Progressing',
    object: live('KafkaAccess', { observedGeneration: 2, conditions: [ready] }),
  },
];

/** KafkaUser, KafkaMirrorMaker2 and KafkaConnector; the failed ones after strimzi-kafka-operator 1739, 5715 and 6624. */
const PROGRAMS: readonly Recorded[] = [
  {
    what: 'a user with credentials',
    kind: 'KafkaUser',
    health: 'Healthy',
    object: live('KafkaUser', { observedGeneration: 3, username: 'CN=shop', secret: 'shop', conditions: [ready] }),
  },
  {
    what: 'a mirror whose connectors run',
    kind: 'KafkaMirrorMaker2',
    health: 'Healthy',
    object: live('KafkaMirrorMaker2', {
      observedGeneration: 3,
      conditions: [ready],
      connectors: [
        {
          name: 'madrid->porto.MirrorSourceConnector',
          type: 'source',
          connector: { state: 'RUNNING', worker_id: '10.1.2.3:8083' },
          tasks: [{ id: 0, state: 'RUNNING', worker_id: '10.1.2.3:8083' }],
        },
      ],
    }),
  },
  {
    what: 'a mirror that is called ready, and whose connector has failed',
    kind: 'KafkaMirrorMaker2',
    health: 'Degraded',
    flux: 'current',
    object: live('KafkaMirrorMaker2', {
      observedGeneration: 3,
      conditions: [ready],
      connectors: [
        { name: 'madrid->porto.MirrorCheckpointConnector', connector: { state: 'FAILED', trace: 'x' }, tasks: [] },
      ],
    }),
  },
  {
    what: 'a mirror of a version that the operator does not have',
    kind: 'KafkaMirrorMaker2',
    health: 'Degraded',
    object: live('KafkaMirrorMaker2', {
      observedGeneration: 3,
      conditions: [{ type: 'NotReady', status: 'True', reason: 'UnsupportedKafkaVersion', message: '2.2.8' }],
    }),
  },
  {
    what: 'a connector with a failed task',
    kind: 'KafkaConnector',
    health: 'Degraded',
    flux: 'current',
    object: live('KafkaConnector', {
      observedGeneration: 3,
      conditions: [ready],
      connectorStatus: {
        name: 'sink',
        connector: { state: 'RUNNING' },
        tasks: [
          { id: 0, state: 'RUNNING' },
          { id: 1, state: 'FAILED', trace: 'x' },
        ],
      },
    }),
  },
];

/** KafkaRebalance (KafkaRebalanceState): the type of a condition is the state. */
const REBALANCES: readonly Recorded[] = (
  [
    ['New', 'Progressing', {}],
    ['PendingProposal', 'Progressing', {}],
    ['ProposalReady', 'Suspended', {}],
    ['ProposalReady', 'Progressing', { 'strimzi.io/rebalance-auto-approval': 'true' }],
    ['Rebalancing', 'Progressing', {}],
    ['Stopped', 'Suspended', {}],
    ['NotReady', 'Degraded', {}],
    ['Ready', 'Healthy', {}],
    ['ReconciliationPaused', 'Suspended', {}],
  ] as const
).map(([type, health, annotations]) => ({
  what: `a rebalance that is ${type}${Object.keys(annotations).length > 0 ? ', approved beforehand' : ''}`,
  kind: 'KafkaRebalance',
  health,
  flux: 'none',
  object: live('KafkaRebalance', { observedGeneration: 3, conditions: [{ type, status: 'True' }] }, { annotations }),
}));

/** OpenTelemetryCollector (opentelemetry-operator, UpdateCollectorStatus). */
const COLLECTORS: readonly Recorded[] = (
  [
    ['whose pods are ready', 'Healthy', { replicas: 2, statusReplicas: '2/2' }, { mode: 'deployment', replicas: 2 }],
    ['that starts', 'Progressing', { replicas: 1, statusReplicas: '0/1' }, { mode: 'deployment' }],
    [
      'that was told to grow',
      'Progressing',
      { replicas: 1, statusReplicas: '1/1' },
      { mode: 'deployment', replicas: 2 },
    ],
    ['beside other pods', 'Healthy', {}, { mode: 'sidecar' }],
    ['on nodes that are not counted', 'Healthy', { statusReplicas: '' }, { mode: 'daemonset' }],
  ] as const
).map(([what, health, scale, spec]) => ({
  what: `a collector ${what}`,
  kind: 'OpenTelemetryCollector',
  health,
  ...(what === 'that was told to grow' && { flux: 'current' as const }),
  object: live('OpenTelemetryCollector', { version: '0.158.0', scale }, { spec }),
}));

export const RECORDED: readonly Recorded[] = [
  ...TOPICS,
  ...ACCESSES,
  ...CLUSTERS,
  ...PROGRAMS,
  ...REBALANCES,
  ...COLLECTORS,
];

/** The API group of a kind. */
export function groupOf(kind: string): string {
  return (APIS[kind] ?? 'kafka.strimzi.io').replace(/\/.*/, '');
}
