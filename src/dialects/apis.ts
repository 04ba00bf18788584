import type { StrimziDialectName, TracingDialectName } from './dialect-names';

/** Spellings of Kafka clusters and what belongs to them, by group and version. */
export const STRIMZI_APIS: Readonly<Record<string, StrimziDialectName>> = {
  'kafka.strimzi.io/v1alpha1': 'strimzi-v1beta1-late',
  'kafka.strimzi.io/v1beta1': 'strimzi-v1beta1-late',
  'kafka.strimzi.io/v1beta2': 'strimzi-v1beta2',
  'kafka.strimzi.io/v1': 'strimzi-v1',
};

/** Spellings of Jaegers, by group and version. */
export const TRACING_APIS: Readonly<Record<string, TracingDialectName>> = {
  'jaegertracing.io/v1': 'jaeger-v1',
  'opentelemetry.io/v1beta1': 'opentelemetry-v1beta1',
};
