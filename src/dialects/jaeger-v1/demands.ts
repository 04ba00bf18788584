import type { TracingBackendRecord } from '../../model/tracing';
import type { Limit } from '../common/codec';

/** What the Jaeger operator asks of a Jaeger, and its schema does not say. */
export function demands({ strategy, storage, buffer }: TracingBackendRecord): Limit[] {
  const found: Limit[] = [];
  const { type } = storage;
  if (strategy !== 'allInOne' && (type === 'memory' || type === 'badger')) {
    found.push({
      field: 'spec.strategy',
      given: strategy,
      message: `With ${type} storage the operator makes an all-in-one Jaeger, and only its log says so.`,
      allowed: 'allInOne, or elasticsearch or cassandra storage',
    });
  }
  if (type === 'elasticsearch' && storage.serverUrls.length === 0) {
    found.push({
      field: 'spec.storage.options.es.server-urls',
      message: 'Without a URL the operator asks for an Elasticsearch of its own.',
      allowed: 'at least one URL',
      remedy: 'Give the URL of an Elasticsearch.',
    });
  }
  if (strategy === 'streaming' && buffer === undefined) {
    found.push({
      field: 'spec.collector.options.kafka.producer.brokers',
      message: 'Without brokers the operator makes a Kafka with ZooKeeper in an API of its own time.',
      allowed: 'bootstrap servers of a Kafka cluster',
      remedy: 'Give the bootstrap servers of a Kafka cluster.',
    });
  }
  return found;
}
