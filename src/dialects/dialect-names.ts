/**
 * A spelling of Kafka clusters and what belongs to them: an API, `strimzi-v1beta1-late` for the listeners that `v1beta1` has
 * from 0.20 on, `strimzi-v1beta2-early` for the words that releases of `v1beta2` before 0.33 want,
 * `strimzi-v1beta2-middle` for those before 0.38, and `strimzi-v1beta2-late` for those before 0.42.
 */
export type StrimziDialectName =
  | 'strimzi-v1beta1'
  | 'strimzi-v1beta1-late'
  | 'strimzi-v1beta2-early'
  | 'strimzi-v1beta2-middle'
  | 'strimzi-v1beta2-late'
  | 'strimzi-v1beta2'
  | 'strimzi-v1';

/** A spelling of Jaeger: `jaeger-v1` is run by the Jaeger operator, `opentelemetry-v1beta1` by the OpenTelemetry operator. */
export type TracingDialectName = 'jaeger-v1' | 'opentelemetry-v1beta1';
