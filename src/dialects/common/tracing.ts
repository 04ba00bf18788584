import type { TracingSystem } from '../../model/tracing';

/** Reads the `tracing` of a Strimzi component. */
export function readTracing(wire: { readonly type?: string } | undefined): TracingSystem | undefined {
  return wire?.type === 'jaeger' || wire?.type === 'opentelemetry' ? wire.type : undefined;
}
