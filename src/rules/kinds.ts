import type { FieldPath } from '../model/field';
import type { Place } from './places';

const KAFKA = 'kafka.strimzi.io';

/** Kinds of the Kafka operator, by group and kind. */
export function strimziKinds(...kinds: readonly string[]): string[] {
  return kinds.map((kind) => `${KAFKA}/${kind}`);
}

/** Kinds that pods come of. */
export const KINDS_WITH_PODS: readonly string[] = [
  ...strimziKinds('Kafka', 'KafkaNodePool', 'KafkaConnect', 'KafkaConnectS2I'),
  ...strimziKinds('KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaBridge'),
  'jaegertracing.io/Jaeger',
  'opentelemetry.io/OpenTelemetryCollector',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/StatefulSet',
  'batch/CronJob',
  'batch/Job',
  'v1/Pod',
];

/** The kinds that have settings of workers, connectors and clients. */
export const KINDS_WITH_SETTINGS: readonly string[] = strimziKinds(
  ...['KafkaConnect', 'KafkaConnectS2I', 'KafkaConnector', 'KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaBridge'],
);

/** All that stands under a name in an object, at any depth, but not in the settings of a program: those are its own words. */
export function everywhere(value: unknown, name: string, at: FieldPath = []): Place[] {
  const places: Place[] = [];
  gather(value, name, [...at], places);
  return places;
}

function gather(value: unknown, name: string, trail: (string | number)[], places: Place[]): void {
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const key in value) {
    const each = (value as Readonly<Record<string, unknown>>)[key];
    const isFound = key === name;
    // Most of an object is texts and numbers, which lead nowhere.
    if (!isFound && (typeof each !== 'object' || isOfOtherKind(key))) continue;
    trail.push(isList ? Number(key) : key);
    if (isFound) places.push({ field: [...trail], value: each });
    else gather(each, name, trail, places);
    trail.pop();
  }
}

/** Whether what a field holds has no fields of pods: settings, and the many rules of users. */
function isOfOtherKind(key: string): boolean {
  return key.endsWith('Config') || key === 'config' || key === 'acls';
}
