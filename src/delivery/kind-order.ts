import type { ApiObject } from 'cdk8s';

/**
 * Kinds in the order in which one needs the other, which is also how a reader follows a pipeline. Kinds in one row are
 * equals; a kind that is not listed, such as a ConfigMap, belongs to `OTHERS`.
 */
const OTHERS = 4;
const RANKS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['Namespace', 'Project', 'ProjectRequest'],
    ['CustomResourceDefinition'],
    ['OperatorGroup'],
    ['Subscription'],
    [],
    ['Jaeger', 'OpenTelemetryCollector'],
    ['Route', 'Ingress'],
    ['Kafka', 'KafkaNodePool'],
    ['KafkaTopic'],
    ['KafkaUser'],
    ['KafkaAccess'],
    ['KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaConnect', 'KafkaConnector', 'KafkaBridge'],
    ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod'],
    ['KafkaRebalance'],
  ].flatMap((kinds, rank) => kinds.map((kind) => [kind, rank])),
);

/** The place of a kind among all. */
export function kindRank(kind: string): number {
  return Object.hasOwn(RANKS, kind) ? (RANKS[kind] ?? OTHERS) : OTHERS;
}

/** Objects by the rank of their kinds; those of one rank stay as they stand. */
export function neededFirst(objects: readonly ApiObject[]): readonly ApiObject[] {
  if (!objects.some(({ kind }) => Object.hasOwn(RANKS, kind))) return objects;
  return [...objects].sort((a, b) => kindRank(a.kind) - kindRank(b.kind));
}
