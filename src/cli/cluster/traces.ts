import type { Trace } from '../../reports/traces';
import { UsageError, type Io } from '../io';

/** So many traces of a service say enough of its response times. */
const TRACES_A_SERVICE = 1000;

/**
 * Asks Jaeger's query API for the latest traces of services, so many milliseconds back. `JAEGER_TOKEN` is sent as bearer
 * token where it is set.
 * @throws UsageError where nothing answers there, or something else than Jaeger
 */
export async function findTraces(
  url: string,
  services: readonly string[],
  since: number,
  io: Io,
): Promise<readonly Trace[]> {
  const token = io.env['JAEGER_TOKEN'];
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const start = String((Date.now() - since) * MICROSECONDS);
  const traces: Trace[] = [];
  for (const service of services) {
    const query = new URLSearchParams({ service, start, limit: String(TRACES_A_SERVICE) });
    const answer = await answerOf(`${url.replace(/\/+$/, '')}/api/traces?${query.toString()}`, headers);
    if (!Array.isArray(answer)) {
      throw new UsageError(
        `${url} answers, but not as Jaeger's query API does; name the address of its user interface`,
      );
    }
    for (const trace of answer as Trace[]) traces.push(trace);
  }
  return traces;
}

/** Of a millisecond. */
const MICROSECONDS = 1000;

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 30_000;

async function answerOf(url: string, headers: Readonly<Record<string, string>>): Promise<unknown> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Error(`it answers ${response.status} ${response.statusText}`);
    const { data } = (await response.json()) as { readonly data?: unknown };
    // Jaeger says null where it has none.
    return data === null ? [] : data;
  } catch (error) {
    const { message, cause } = error as Error;
    const why = cause instanceof Error ? cause.message : message;
    throw new UsageError(`no traces can be had of ${url}: ${why}`);
  }
}
