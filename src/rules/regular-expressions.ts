import { expressionFault, goExpressionFault } from '../model/topic-pattern';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { PROGRAMS, type PlacesOfKinds } from './places-of-kinds';
import { kindRule, type Effect } from './rule';

/** Where a text is a regular expression of Java, and what becomes of one that is none. */
const EXPRESSIONS: readonly (readonly [...PlacesOfKinds[number], Effect])[] = [
  [['KafkaRebalance'], 'spec.excludedTopics', 'fails'],
  ...PROGRAMS.map(([kinds, at]) => [kinds, `${at}.metricsConfig.values.allowList.*`, 'refused'] as const),
];
const LISTS = PROGRAMS.map(([, at]) => `${at}.metricsConfig.values.allowList`);

/** The Kafka Exporter is written in Go. */
const OF_EXPORTER = ['topicRegex', 'groupRegex', 'topicExcludeRegex', 'groupExcludeRegex'].map(
  (field) => `spec.kafkaExporter.${field}`,
);

/** What is to be a regular expression is one. */
export const regularExpressions = kindRule({
  id: 'regular-expressions',
  summary:
    'Topics that a rebalance leaves out, and metrics that are reported, are regular expressions of Java, those of the Kafka Exporter of Go.',
  remedy: 'Correct the expression: a text that means itself has a backslash before each special character.',
  effect: 'refused',
  source:
    'The operator refuses the metrics with InvalidResource (Strimzi 0.47.0 to 1.2.0, StrimziMetricsReporterModel), Cruise Control the rebalance; the Kafka Exporter does not start (0.18.0 to 1.2.0, regexp.MustCompile).',
  catalog: ['G-045', 'R-021', 'K-084'],
  kinds: strimziKinds(...new Set(['Kafka', ...EXPRESSIONS.flatMap(([kinds]) => kinds)])),
  check({ manifest }, report) {
    for (const [kinds, at, effect] of EXPRESSIONS) {
      if (!kinds.includes(manifest.kind)) continue;
      for (const { field, value: given } of placesOf(manifest, at)) {
        const fault = typeof given === 'string' ? expressionFault(given) : undefined;
        if (fault === undefined) continue;
        const message = `This is no regular expression: ${fault}.`;
        report({ field, given, effect, allowed: 'a regular expression of Java, such as kafka_.*', message });
      }
    }
    for (const { field, value: given } of OF_EXPORTER.flatMap((at) => placesOf(manifest, at))) {
      const fault = typeof given === 'string' ? goExpressionFault(given) : undefined;
      if (fault === undefined) continue;
      const message = `The Kafka Exporter does not start: this is no regular expression: ${fault}.`;
      report({ field, given, effect: 'fails', allowed: 'a regular expression of Go, such as orders-.*', message });
    }
    for (const { field, value } of LISTS.flatMap((at) => placesOf(manifest, at))) {
      if (!Array.isArray(value) || value.length > 0) continue;
      const remedy = 'Name some, such as kafka_.*, or leave the list out.';
      report({ field, given: [], allowed: 'one or more', message: 'The list lets no metrics through.', remedy });
    }
  },
});
