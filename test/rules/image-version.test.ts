import { tellOfYaml } from './harness';

const told = (kind: string, spec: string) =>
  tellOfYaml('image-version', `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`);

describe('image-version', () => {
  it.each([
    [
      'Kafka',
      '{kafka: {version: 4.2.0, image: "quay.io/strimzi/kafka:1.2.0-kafka-4.3.0"}}',
      'spec.kafka.image',
      '4.2.0',
    ],
    ['KafkaConnect', '{image: "registry:5000/kafka:1.2.0-kafka-4.2.0"}', 'spec.image', '4.3.1'],
    ['KafkaMirrorMaker2', '{version: 4.3.0, image: "kafka:kafka-4.2.0"}', 'spec.image', '4.3.0'],
  ])('tells of a %s with %s', (kind, spec, field, version) => {
    expect(told(kind, spec)).toMatchObject([{ effect: 'unlooked', field, allowed: `an image of Kafka ${version}` }]);
  });

  it.each([
    ['Kafka', '{kafka: {version: 4.2.0, image: "quay.io/strimzi/kafka:1.2.0-kafka-4.2.0"}}'],
    ['KafkaConnect', '{image: "quay.io/team/connect:1.0"}'],
    ['KafkaConnect', '{image: "quay.io/kafka-3.0.0/connect:1.0"}'],
    ['KafkaConnect', '{version: 4.2.0}'],
  ])('takes a %s with %s', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });
});
