/** What a collector does with spans on their way. */
export interface TraceProcessing {
  /** When a collector refuses spans for lack of memory; absent: in its usual way where it is one of several parts, else never. */
  readonly memoryLimiter?: MemoryLimiterRecord;
  /** How spans are bundled; absent: in the collector's usual way. */
  readonly batch?: BatchRecord;
  /** Which traces are kept once all of their spans are there; absent: all. */
  readonly tailSampling?: TailSamplingRecord;
  /** What is counted of spans, for Prometheus to collect; absent: nothing. */
  readonly spanMetrics?: SpanMetricsRecord;
  /** URL of the Prometheus that Jaeger shows these metrics from; absent: it shows none. */
  readonly metricsUrl?: string;
}

/** Shares of the memory that the container may have, in percent. */
export interface MemoryLimiterRecord {
  /** At most so much is used. */
  readonly limit: number;
  /** So much of it is left for what comes between two looks, one second apart. */
  readonly spike: number;
}

/** When a bundle of spans is passed on. */
export interface BatchRecord {
  /** After this time, as a Go duration. */
  readonly timeout?: string;
  /** With so many spans. */
  readonly size?: number;
  /** With no more than so many spans. */
  readonly maxSize?: number;
}

/** Which traces are kept: those that one policy at least wants. */
export interface TailSamplingRecord {
  /** Time from the first span of a trace to the decision, as a Go duration. */
  readonly decisionWait?: string;
  /** Traces that are held in memory. */
  readonly maxTraces?: number;
  readonly policies: readonly SamplingPolicyRecord[];
}

/** A reason to keep a trace. Names tell policies apart in metrics and logs. */
export type SamplingPolicyRecord = { readonly name: string } & SamplingReason;

/** Why a trace is kept. */
export type SamplingReason =
  /** A span of it failed. */
  | { readonly type: 'errors' }
  /** It took longer than so many milliseconds. */
  | { readonly type: 'slow'; readonly milliseconds: number }
  /** Chance, of so many percent. */
  | {
      readonly type: 'share';
      /** Of traces, from 0 to 100, fractions too. */
      readonly percentage: number;
    }
  /** An attribute has one of the values. */
  | { readonly type: 'attribute'; readonly key: string; readonly values: readonly string[] }
  /** No more than so many spans were kept in the same second. */
  | { readonly type: 'rate'; readonly spansPerSecond: number };

/** Calls, errors and durations, by service, operation, kind and status. */
export interface SpanMetricsRecord {
  /** Attributes that they are told apart by as well. */
  readonly dimensions?: readonly string[];
  /** Time between two sums, as a Go duration. */
  readonly interval?: string;
}
