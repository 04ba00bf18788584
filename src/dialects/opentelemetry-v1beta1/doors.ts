import { TRACE_PORTS, type TraceProtocol, type TracingBackend } from '../../model/tracing';
import { serviceName } from '../common/service-name';
import type { Door, TracingDoors } from '../dialect';

/** The objects of a backend: all-in-one is one, production a collector and a query service. */
export function parts(backend: TracingBackend): readonly TracingBackend[] {
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
export function doors(backend: TracingBackend): TracingDoors {
  return Object.assign({}, ...parts(backend).map(doorsOf)) as TracingDoors;
}

function doorsOf({ name, part, jaegerClients }: TracingBackend): TracingDoors {
  const collector = serviceName(name, '-collector');
  const at = (protocol: TraceProtocol): Door => ({ host: collector, port: TRACE_PORTS[protocol] });
  return {
    ...(part !== 'query' && { otlpGrpc: at('otlp-grpc'), otlpHttp: at('otlp-http') }),
    ...(part !== 'query' && jaegerClients && { collector: at('jaeger-collector') }),
    ...(part !== 'collector' && { query: { service: serviceName(collector, '-extension'), port: 'jaeger-query' } }),
  };
}
