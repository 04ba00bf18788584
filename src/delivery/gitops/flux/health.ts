/** How Flux tells the health of a kind: the first expression that holds says it. */
export interface HealthExpressions {
  readonly apiVersion: string;
  readonly kind: string;
  readonly inProgress?: string;
  readonly failed?: string;
  readonly current: string;
}

type Expressions = Omit<HealthExpressions, 'apiVersion' | 'kind'>;

const SEEN = 'has(status.observedGeneration) && status.observedGeneration == metadata.generation';

/** Whether a status has a condition. */
function condition(type: string, status = 'True'): string {
  return `has(status.conditions) && status.conditions.exists(c, c.type == '${type}' && c.status == '${status}')`;
}

function phase(name: string): string {
  return `has(status.phase) && status.phase == '${name}'`;
}

/** Collectors beside other pods, and on nodes, are not counted by all releases of their operator. */
const UNCOUNTED = "has(spec.mode) && spec.mode in ['sidecar', 'daemonset']";
const ALL_READY =
  'has(status.scale) && has(status.scale.statusReplicas) && has(status.scale.replicas) && ' +
  "status.scale.statusReplicas == string(status.scale.replicas) + '/' + string(status.scale.replicas)";

/**
 * Operators of Kafka say NotReady: True, and the topic operator Ready: False. Without an expression Flux takes an object
 * that is not ready for one without conditions, and so for a healthy one. A new Kafka is NotReady because it is Creating.
 * @see Strimzi 0.18.0 to 1.2.0, StatusUtils, KafkaAssemblyOperator, BatchingTopicController
 */
const READY: Expressions = {
  inProgress: `!(${SEEN})`,
  failed: `(${condition('NotReady')}) || (${condition('Ready', 'False')})`,
  current: condition('Ready'),
};

/**
 * Expressions in CEL by group and kind, where Flux's own reading of a status says something else.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#health-check-expressions
 */
export const HEALTH_EXPRESSIONS: Readonly<Record<string, Expressions>> = {
  'access.strimzi.io/KafkaAccess': READY,
  'kafka.strimzi.io/Kafka': READY,
  'kafka.strimzi.io/KafkaBridge': READY,
  'kafka.strimzi.io/KafkaConnect': READY,
  'kafka.strimzi.io/KafkaConnector': READY,
  'kafka.strimzi.io/KafkaMirrorMaker': READY,
  'kafka.strimzi.io/KafkaMirrorMaker2': READY,
  'kafka.strimzi.io/KafkaNodePool': { inProgress: `!(${SEEN})`, current: SEEN },
  'kafka.strimzi.io/KafkaTopic': { ...READY, current: `(${condition('Ready')}) || (${condition('Unmanaged')})` },
  'kafka.strimzi.io/KafkaUser': READY,
  'jaegertracing.io/Jaeger': { failed: phase('Failed'), current: phase('Running') },
  'opentelemetry.io/OpenTelemetryCollector': { current: `(${UNCOUNTED}) || (${ALL_READY})` },
};
