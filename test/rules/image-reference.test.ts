import { tellOfYaml } from './harness';

const told = (image: string) =>
  tellOfYaml(
    'image-reference',
    `{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {template: {spec: {containers: [{name: c, image: "${image}"}]}}}}`,
  );

describe('image-reference', () => {
  it.each(['shop', 'shop:1.0', 'quay.io/strimzi/kafka:latest-kafka-4.0.0', '${IMAGE}', 'registry:5000/a/b'])(
    'takes %s',
    (image) => {
      expect(told(image)).toEqual([]);
    },
  );

  it.each(['Shop:1', 'https://quay.io/a', 'shop:', 'a b', 'shop:1:2'])('refuses %s', (image) => {
    expect(told(image)).toMatchObject([
      { severity: 'error', field: 'spec.template.spec.containers[0].image', given: image },
    ]);
  });

  it('looks at the images of the Kafka operator', () => {
    const spec = '{build: {output: {type: docker, image: "Not An Image"}}}';
    const yaml = `{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnect, metadata: {name: a}, spec: ${spec}}`;
    expect(tellOfYaml('image-reference', yaml)).toMatchObject([{ field: 'spec.build.output.image' }]);
  });
});
