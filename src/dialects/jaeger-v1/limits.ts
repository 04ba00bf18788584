import type { TracingBackendRecord } from '../../model/tracing';
import type { Limit } from '../common/codec';
import { isOnDisk } from '../common/badger';

const JAEGER_V2 = 'Jaeger v2 on the OpenTelemetry operator';

/** What a Jaeger resource cannot say. */
export function limits(backend: TracingBackendRecord): Limit[] {
  return [...strategyLimits(backend), ...storageLimits(backend), ...bufferLimits(backend)];
}

function strategyLimits({ strategy, part, image, replicas }: TracingBackendRecord): Limit[] {
  const found: Limit[] = [];
  if (part !== undefined) {
    found.push({
      field: 'part',
      given: part,
      message: 'One Jaeger resource is the whole backend.',
      allowed: 'none',
      since: JAEGER_V2,
    });
  }
  if (strategy !== 'allInOne' && image !== undefined) {
    found.push({
      field: 'image',
      given: image,
      message: `With the strategy ${strategy}, collector and query have images of their own.`,
      allowed: "none: the operator's images",
      since: JAEGER_V2,
    });
  }
  if (strategy === 'allInOne' && replicas !== undefined) {
    found.push({
      field: 'replicas',
      given: replicas,
      message: 'An all-in-one Jaeger is always one pod.',
      allowed: 'none, or the strategy production',
      since: JAEGER_V2,
    });
  }
  return found;
}

function storageLimits({ strategy, storage }: TracingBackendRecord): Limit[] {
  const found: Limit[] = [];
  const { type } = storage;
  if (strategy !== 'allInOne' && (type === 'memory' || type === 'badger')) {
    found.push({
      field: 'strategy',
      given: strategy,
      message: `With ${type} storage the operator makes an all-in-one Jaeger, and only its log says so.`,
      allowed: 'allInOne, or elasticsearch or cassandra storage',
    });
  }
  if (type === 'opensearch') {
    found.push({
      field: 'storage.type',
      given: type,
      message: 'The operator does not know the name and keeps traces in memory.',
      allowed: 'memory, badger, elasticsearch, cassandra',
      since: JAEGER_V2,
    });
  }
  if (type === 'elasticsearch' && storage.serverUrls.length === 0) {
    found.push({
      field: 'storage.serverUrls',
      given: [],
      message: 'Without a URL the operator asks for an Elasticsearch of its own.',
      allowed: 'at least one URL',
    });
  }
  if (storage.type === 'badger') {
    if (storage.size !== undefined) {
      found.push({
        field: 'storage.size',
        given: storage.size,
        message: 'The operator claims no volume.',
        allowed: 'a claim that is there already',
        since: JAEGER_V2,
      });
    }
    if (storage.ephemeral === true && isOnDisk(storage)) {
      found.push({
        field: 'storage.ephemeral',
        given: true,
        message: 'A store on a claimed volume outlives its process.',
        allowed: 'none',
      });
    }
  }
  return found;
}

function bufferLimits({ strategy, buffer }: TracingBackendRecord): Limit[] {
  if (strategy === 'streaming' && buffer === undefined) {
    return [
      {
        field: 'buffer',
        message: 'Without brokers the operator makes a Kafka with ZooKeeper in an API of its own time.',
        allowed: 'bootstrap servers of a Kafka cluster',
      },
    ];
  }
  if (strategy !== 'streaming' && buffer !== undefined) {
    return [
      {
        field: 'buffer',
        given: buffer.bootstrapServers,
        message: `The strategy ${strategy} has no Kafka between collector and store.`,
        allowed: 'none, or the strategy streaming',
      },
    ];
  }
  return [];
}
