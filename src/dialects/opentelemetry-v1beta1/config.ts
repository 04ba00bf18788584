import type { Config } from '../../../imports/opentelemetry-v1beta1';
import type { JsonObject } from '../../model/json';
import { TRACE_PORTS, type TraceStorageRecord, type TracingBackendRecord } from '../../model/tracing';
import { defined } from '../common/codec';
import { list, map, text } from '../../model/guarded';
import type { WireEnv } from '../common/pods';
import type { MountedSecret } from '../common/secret-files';
import { KAFKA, readBuffer, writeExporter, writeReceiver } from './buffer';
import { readForward, writeForward } from './forward';
import { readProcessors, readSpanMetrics, writeProcessors, writeSpanMetrics } from './processing';
import { readBackend, writeBackend, type Backend } from './storage';

/** Usual name of the one backend; the storage extension, the exporter and the query extension must agree on it. */
const BACKEND = 'main';
const STORAGE = 'jaeger_storage';
const QUERY = 'jaeger_query';
const EXPORTER = 'jaeger_storage_exporter';
const QUERY_PORT = 16686;
/** Name of the connector that counts spans, and of the Prometheus that Jaeger asks for what became of it. */
const SPAN_METRICS = 'span_metrics';
const FORMER_SPAN_METRICS = 'spanmetrics';
const METRICS = 'metrics';
const METRICS_PORT = 8889;

/**
 * The configuration of a Jaeger v2. Endpoints are written out: their defaults differ between operator versions. JsonObject
 * that are left at their defaults are `{}`: null gets lost on the way.
 */
export function writeConfig(backend: TracingBackendRecord): JsonObject {
  const { logLevel, spanMetrics } = backend;
  const receivers = writeReceivers(backend);
  const processors = writeProcessors(backend);
  const exporters = writeExporters(backend);
  const extensions = writeExtensions(backend);
  const enabled = Object.keys(extensions);
  const traces = {
    receivers: Object.keys(receivers),
    processors: Object.keys(processors),
    exporters: Object.keys(exporters),
  };
  return defined({
    receivers,
    processors,
    exporters: spanMetrics ? { ...exporters, prometheus: { endpoint: anyAddress(METRICS_PORT) } } : exporters,
    connectors: spanMetrics && { [SPAN_METRICS]: writeSpanMetrics(spanMetrics) },
    extensions: enabled.length > 0 ? extensions : undefined,
    service: defined({
      extensions: enabled.length > 0 ? enabled : undefined,
      pipelines: { traces, ...(spanMetrics && writeMetricsPipelines(traces)) },
      telemetry: logLevel === undefined ? undefined : { logs: { level: logLevel } },
    }),
  } satisfies Partial<Config>);
}

function writeReceivers({ part, buffer, jaegerClients }: TracingBackendRecord): JsonObject {
  if (part === 'query') return { nop: {} };
  if (part === 'ingester') return buffer ? { [KAFKA]: writeReceiver(buffer) } : { nop: {} };
  const endpoint = (protocol: keyof typeof TRACE_PORTS): JsonObject => ({
    endpoint: anyAddress(TRACE_PORTS[protocol]),
  });
  return defined({
    otlp: { protocols: { grpc: endpoint('otlp-grpc'), http: endpoint('otlp-http') } },
    jaeger: jaegerClients ? { protocols: { thrift_http: endpoint('jaeger-collector') } } : undefined,
  });
}

function writeExporters({ part, strategy, storage, storeName, buffer }: TracingBackendRecord): JsonObject {
  if (part === 'query') return { nop: {} };
  if (part === 'collector' && strategy === 'streaming' && buffer) return { [KAFKA]: writeExporter(buffer) };
  if (storage.type === 'otlp') return writeForward(storage);
  return storage.type === 'none' ? { nop: {} } : { [EXPORTER]: { trace_storage: storeName ?? BACKEND } };
}

function writeExtensions({ part, storage, storeName = BACKEND, metricsUrl }: TracingBackendRecord): JsonObject {
  const shows = part === undefined || part === 'query';
  const backend = writeBackend(storage, part !== 'query');
  const metrics = shows ? metricsUrl : undefined;
  return defined({
    [STORAGE]:
      backend &&
      defined({
        backends: { [storeName]: backend },
        metric_backends: metrics === undefined ? undefined : { [METRICS]: { prometheus: { endpoint: metrics } } },
      }),
    [QUERY]:
      shows && backend
        ? {
            storage: defined({ traces: storeName, metrics: metrics === undefined ? undefined : METRICS }),
            http: { endpoint: anyAddress(QUERY_PORT) },
          }
        : undefined,
  });
}

/** Spans are counted before any of them is sampled away. */
function writeMetricsPipelines(traces: { readonly receivers: string[]; readonly processors: string[] }): JsonObject {
  return {
    'traces/metrics': {
      receivers: [...traces.receivers],
      processors: traces.processors.filter((name) => name === 'memory_limiter'),
      exporters: [SPAN_METRICS],
    },
    metrics: { receivers: [SPAN_METRICS], exporters: ['prometheus'] },
  };
}

function anyAddress(port: number): string {
  return `0.0.0.0:${port}`;
}

/** Where a configuration has its secrets from. */
export interface Secrets {
  readonly env: WireEnv | undefined;
  readonly mounts: readonly MountedSecret[];
}

type Said = Pick<
  TracingBackendRecord,
  | 'strategy'
  | 'part'
  | 'storeName'
  | 'buffer'
  | 'logLevel'
  | 'jaegerClients'
  | 'memoryLimiter'
  | 'batch'
  | 'tailSampling'
  | 'spanMetrics'
  | 'metricsUrl'
>;

/** What a configuration says of all but the store. */
export function readConfig(config: JsonObject | undefined, secrets: Secrets): Said {
  const { receivers, processors, exporters, service } = map(config);
  const place = placeOf(config);
  const { env, mounts } = secrets;
  const client = map(place.part === 'ingester' ? receivers : exporters)[KAFKA];
  return defined({
    ...place,
    storeName: readStoreName(config),
    ...readProcessors(map(processors), place.part),
    buffer: place.strategy === 'streaming' ? readBuffer(client, env, mounts) : undefined,
    logLevel: text(map(map(map(service)['telemetry'])['logs'])['level']),
    jaegerClients: uses(config, 'receivers', 'jaeger') ? true : undefined,
    spanMetrics: readCounting(config),
    metricsUrl: readMetricsUrl(config),
  });
}

/** Which part of a backend a configuration makes. */
function placeOf(config: JsonObject | undefined): Pick<TracingBackendRecord, 'strategy' | 'part'> {
  const shows = isShown(config);
  const stores = uses(config, 'exporters', EXPORTER);
  if (shows) return stores ? { strategy: 'allInOne' } : { strategy: 'production', part: 'query' };
  if (uses(config, 'receivers', KAFKA)) return { strategy: 'streaming', part: 'ingester' };
  if (stores) return { strategy: 'production', part: 'collector' };
  if (uses(config, 'exporters', KAFKA)) return { strategy: 'streaming', part: 'collector' };
  return forwardIn(config, NO_SECRETS) ? { strategy: 'production', part: 'collector' } : { strategy: 'allInOne' };
}

const NO_SECRETS: Secrets = { env: undefined, mounts: [] };

/** Where a configuration keeps traces. */
export function readStorage(
  config: JsonObject | undefined,
  secrets: Secrets,
  pod: Parameters<typeof readBackend>[1],
): TraceStorageRecord {
  if (isShown(config) || uses(config, 'exporters', EXPORTER))
    return readBackend(backendOf(config), pod, secrets.mounts);
  if (uses(config, 'exporters', KAFKA) && !uses(config, 'receivers', KAFKA)) return { type: 'none' };
  return forwardIn(config, secrets) ?? readBackend(backendOf(config), pod, secrets.mounts);
}

/** The backend of the storage extension that the rest of the configuration means. */
function backendOf(config: JsonObject | undefined): Backend {
  return map(backendsOf(config)[backendName(config)]);
}

function backendsOf(config: JsonObject | undefined): Backend {
  return map(map(map(map(config)['extensions'])[STORAGE])['backends']);
}

function backendName(config: JsonObject | undefined): string {
  const { extensions, exporters } = map(config);
  return (
    text(map(map(exporters)[EXPORTER])['trace_storage']) ??
    text(map(map(map(extensions)[QUERY])['storage'])['traces']) ??
    BACKEND
  );
}

function readStoreName(config: JsonObject | undefined): string | undefined {
  const name = backendName(config);
  return name !== BACKEND && Object.hasOwn(backendsOf(config), name) ? name : undefined;
}

/** Reads the connector that counts spans; the name that it had before is taken still. */
function readCounting(config: JsonObject | undefined): TracingBackendRecord['spanMetrics'] {
  const name = [SPAN_METRICS, FORMER_SPAN_METRICS].find((each) => uses(config, 'exporters', each));
  return name === undefined ? undefined : readSpanMetrics(map(map(config)['connectors'])[name]);
}

function readMetricsUrl(config: JsonObject | undefined): string | undefined {
  const extensions = map(map(config)['extensions']);
  const name = text(map(map(extensions[QUERY])['storage'])['metrics']);
  if (name === undefined || !isShown(config)) return undefined;
  return text(map(map(map(map(extensions[STORAGE])['metric_backends'])[name])['prometheus'])['endpoint']);
}

function forwardIn(config: JsonObject | undefined, { env, mounts }: Secrets): ReturnType<typeof readForward> {
  const exporters = Object.entries(map(map(config)['exporters'])).filter(([name]) => uses(config, 'exporters', name));
  return readForward(Object.fromEntries(exporters), env, mounts);
}

function isShown(config: JsonObject | undefined): boolean {
  return list(map(map(config)['service'])['extensions']).includes(QUERY);
}

function uses(config: JsonObject | undefined, kind: 'receivers' | 'exporters', name: string): boolean {
  const pipelines = Object.values(map(map(map(config)['service'])['pipelines'])).map(map);
  return pipelines.some((pipeline) => list(pipeline[kind]).includes(name));
}

/** Whether a collector is a Jaeger: it keeps or shows traces, or runs Jaeger's image. */
export function isJaeger(spec: unknown): boolean {
  const { config, image } = map(spec);
  const extensions = map(map(config)['extensions']);
  return STORAGE in extensions || QUERY in extensions || /(^|\/)jaeger(:|@|$)/.test(text(image) ?? '');
}
