import type { TracingBackendRecord } from '../../model/tracing';
import type { Limit } from '../common/codec';

/** What a Jaeger v2 in an OpenTelemetryCollector asks for, and the schema does not say. */
export function demands(backend: TracingBackendRecord): Limit[] {
  return [...storeDemands(backend), ...samplingDemands(backend), ...bufferDemands(backend)];
}

function storeDemands({ strategy, part, storage, replicas = 1 }: TracingBackendRecord): Limit[] {
  if (storage.type !== 'memory' && storage.type !== 'badger') return [];
  const found: Limit[] = [];
  if (strategy !== 'allInOne' && part !== undefined) {
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

/** Behind Kafka, all spans of a trace come to one pod. */
function samplingDemands({ part, tailSampling, replicas = 1 }: TracingBackendRecord): Limit[] {
  if (!tailSampling) return [];
  const found: Limit[] = [];
  if (replicas > 1 && part !== 'ingester') {
    found.push({
      field: 'spec.replicas',
      given: replicas,
      message: 'Spans of a trace come to any pod, and each judges the trace by those that came to it.',
      allowed: '1, or the strategy streaming, whose ingesters get whole traces',
      remedy: 'Ask for one pod, or put Kafka before what samples.',
    });
  }
  if (tailSampling.policies.length === 0) {
    found.push({
      field: 'spec.config.processors.tail_sampling.policies',
      message: 'Without a policy no trace is kept.',
      allowed: 'at least one policy',
      remedy: 'Give a policy, or leave tail sampling out.',
    });
  }
  tailSampling.policies.forEach((policy, index) => {
    if (policy.type !== 'attribute' || policy.values.length > 0) return;
    found.push({
      field: `spec.config.processors.tail_sampling.policies[${index}].string_attribute.values`,
      message: `No trace has an attribute ${policy.key} with none of the values.`,
      allowed: 'at least one value',
      remedy: 'Give a value, or leave the policy out.',
    });
  });
  return found;
}

function bufferDemands({ strategy, part, buffer }: TracingBackendRecord): Limit[] {
  if (strategy !== 'streaming' || part === undefined || buffer) return [];
  const [kind, what] = part === 'ingester' ? ['receivers', 'reads nothing'] : ['exporters', 'keeps nothing'];
  return [
    {
      field: `spec.config.${kind}.kafka.brokers`,
      message: `Without brokers the ${part} ${what}.`,
      allowed: 'bootstrap servers of a Kafka cluster',
      remedy: 'Give the topic of a Kafka cluster, or bootstrap servers.',
    },
  ];
}
