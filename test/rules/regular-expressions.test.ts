import { tellOfYaml } from './harness';

const told = (kind: string, spec: string) =>
  tellOfYaml(
    'regular-expressions',
    `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
  );
const metrics = (list: string) =>
  `{kafka: {metricsConfig: {type: strimziMetricsReporter, values: {allowList: ${list}}}}}`;

describe('regular-expressions', () => {
  it.each([
    ['KafkaRebalance', '{excludedTopics: "a{1,2}|b.*"}'],
    ['KafkaRebalance', '{excludedTopics: "\\\\Qa[\\\\E"}'],
    ['Kafka', metrics('["kafka_.*"]')],
    ['Kafka', '{kafkaExporter: {topicRegex: "(?i)(?:a|b[+]+)\\\\+[*+]\\\\d{2}"}}'],
    ['KafkaConnect', '{metricsConfig: {type: strimziMetricsReporter, values: {}}}'],
  ])('takes %s %s', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });

  it.each([
    ['KafkaRebalance', '{excludedTopics: "a["}', 'spec.excludedTopics', 'fails'],
    ['Kafka', metrics('[a, "b("]'), 'spec.kafka.metricsConfig.values.allowList[1]', 'refused'],
    ['Kafka', '{kafkaExporter: {topicRegex: "a["}}', 'spec.kafkaExporter.topicRegex', 'fails'],
    ['Kafka', '{kafkaExporter: {groupExcludeRegex: "(?!a).*"}}', 'spec.kafkaExporter.groupExcludeRegex', 'fails'],
    ['Kafka', '{kafkaExporter: {groupRegex: "(a)\\\\1"}}', 'spec.kafkaExporter.groupRegex', 'fails'],
    ['Kafka', '{kafkaExporter: {topicExcludeRegex: "a++"}}', 'spec.kafkaExporter.topicExcludeRegex', 'fails'],
    ['Kafka', metrics('[]'), 'spec.kafka.metricsConfig.values.allowList', 'refused'],
    [
      'KafkaBridge',
      '{metricsConfig: {values: {allowList: ["*"]}}}',
      'spec.metricsConfig.values.allowList[0]',
      'refused',
    ],
  ])('tells of %s %s', (kind, spec, field, effect) => {
    expect(told(kind, spec)).toMatchObject([{ severity: 'error', effect, field, allowed: expect.any(String) }]);
  });
});
