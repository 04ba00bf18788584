import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { kindRule } from './rule';

/** What JmxTrans asks brokers goes somewhere. */
export const jmxOutputs = kindRule({
  id: 'jmx-outputs',
  summary: 'Queries of JmxTrans name outputs that it has.',
  remedy: 'Name one of the outputDefinitions.',
  effect: 'ignored',
  source: 'The operator writes no output for the query, and says nothing (Strimzi 0.18.0 to 0.34.0, JmxTrans).',
  releases: { until: '0.34' },
  catalog: ['K-086'],
  kinds: strimziKinds('Kafka'),
  check({ manifest }, report) {
    const known = placesOf(manifest, 'spec.jmxTrans.outputDefinitions.*.name').map(({ value }) => value);
    for (const { field, value: given } of placesOf(manifest, 'spec.jmxTrans.kafkaQueries.*.outputs.*')) {
      if (typeof given !== 'string' || known.includes(given)) continue;
      const allowed = known.map(String).sort().join(', ') || 'the name of an outputDefinition';
      report({ field, given, allowed, message: `JmxTrans has no output "${given}".` });
    }
  },
});
