import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string, release = '1.2') =>
  tellOfYaml(
    'logger-names',
    `{apiVersion: kafka.strimzi.io/${release === '1.2' ? 'v1' : 'v1beta2'}, kind: ${kind}, metadata: {name: a}, spec: {${spec}}}`,
    { release: StrimziRelease.of(release) },
  );
const loggers = (properties: string) => `logging: {type: inline, loggers: {${properties}}}`;
const kafka = (properties: string) => `kafka: {${loggers(properties)}}`;

describe('logger-names', () => {
  it.each([
    [
      'Kafka',
      kafka('rootLogger.level: INFO, logger.a.name: kafka, logger.a.level: debug, appender.x.type: Console'),
      '1.2',
    ],
    ['Kafka', kafka('rootLogger: "WARN, STDOUT", rootLogger.level: "${env:LEVEL}", monitorInterval: 30'), '1.2'],
    [
      'Kafka',
      kafka('log4j.rootLogger: "INFO, CONSOLE", kafka.root.logger.level: INFO, log4j.logger.kafka: WARN'),
      '0.45',
    ],
    ['Kafka', kafka('log4j.rootLogger: INFO'), '0.47'], // Either may be meant, as the version of Kafka is.
    ['Kafka', `entityOperator: {topicOperator: {${loggers('rootLogger.level: INFO')}}}`, '0.45'],
    ['KafkaBridge', loggers('log4j.logger.http: INFO'), '0.18'],
  ])('takes %s {%s} at %s', (kind, spec, release) => {
    expect(told(kind, spec, release)).toEqual([]);
  });

  it.each([
    ['Kafka', kafka('log4j.rootLogger: INFO'), '1.2', 'spec.kafka.logging.loggers["log4j.rootLogger"]'],
    [
      'KafkaConnect',
      loggers('kafka.root.logger.level: INFO'),
      '1.2',
      'spec.logging.loggers["kafka.root.logger.level"]',
    ],
    ['KafkaMirrorMaker2', loggers('rootLogger.level: INFO'), '0.45', 'spec.logging.loggers["rootLogger.level"]'],
    [
      'Kafka',
      `entityOperator: {userOperator: {${loggers('log4j.rootLogger: INFO')}}}`,
      '0.45',
      'spec.entityOperator.userOperator.logging.loggers["log4j.rootLogger"]',
    ],
  ])('tells of %s {%s} at %s, which nobody reads', (kind, spec, release, field) => {
    expect(told(kind, spec, release)).toMatchObject([{ effect: 'ignored', field, allowed: expect.any(String) }]);
  });

  it('tells of levels that there are not', () => {
    expect(told('KafkaBridge', loggers('logger.http.level: WARNING'))).toMatchObject([
      { given: 'WARNING', message: 'Log4j 2 has no level "WARNING".' },
    ]);
    expect(told('Kafka', kafka('log4j.logger.kafka: "INOF, CONSOLE"'), '0.45')).toMatchObject([
      { remedy: 'Write INFO.' },
    ]);
  });
});

it('tells of levels that the Kafka Exporter has not, where the operator looks at them', () => {
  const exporter = (level: string, release: string) => told('Kafka', `kafkaExporter: {logging: ${level}}`, release);
  expect(exporter('DEBUG', '1.2')).toEqual([]);
  expect(exporter('warn', '0.18')).toEqual([]);
  expect(exporter('warn', '1.2')).toMatchObject([
    { severity: 'warning', field: 'spec.kafkaExporter.logging', given: 'warn', allowed: 'info, debug, trace' },
  ]);
});
