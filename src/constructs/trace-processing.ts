import type { Duration } from 'cdk8s';
import type { TraceProcessing } from '../model/trace-processing';
import { goDuration } from './quantities';
import { tailSamplingOf, type TailSamplingProps } from './sampling-policy';

/** When a Jaeger refuses spans for lack of memory. It knows the container's bound from `resources`. */
export interface MemoryLimiterProps {
  /**
   * Percent of the container's memory that it may use.
   * @default 80
   */
  readonly limit?: number;
  /**
   * Percent of the container's memory that is left, below the limit, for what comes within a second.
   * @default 25
   */
  readonly spike?: number;
}

/** When a bundle of spans is passed on. */
export interface SpanBatchProps {
  /**
   * After this time, to the millisecond.
   * @default - the processor's own
   */
  readonly timeout?: Duration;
  /**
   * With so many spans.
   * @default - the processor's own
   */
  readonly size?: number;
  /**
   * With no more than so many spans: larger bundles are divided.
   * @default - they are not
   */
  readonly maxSize?: number;
}

/** What is counted of spans, before any is sampled away: calls, errors and durations. */
export interface SpanMetricsProps {
  /**
   * Attributes that they are told apart by, besides service, operation, kind and status.
   * @default - none
   */
  readonly dimensions?: readonly string[];
  /**
   * Time between two sums, to the millisecond.
   * @default - the connector's own
   */
  readonly interval?: Duration;
  /**
   * URL of the Prometheus that collects them, for Jaeger to show them.
   * @default - Jaeger shows none
   */
  readonly prometheusUrl?: string;
}

/** What a Jaeger v2 does with spans on their way. */
export interface TraceProcessingProps {
  /**
   * When Jaeger v2 refuses spans for lack of memory, so that it is not killed.
   * @default - in the usual way with the strategies `production` and `streaming`, else never
   */
  readonly memoryLimiter?: MemoryLimiterProps;
  /**
   * How Jaeger v2 bundles spans.
   * @default - in the processor's own way
   */
  readonly batch?: SpanBatchProps;
  /**
   * Which traces Jaeger v2 keeps, once all of their spans are there.
   * @default - all that it gets; `sampler` says which those are
   */
  readonly tailSampling?: TailSamplingProps;
  /**
   * What Jaeger v2 counts of spans: Prometheus finds it at port 8889 of the Service of what stores them.
   * @default - nothing
   */
  readonly spanMetrics?: SpanMetricsProps;
}

/** What is said of spans on their way. */
export function processingOf(props: TraceProcessingProps): TraceProcessing {
  const { memoryLimiter, batch, tailSampling, spanMetrics } = props;
  return {
    ...(memoryLimiter && { memoryLimiter: { limit: memoryLimiter.limit ?? 80, spike: memoryLimiter.spike ?? 25 } }),
    ...(batch && { batch: batchOf(batch) }),
    ...(tailSampling && { tailSampling: tailSamplingOf(tailSampling) }),
    ...(spanMetrics && { spanMetrics: spanMetricsOf(spanMetrics) }),
    ...(spanMetrics?.prometheusUrl !== undefined && { metricsUrl: spanMetrics.prometheusUrl }),
  };
}

function batchOf({ timeout, size, maxSize }: SpanBatchProps): TraceProcessing['batch'] {
  return {
    ...(timeout && { timeout: goDuration(timeout) }),
    ...(size !== undefined && { size }),
    ...(maxSize !== undefined && { maxSize }),
  };
}

function spanMetricsOf({ dimensions, interval }: SpanMetricsProps): TraceProcessing['spanMetrics'] {
  return { ...(dimensions && { dimensions }), ...(interval && { interval: goDuration(interval) }) };
}
