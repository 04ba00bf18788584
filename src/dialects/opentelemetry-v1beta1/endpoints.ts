import { TRACE_PORTS, type TraceProtocol, type TracingBackendRecord } from '../../model/tracing';
import { serviceName } from '../common/service-name';
import type { HostPort, TracingEndpoints } from '../dialect';

/** The objects of a backend: all-in-one is one, production a collector and a query service. */
export function parts(backend: TracingBackendRecord): readonly TracingBackendRecord[] {
  if (backend.strategy !== 'production' || backend.part !== undefined) return [backend];
  const { replicas: _, ...query } = backend;
  return [
    { ...backend, part: 'collector' },
    { ...query, part: 'query', name: `${backend.name}-query` },
  ];
}

/**
 * Where a Jaeger v2 listens. The operator puts the user interface behind a Service of its own, and opens neither that
 * nor any other port to the outside.
 */
export function endpoints(backend: TracingBackendRecord): TracingEndpoints {
  return Object.assign({}, ...parts(backend).map(endpointsOf)) as TracingEndpoints;
}

function endpointsOf({ name, part, jaegerClients }: TracingBackendRecord): TracingEndpoints {
  const collector = serviceName(name, '-collector');
  const at = (protocol: TraceProtocol): HostPort => ({ host: collector, port: TRACE_PORTS[protocol] });
  return {
    ...(part !== 'query' && { otlpGrpc: at('otlp-grpc'), otlpHttp: at('otlp-http') }),
    ...(part !== 'query' && jaegerClients && { collector: at('jaeger-collector') }),
    ...(part !== 'collector' && { query: { service: serviceName(collector, '-extension'), port: 'jaeger-query' } }),
  };
}
