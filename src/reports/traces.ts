/** A trace as Jaeger's query API tells it. */
export interface Trace {
  readonly traceID: string;
  readonly spans: readonly Span[];
  readonly processes: Readonly<Record<string, { readonly serviceName: string }>>;
}

interface Span {
  readonly processID: string;
  readonly operationName: string;
  /** Microseconds. */
  readonly duration: number;
}

/** How long one part of a pipeline takes. */
export interface Hop {
  readonly service: string;
  readonly operation: string;
  /** Spans that were seen. */
  readonly count: number;
  /** Milliseconds that half of the spans stay within. */
  readonly p50: number;
  /** Milliseconds that 99 of 100 spans stay within. */
  readonly p99: number;
}

/** The services that programs name themselves in traces, by the variables of the tracing libraries. */
export function tracedServices(manifests: readonly unknown[]): readonly string[] {
  const names = new Set<string>();
  const open = [...manifests];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const { name, value: given } = value as { readonly name?: unknown; readonly value?: unknown };
    if (VARIABLES.has(name) && typeof given === 'string' && given !== '') names.add(given);
    for (const inner of Object.values(value) as unknown[])
      if (typeof inner === 'object' && inner !== null) open.push(inner);
  }
  return [...names].sort();
}

const VARIABLES = new Set<unknown>(['JAEGER_SERVICE_NAME', 'OTEL_SERVICE_NAME']);

/** How long each operation of each service takes. A trace that is given twice counts once. */
export function hopsOf(traces: readonly Trace[]): readonly Hop[] {
  const durations = new Map<string, number[]>();
  const known = new Set<string>();
  for (const { traceID, spans, processes } of traces) {
    if (known.has(traceID)) continue;
    known.add(traceID);
    for (const { processID, operationName, duration } of spans) {
      const key = JSON.stringify([processes[processID]?.serviceName ?? '', operationName]);
      const ofHop = durations.get(key);
      if (ofHop) ofHop.push(duration);
      else durations.set(key, [duration]);
    }
  }
  const hops = [...durations].map(([key, each]) => hopOf(JSON.parse(key) as [string, string], each));
  return hops.sort((a, b) => compare(a.service, b.service) || compare(a.operation, b.operation));
}

function hopOf([service, operation]: readonly [string, string], durations: readonly number[]): Hop {
  const sorted = [...durations].sort((a, b) => a - b);
  return { service, operation, count: sorted.length, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

/** The smallest duration that so large a part of all stays within, in milliseconds. */
function percentile(sorted: readonly number[], part: number): number {
  return (sorted[Math.ceil(sorted.length * part) - 1] ?? 0) / 1000;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
