import type { Config } from '../../../imports/opentelemetry-v1beta1';
import type { JsonObject } from '../../model/json';
import { TRACE_PORTS, type TracingBackendRecord } from '../../model/tracing';
import { defined } from '../common/codec';
import { list, map, text } from '../../model/guarded';
import { writeBackend, type Backend } from './storage';

/** Name of the one backend; the storage extension, the exporter and the query extension must agree on it. */
const BACKEND = 'main';
const STORAGE = 'jaeger_storage';
const QUERY = 'jaeger_query';
const EXPORTER = 'jaeger_storage_exporter';
const QUERY_PORT = 16686;

/**
 * The configuration of a Jaeger v2. Endpoints are written out: their defaults differ between operator versions. JsonObject
 * that are left at their defaults are `{}`: null gets lost on the way.
 */
export function writeConfig(backend: TracingBackendRecord): JsonObject {
  const { part, logLevel } = backend;
  const processors = part === 'collector' ? { memory_limiter: { ...MEMORY_LIMITER }, batch: {} } : { batch: {} };
  const receivers = part === 'query' ? { nop: {} } : writeReceivers(backend);
  const exporters = part === 'query' ? { nop: {} } : { [EXPORTER]: { trace_storage: BACKEND } };
  const extensions = writeExtensions(backend);
  return {
    receivers,
    processors,
    exporters,
    extensions,
    service: defined({
      extensions: Object.keys(extensions),
      pipelines: {
        traces: {
          receivers: Object.keys(receivers),
          processors: Object.keys(processors),
          exporters: Object.keys(exporters),
        },
      },
      telemetry: logLevel === undefined ? undefined : { logs: { level: logLevel } },
    }),
  } satisfies Config;
}

/** Shares of the container's memory. */
const MEMORY_LIMITER = { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 25 };

function writeReceivers({ jaegerClients }: TracingBackendRecord): JsonObject {
  const endpoint = (protocol: keyof typeof TRACE_PORTS): JsonObject => ({
    endpoint: anyAddress(TRACE_PORTS[protocol]),
  });
  return defined({
    otlp: { protocols: { grpc: endpoint('otlp-grpc'), http: endpoint('otlp-http') } },
    jaeger: jaegerClients ? { protocols: { thrift_http: endpoint('jaeger-collector') } } : undefined,
  });
}

function writeExtensions({ part, storage }: TracingBackendRecord): JsonObject {
  return defined({
    [STORAGE]: { backends: { [BACKEND]: writeBackend(storage, part !== 'query') } },
    [QUERY]:
      part === 'collector' ? undefined : { storage: { traces: BACKEND }, http: { endpoint: anyAddress(QUERY_PORT) } },
  });
}

function anyAddress(port: number): string {
  return `0.0.0.0:${port}`;
}

/** What a configuration says, and the backend of its storage extension that the rest of it means. */
export function readConfig(
  config: JsonObject | undefined,
): Pick<TracingBackendRecord, 'strategy' | 'part' | 'logLevel' | 'jaegerClients'> & { readonly backend: Backend } {
  const { extensions, exporters, service } = map(config);
  const pipelines = Object.values(map(map(service)['pipelines'])).map(map);
  const uses = (kind: 'receivers' | 'exporters', name: string): boolean =>
    pipelines.some((pipeline) => list(pipeline[kind]).includes(name));
  const shows = list(map(service)['extensions']).includes(QUERY);
  const stores = uses('exporters', EXPORTER);
  const name =
    text(map(map(exporters)[EXPORTER])['trace_storage']) ??
    text(map(map(map(extensions)[QUERY])['storage'])['traces']) ??
    BACKEND;
  return defined({
    ...(shows === stores
      ? { strategy: 'allInOne' as const }
      : { strategy: 'production' as const, part: shows ? ('query' as const) : ('collector' as const) }),
    logLevel: text(map(map(map(service)['telemetry'])['logs'])['level']),
    jaegerClients: uses('receivers', 'jaeger') ? true : undefined,
    backend: map(map(map(map(extensions)[STORAGE])['backends'])[name]),
  });
}

/** Whether a collector is a Jaeger: it keeps or shows traces. */
export function isJaeger(config: unknown): boolean {
  const extensions = map(map(config)['extensions']);
  return STORAGE in extensions || QUERY in extensions;
}
