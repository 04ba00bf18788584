import type { Manifest } from '../../../../dialects/common/codec';
import { BEGINNING, COLLECTOR, CONNECTOR, CONNECTORS, PAUSED, POOL, READY, REBALANCE, SEEN, UNMANAGED } from './parts';

const OPERATED = [BEGINNING, PAUSED, SEEN] as const;

/** Health checks in Lua, by group and kind. */
export const HEALTH_CHECKS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'access.strimzi.io_KafkaAccess': [BEGINNING, SEEN, READY],
    'kafka.strimzi.io_Kafka': [...OPERATED, READY],
    'kafka.strimzi.io_KafkaBridge': [...OPERATED, READY],
    'kafka.strimzi.io_KafkaConnect': [...OPERATED, READY],
    'kafka.strimzi.io_KafkaConnector': [...OPERATED, CONNECTOR, READY],
    'kafka.strimzi.io_KafkaMirrorMaker': [...OPERATED, READY],
    'kafka.strimzi.io_KafkaMirrorMaker2': [...OPERATED, CONNECTORS, READY],
    'kafka.strimzi.io_KafkaNodePool': [BEGINNING, SEEN, POOL],
    'kafka.strimzi.io_KafkaRebalance': [...OPERATED, REBALANCE, READY],
    'kafka.strimzi.io_KafkaTopic': [...OPERATED, UNMANAGED, READY],
    'kafka.strimzi.io_KafkaUser': [...OPERATED, READY],
    'opentelemetry.io_OpenTelemetryCollector': [BEGINNING, COLLECTOR],
  }).map(([kind, parts]) => [kind, parts.join('').trimStart()]),
);

/**
 * The settings of Argo CD that hold the health checks. They are a part of its ConfigMap: apply them server-side, so that
 * what others have there stays.
 */
export function healthChecks(namespace = 'argocd'): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'argocd-cm',
      namespace,
      labels: { 'app.kubernetes.io/name': 'argocd-cm', 'app.kubernetes.io/part-of': 'argocd' },
    },
    data: Object.fromEntries(
      Object.entries(HEALTH_CHECKS).map(([kind, script]) => [`resource.customizations.health.${kind}`, script]),
    ),
  };
}
