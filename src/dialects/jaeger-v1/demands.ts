import type { TracingBackendRecord } from '../../model/tracing';
import type { Limit } from '../common/codec';

/** What the Jaeger operator asks of a Jaeger, and its schema does not say. */
export function demands(backend: TracingBackendRecord): Limit[] {
  return [...storeDemands(backend), ...bufferDemands(backend)];
}

function storeDemands({ strategy, storage }: TracingBackendRecord): Limit[] {
  const { type } = storage;
  switch (type) {
    case 'memory':
    case 'badger':
      if (strategy === 'allInOne') return [];
      return [
        {
          field: 'spec.strategy',
          given: strategy,
          message: `With ${type} storage the operator makes an all-in-one Jaeger, and only its log says so.`,
          allowed: 'allInOne, or elasticsearch or cassandra storage',
        },
      ];
    case 'elasticsearch':
      if (storage.serverUrls.length > 0) return [];
      return [
        {
          field: 'spec.storage.options.es.server-urls',
          message: 'Without a URL the operator asks for an Elasticsearch of its own.',
          allowed: 'at least one URL',
          remedy: 'Give the URL of an Elasticsearch.',
        },
      ];
    case 'otlp':
    case 'none':
      return [
        {
          field: 'spec.storage.type',
          given: type,
          message: 'Jaeger v1 passes no traces on: it keeps them itself.',
          allowed: 'memory, badger, elasticsearch or cassandra',
          remedy: 'Choose another storage, or run Jaeger v2.',
        },
      ];
    case 'opensearch':
    case 'cassandra':
      return [];
  }
}

function bufferDemands({ strategy, buffer }: TracingBackendRecord): Limit[] {
  const found: Limit[] = [];
  if (strategy === 'streaming' && buffer === undefined) {
    found.push({
      field: 'spec.collector.options.kafka.producer.brokers',
      message: 'Without brokers the operator makes a Kafka with ZooKeeper in an API of its own time.',
      allowed: 'bootstrap servers of a Kafka cluster',
      remedy: 'Give the bootstrap servers of a Kafka cluster.',
    });
  }
  if (buffer?.credentials && buffer.credentials.type !== 'tls') {
    found.push({
      field: 'spec.buffer.credentials',
      given: buffer.credentials.type,
      message: 'Jaeger v1 takes a password from a variable of its own name, which the Secret of a user does not have.',
      allowed: 'a client certificate',
      remedy: 'Name a listener with the authentication tls, or run Jaeger v2.',
    });
  }
  return found;
}
