import type { TracingBackendRecord } from '../../model/tracing';
import { isClaimed } from '../common/badger';
import type { Limit } from '../common/codec';

const JAEGER_V1 = 'Jaeger v1 on its own operator';

/** What a Jaeger v2 in an OpenTelemetryCollector cannot say. */
export function limits(backend: TracingBackendRecord): Limit[] {
  return [...strategyLimits(backend), ...storageLimits(backend), ...agentLimits(backend)];
}

function strategyLimits({ strategy, part, buffer }: TracingBackendRecord): Limit[] {
  if (strategy === 'streaming' || buffer !== undefined) {
    return [
      {
        field: strategy === 'streaming' ? 'strategy' : 'buffer',
        given: strategy === 'streaming' ? strategy : buffer?.bootstrapServers,
        message: 'Kafka between collector and store takes a third object, which is not written.',
        allowed: 'allInOne, or production with more collectors',
        since: JAEGER_V1,
      },
    ];
  }
  if (strategy === 'production' && part === undefined) {
    return [
      {
        field: 'part',
        message: 'Collector and query are an object each.',
        allowed: 'collector, query',
        since: JAEGER_V1,
      },
    ];
  }
  if (strategy === 'allInOne' && part !== undefined) {
    return [
      {
        field: 'part',
        given: part,
        message: 'An all-in-one Jaeger is one object.',
        allowed: 'none, or the strategy production',
      },
    ];
  }
  return [];
}

function storageLimits({ strategy, storage, replicas = 1 }: TracingBackendRecord): Limit[] {
  if (storage.type !== 'memory' && storage.type !== 'badger') return [];
  const found: Limit[] = [];
  if (strategy === 'production') {
    found.push({
      field: 'strategy',
      given: strategy,
      message: `Collector and query cannot share a store that is kept by ${storage.type} in one process.`,
      allowed: 'allInOne, or elasticsearch, opensearch or cassandra storage',
    });
  }
  if (replicas > 1) {
    found.push({
      field: 'replicas',
      given: replicas,
      message: `With ${storage.type} storage each pod has traces of its own, and shows no others.`,
      allowed: '1, or elasticsearch, opensearch or cassandra storage',
    });
  }
  if (storage.type === 'badger' && storage.ephemeral === true && isClaimed(storage)) {
    found.push({
      field: 'storage.ephemeral',
      given: true,
      message: 'A store on a claimed volume outlives its process.',
      allowed: 'none',
    });
  }
  if (storage.type === 'badger' && storage.size !== undefined && storage.claim !== undefined) {
    found.push({
      field: 'storage.claim',
      given: storage.claim,
      message: 'A store is on one volume: one that is there, or one that is claimed.',
      allowed: 'claim or size',
    });
  }
  return found;
}

function agentLimits({ agent }: TracingBackendRecord): Limit[] {
  if (agent === undefined) return [];
  return [
    {
      field: 'agent',
      given: agent,
      message: 'Jaeger has no agent any more; programs send to the collector.',
      allowed: 'none',
      since: JAEGER_V1,
    },
  ];
}
