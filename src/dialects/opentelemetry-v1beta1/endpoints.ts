import { TRACE_PORTS, type TraceProtocol, type TracingBackendRecord } from '../../model/tracing';
import { serviceName } from '../common/service-name';
import type { HostPort, TracingEndpoints } from '../dialect';

/**
 * The objects of a backend: all-in-one is one; production is a collector and a query service; streaming has an ingester
 * besides, behind Kafka. What is passed on to another place is shown there.
 */
export function parts(backend: TracingBackendRecord): readonly TracingBackendRecord[] {
  const { name, strategy, part, storage } = backend;
  if (part !== undefined) return [backend];
  const isForwarded = storage.type === 'otlp';
  if (strategy === 'allInOne' && !isForwarded) return [backend];
  const taking =
    strategy === 'streaming'
      ? streamingParts(backend)
      : [shown({ ...backend, strategy: 'production', part: 'collector' })];
  return isForwarded ? taking : [...taking, { ...queryOf(backend), name: `${name}-query` }];
}

/** Spans are counted and sampled where they are stored: a trace is whole there. */
function streamingParts(backend: TracingBackendRecord): readonly TracingBackendRecord[] {
  const { buffer, tailSampling: _sampling, spanMetrics: _metrics, ...collector } = shown(backend);
  const { replicas: _replicas, jaegerClients: _clients, ...ingester } = shown(backend);
  const { group: _group, ...written } = buffer ?? { bootstrapServers: '' };
  return [
    { ...collector, part: 'collector', storage: { type: 'none' }, ...(buffer && { buffer: written }) },
    { ...ingester, part: 'ingester', name: `${backend.name}-ingester` },
  ];
}

/** What is for the part that shows traces is not for the others. */
function shown({ metricsUrl: _, ...backend }: TracingBackendRecord): TracingBackendRecord {
  return backend;
}

function queryOf(backend: TracingBackendRecord): TracingBackendRecord {
  const {
    replicas: _replicas,
    jaegerClients: _clients,
    buffer: _buffer,
    memoryLimiter: _limiter,
    batch: _batch,
    tailSampling: _sampling,
    spanMetrics: _metrics,
    ...query
  } = backend;
  return { ...query, strategy: 'production', part: 'query' };
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
  const takes = part === undefined || part === 'collector';
  const shows = part === undefined || part === 'query';
  const at = (protocol: TraceProtocol): HostPort => ({ host: collector, port: TRACE_PORTS[protocol] });
  return {
    ...(takes && { otlpGrpc: at('otlp-grpc'), otlpHttp: at('otlp-http') }),
    ...(takes && jaegerClients && { collector: at('jaeger-collector') }),
    ...(shows && { query: { service: serviceName(collector, '-extension'), port: 'jaeger-query' } }),
  };
}
