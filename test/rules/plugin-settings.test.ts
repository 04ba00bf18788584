import { check } from '../../src/check/check';
import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string) =>
  tellOfYaml(
    'plugin-settings',
    `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
    {
      release: StrimziRelease.V1_2,
    },
  );

describe('plugin-settings', () => {
  it.each([
    ['Kafka', '{kafka: {config: {num.partitions: 3, config.providers.a.class: b, rsm.config.c: d, ssl.x: e}}}'],
    ['Kafka', '{kafka: {config: {num.partition: 3}}}'],
    ['KafkaConnect', '{config: {value.converter.schema.registry.url: a, producer.linger.ms: 5}}'],
    [
      'KafkaConnect',
      '{config: {offset.storage.min.insync.replicas: 2, metrics.context.a: b, consumer.metrics.context.a: b}}',
    ],
    ['Kafka', '{kafka: {config: {opa.authorizer.url: a, metrics.context.a: b}}}'],
    ['KafkaConnector', '{class: com.example.Sink, config: {database.hostname: a}}'],
    ['KafkaMirrorMaker2', '{mirrors: [{source: {config: {any.thing: a}}, sourceConnector: {config: {topics: a}}}]}'],
  ])('takes what Kafka has, what is a plugin’s by its name, and leaves slips to others: %s %s', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });

  it.each([
    ['Kafka', '{kafka: {config: {acme.quota.level: 3}}}', 'spec.kafka.config["acme.quota.level"]'],
    ['KafkaConnect', '{config: {acme.audit: x}}', 'spec.config["acme.audit"]'],
    ['KafkaConnect', '{config: {consumer.acme.audit: x}}', 'spec.config["consumer.acme.audit"]'],
    ['KafkaBridge', '{producer: {config: {acme.audit: x}}}', 'spec.producer.config["acme.audit"]'],
    [
      'KafkaMirrorMaker2',
      '{mirrors: [{sourceConnector: {config: {acme.audit: x}}}]}',
      'spec.mirrors[0].sourceConnector.config["acme.audit"]',
    ],
  ])('doubts a setting that nobody knows: %s %s', (kind, spec, field) => {
    expect(told(kind, spec)).toMatchObject([
      { effect: 'unlooked', severity: 'warning', field, given: expect.anything() },
    ]);
  });

  it.each([
    ['KafkaConnect', '{config: {max.poll.records: 5}}', 'consumer.max.poll.records'],
    ['KafkaConnect', '{config: {batch.size: 5}}', 'producer.batch.size'],
    [
      'KafkaMirrorMaker2',
      '{mirrors: [{sourceConnector: {config: {max.poll.records: 5}}}]}',
      'consumer.max.poll.records',
    ],
  ])('says what comes before a setting of clients: %s %s', (kind, spec, meant) => {
    expect(told(kind, spec)).toMatchObject([
      {
        given: 5,
        allowed: meant,
        remedy: `Write ${meant}, or leave it out.`,
        message: expect.stringMatching(/clients/),
      },
    ]);
  });

  it('is waived where a plugin reads it', () => {
    const connect = {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaConnect',
      metadata: { name: 'a', annotations: { 'cdk8s-strimzi.io/waive.plugin-settings': 'The audit plugin reads it.' } },
      spec: {
        replicas: 1,
        bootstrapServers: 'b:9092',
        groupId: 'a',
        configStorageTopic: 'a-configs',
        offsetStorageTopic: 'a-offsets',
        statusStorageTopic: 'a-status',
        config: { 'acme.audit': 'x' },
      },
    };
    const rules = check({ release: StrimziRelease.V1_2, manifests: [connect] }).map(({ rule }) => rule);
    expect(rules).toEqual([]);
  });
});
