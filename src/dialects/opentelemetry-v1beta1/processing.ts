import type { JsonObject } from '../../model/json';
import { list, map, number, text, texts } from '../../model/guarded';
import type {
  BatchRecord,
  MemoryLimiterRecord,
  SamplingPolicyRecord,
  SamplingReason,
  SpanMetricsRecord,
  TailSamplingRecord,
  TraceProcessing,
} from '../../model/trace-processing';
import type { TracingBackendRecord } from '../../model/tracing';
import { defined, present } from '../common/codec';

/** Shares of the container's memory that parts of a Jaeger which take spans have where nothing else is said. */
const USUAL_LIMITER: MemoryLimiterRecord = { limit: 80, spike: 25 };

/** What spans go through, in this order. */
export function writeProcessors(backend: TracingBackendRecord): JsonObject {
  const { part, batch, memoryLimiter = takesSpans(part) ? USUAL_LIMITER : undefined, tailSampling } = backend;
  return defined({
    memory_limiter: memoryLimiter && writeLimiter(memoryLimiter),
    tail_sampling: tailSampling && writeSampling(tailSampling),
    batch: batch ? writeBatch(batch) : {},
  });
}

/** Reads what spans go through. */
export function readProcessors(
  processors: Readonly<Record<string, unknown>>,
  part: TracingBackendRecord['part'],
): Pick<TraceProcessing, 'memoryLimiter' | 'batch' | 'tailSampling'> {
  return defined({
    memoryLimiter: readLimiter(map(processors['memory_limiter']), takesSpans(part)),
    batch: readBatch(map(processors['batch'])),
    tailSampling: 'tail_sampling' in processors ? readSampling(map(processors['tail_sampling'])) : undefined,
  });
}

/** The connector that counts spans. */
export function writeSpanMetrics({ dimensions, interval }: SpanMetricsRecord): JsonObject {
  return defined({
    dimensions: dimensions?.map((name) => ({ name })),
    metrics_flush_interval: interval,
  });
}

/** Reads the connector that counts spans. */
export function readSpanMetrics(wire: unknown): SpanMetricsRecord {
  const { dimensions, metrics_flush_interval: interval } = map(wire);
  return defined({
    dimensions:
      dimensions === undefined ? undefined : list(dimensions).flatMap((each) => text(map(each)['name']) ?? []),
    interval: text(interval),
  });
}

function takesSpans(part: TracingBackendRecord['part']): boolean {
  return part === 'collector' || part === 'ingester';
}

function writeLimiter({ limit, spike }: MemoryLimiterRecord): JsonObject {
  return { check_interval: '1s', limit_percentage: limit, spike_limit_percentage: spike };
}

function readLimiter(wire: Readonly<Record<string, unknown>>, isUsual: boolean): MemoryLimiterRecord | undefined {
  const [limit, spike] = [number(wire['limit_percentage']), number(wire['spike_limit_percentage'])];
  if (limit === undefined || spike === undefined) return undefined;
  return isUsual && limit === USUAL_LIMITER.limit && spike === USUAL_LIMITER.spike ? undefined : { limit, spike };
}

function writeBatch({ timeout, size, maxSize }: BatchRecord): JsonObject {
  return defined({ timeout, send_batch_size: size, send_batch_max_size: maxSize });
}

function readBatch(wire: Readonly<Record<string, unknown>>): BatchRecord | undefined {
  return present({
    timeout: text(wire['timeout']),
    size: number(wire['send_batch_size']),
    maxSize: number(wire['send_batch_max_size']),
  });
}

function writeSampling({ decisionWait, maxTraces, policies }: TailSamplingRecord): JsonObject {
  return defined({
    decision_wait: decisionWait,
    num_traces: maxTraces,
    policies: policies.map((policy) => ({ name: policy.name, ...writeReason(policy) })),
  });
}

function readSampling(wire: Readonly<Record<string, unknown>>): TailSamplingRecord {
  return defined({
    decisionWait: text(wire['decision_wait']),
    maxTraces: number(wire['num_traces']),
    policies: list(wire['policies']).flatMap((policy): SamplingPolicyRecord[] => {
      const name = text(map(policy)['name']);
      const reason = readReason(map(policy));
      return name === undefined || !reason ? [] : [{ name, ...reason }];
    }),
  });
}

function writeReason(reason: SamplingReason): JsonObject {
  switch (reason.type) {
    case 'errors':
      return { type: 'status_code', status_code: { status_codes: ['ERROR'] } };
    case 'slow':
      return { type: 'latency', latency: { threshold_ms: reason.milliseconds } };
    case 'share':
      return { type: 'probabilistic', probabilistic: { sampling_percentage: reason.percentage } };
    case 'attribute':
      return { type: 'string_attribute', string_attribute: { key: reason.key, values: [...reason.values] } };
    case 'rate':
      return { type: 'rate_limiting', rate_limiting: { spans_per_second: reason.spansPerSecond } };
  }
}

/** Reads why a trace is kept; a reason that the model has no word for is kept by the codec. */
function readReason(policy: Readonly<Record<string, unknown>>): SamplingReason | undefined {
  const settings = map(policy[text(policy['type']) ?? '']);
  switch (policy['type']) {
    case 'status_code':
      return texts(settings['status_codes']).join() === 'ERROR' ? { type: 'errors' } : undefined;
    case 'latency':
      return given(number(settings['threshold_ms']), (milliseconds) => ({ type: 'slow', milliseconds }));
    case 'probabilistic':
      return given(number(settings['sampling_percentage']), (percentage) => ({ type: 'share', percentage }));
    case 'string_attribute':
      return given(text(settings['key']), (key) => ({ type: 'attribute', key, values: texts(settings['values']) }));
    case 'rate_limiting':
      return given(number(settings['spans_per_second']), (spansPerSecond) => ({ type: 'rate', spansPerSecond }));
    default:
      return undefined;
  }
}

function given<T>(value: T | undefined, reason: (value: T) => SamplingReason): SamplingReason | undefined {
  return value === undefined ? undefined : reason(value);
}
