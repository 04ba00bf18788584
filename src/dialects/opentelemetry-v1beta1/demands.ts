import type { TracingBackendRecord } from '../../model/tracing';
import type { Limit } from '../common/codec';

/** What a Jaeger v2 in an OpenTelemetryCollector asks for, and the schema does not say. */
export function demands({ strategy, part, storage, replicas = 1 }: TracingBackendRecord): Limit[] {
  if (storage.type !== 'memory' && storage.type !== 'badger') return [];
  const found: Limit[] = [];
  if (strategy === 'production' && part !== undefined) {
    found.push({
      field: 'spec.config.extensions.jaeger_storage',
      given: storage.type,
      message: `Collector and query cannot share a store that is kept by ${storage.type} in one process.`,
      allowed: 'elasticsearch, opensearch or cassandra, or one collector that shows traces too',
    });
  }
  if (replicas > 1) {
    found.push({
      field: 'spec.replicas',
      given: replicas,
      message: `With ${storage.type} storage each pod has traces of its own, and shows no others.`,
      allowed: '1, or elasticsearch, opensearch or cassandra storage',
    });
  }
  return found;
}
