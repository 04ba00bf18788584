import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string, release = '1.2') =>
  tellOfYaml(
    'container-variables',
    `{apiVersion: kafka.strimzi.io/${release === '1.2' ? 'v1' : 'v1beta2'}, kind: ${kind}, metadata: {name: a}, spec: {${spec}}}`,
    { release: StrimziRelease.of(release) },
  );
const connect = (name: string) => `template: {connectContainer: {env: [{name: A}, {name: ${name}, value: b}]}}`;

describe('container-variables', () => {
  it.each([
    ['KafkaConnect', connect('KAFKA_OPTS')],
    ['KafkaConnect', connect('KAFKA_HEAP_OPTS')], // Nothing else says how much there is.
    ['KafkaMirrorMaker2', `tracing: {type: opentelemetry}, ${connect('OTEL_SERVICE_NAME')}`],
    ['KafkaBridge', 'template: {bridgeContainer: {env: [{name: STRIMZI_KAFKA_GC_LOG_ENABLED, value: a}]}}'],
    ['KafkaConnect', 'externalConfiguration: {env: [{name: KAFKA_OPTS}]}'], // The API has no such field any more.
  ])('takes %s {%s}', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });

  it.each([
    ['KafkaConnect', connect('STRIMZI_KAFKA_GC_LOG_ENABLED'), 'spec.template.connectContainer.env[1].name'],
    [
      'KafkaMirrorMaker2',
      `tracing: {type: opentelemetry}, ${connect('STRIMZI_TRACING')}`,
      'spec.template.connectContainer.env[1].name',
    ],
    [
      'KafkaNodePool',
      'jvmOptions: {-Xmx: 1g}, template: {kafkaContainer: {env: [{name: KAFKA_HEAP_OPTS, value: a}]}}',
      'spec.template.kafkaContainer.env[0].name',
    ],
    [
      'Kafka',
      'kafka: {jvmOptions: {-XX: {UseG1GC: "true"}}, template: {kafkaContainer: {env: [{name: KAFKA_JVM_PERFORMANCE_OPTS}]}}}',
      'spec.kafka.template.kafkaContainer.env[0].name',
    ],
  ])('tells of %s {%s}', (kind, spec, field) => {
    expect(told(kind, spec)).toMatchObject([
      { effect: 'ignored', field, remedy: expect.stringMatching(/^Give .*leave the variable out/) },
    ]);
  });

  it.each(['KafkaConnect', 'KafkaMirrorMaker2'])('tells of variables from elsewhere that a %s leaves out', (kind) => {
    const env = 'externalConfiguration: {env: [{name: AWS_KEY}, {name: KAFKA_OPTS}, {name: STRIMZI_X}]}';
    expect(told(kind, env, '0.45').map(({ given }) => given)).toEqual(['KAFKA_OPTS', 'STRIMZI_X']);
  });
});

it.each([
  ['KafkaConnect', `bootstrapServers: "a:9092", ${connect('KAFKA_CONNECT_BOOTSTRAP_SERVERS')}`],
  ['KafkaMirrorMaker2', `clusters: [], ${connect('KAFKA_CONNECT_CONFIGURATION')}`],
])('tells of variables that workers of a %s read their settings from: {%s}', (kind, spec) => {
  expect(told(kind, spec, '0.45')).toMatchObject([{ severity: 'warning' }]);
  expect(told(kind, spec, '0.46')).toEqual([]);
});
