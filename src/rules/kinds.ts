import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';
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

/** All that stands under a name in an object, at any depth, but not in the settings of a program: those are its own words. */
export function everywhere(value: unknown, name: string, at: FieldPath = []): Place[] {
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item])
    : Object.entries(map(value));
  return entries.flatMap(([key, each]) => {
    const field = [...at, key];
    if (key === name) return [{ field, value: each }];
    return isSettings(key) ? [] : everywhere(each, name, field);
  });
}

function isSettings(key: string | number): boolean {
  return typeof key === 'string' && /(^c|C)onfig$/.test(key);
}
