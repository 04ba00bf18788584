import { map, text } from '../model/guarded';
import type { TracingBackendRecord } from '../model/tracing';
import { valueAtPath } from './places';
import { objectRule, type Breach } from './rule';

/** A store that is kept by one process is of that process alone. */
export const jaegerStore = objectRule({
  id: 'jaeger-store',
  summary:
    'What takes traces, what shows them and each of their pods have one store: memory and badger are of one pod.',
  remedy: 'Take a store that pods share, or have one pod do all.',
  effect: 'fails',
  source:
    'The Jaeger operator makes an all-in-one Jaeger then, and says so in its log (Jaeger operator 1.17 to 1.65, strategy controller); pods of Jaeger 2 each look into a store of their own (Jaeger 2, jaeger_storage).',
  nouns: ['tracingBackend'],
  check({ manifest, record }, report) {
    const isFirst = manifest.apiVersion.startsWith('jaegertracing.io/');
    for (const breach of isFirst ? ofOperator(manifest) : ofPods(record)) report(breach);
  },
});

/** Types that one process keeps, in the words of the Jaeger operator; one that is not said is the first. */
const OF_ONE_PROCESS = ['memory', 'badger'];

function ofOperator(manifest: object): Breach[] {
  const strategy = text(valueAtPath(manifest, 'spec.strategy')) ?? '';
  const { type = OF_ONE_PROCESS[0] } = map(valueAtPath(manifest, 'spec.storage'));
  if (!/^(production|streaming)$/i.test(strategy) || !OF_ONE_PROCESS.includes(String(type).toLowerCase())) return [];
  return [
    {
      field: ['spec', 'strategy'],
      given: strategy,
      allowed: 'allInOne, or elasticsearch or cassandra storage',
      message: `With ${String(type)} storage the operator makes an all-in-one Jaeger, and only its log says so.`,
      effect: 'overridden',
    },
  ];
}

function ofPods({ part, storage: { type }, replicas = 1 }: TracingBackendRecord): Breach[] {
  if (!OF_ONE_PROCESS.includes(type)) return [];
  const breaches: Breach[] = [];
  if (part !== undefined) {
    breaches.push({
      field: ['spec', 'config', 'extensions', 'jaeger_storage'],
      given: type,
      allowed: 'elasticsearch, opensearch or cassandra, or one collector that shows traces too',
      message: `Nothing else looks into a ${type} store: no trace that this ${part} has to do with is ever shown.`,
    });
  }
  if (replicas > 1) {
    breaches.push({
      field: ['spec', 'replicas'],
      given: replicas,
      allowed: '1, or elasticsearch, opensearch or cassandra storage',
      message: `With ${type} storage each pod has traces of its own, and shows no others.`,
    });
  }
  return breaches;
}
