/** Image of Jaeger v2. One must be named: the operator's own is the OpenTelemetry collector, which has no storage. */
export const JAEGER_IMAGE = 'quay.io/jaegertracing/jaeger:2.20.0';
