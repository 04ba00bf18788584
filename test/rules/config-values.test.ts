import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string, release = StrimziRelease.V0_45) =>
  tellOfYaml(
    'config-values',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
    {
      release,
    },
  ).map(({ field }) => field);

describe('config-values', () => {
  it.each([
    ['Kafka', '{kafka: {config: {a: 1, b: x, c: true}}}'],
    ['KafkaConnector', '{config: {a: [1], b: null}}'],
    ['KafkaMirrorMaker2', '{connectCluster: t, clusters: [{alias: s, config: {a: [1]}}, {alias: t, config: {a: 1}}]}'],
    ['KafkaMirrorMaker2', '{mirrors: [{sourceConnector: {config: {a: {b: 1}}}}]}'],
    ['KafkaTopic', '{config: {a: [1, 2]}}'],
  ])('takes %s %s', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });

  it.each([
    ['Kafka', '{kafka: {config: {a.b: null}}}', 'spec.kafka.config["a.b"]'],
    ['Kafka', '{zookeeper: {config: {a: [1]}}}', 'spec.zookeeper.config.a'],
    ['Kafka', '{cruiseControl: {config: {a: {b: 1}}}}', 'spec.cruiseControl.config.a'],
    ['KafkaConnect', '{config: {a: null}}', 'spec.config.a'],
    ['KafkaMirrorMaker', '{producer: {config: {a: []}}}', 'spec.producer.config.a'],
    [
      'KafkaMirrorMaker2',
      '{connectCluster: t, clusters: [{alias: t, config: {a: null}}]}',
      'spec.clusters[0].config.a',
    ],
    ['KafkaBridge', '{consumer: {config: {a: {}}}}', 'spec.consumer.config.a'],
    ['KafkaTopic', '{config: {a: {b: 1}}}', 'spec.config.a'],
    ['KafkaTopic', '{config: {a: null}}', 'spec.config.a'],
  ])('refuses %s %s', (kind, spec, field) => {
    expect(told(kind, spec)).toEqual([field]);
  });

  it('knows that the first topic operators take no lists', () => {
    expect(told('KafkaTopic', '{config: {a: [1], b: null}}', StrimziRelease.V0_30)).toHaveLength(2);
  });
});
