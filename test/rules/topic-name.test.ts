import { tellOfYaml } from './harness';

const told = (spec: string, name = 'orders') =>
  tellOfYaml(
    'topic-name',
    `{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: ${name}}, spec: {${spec}}}`,
  );

describe('topic-name', () => {
  it('takes names that Kafka takes', () => {
    expect(told('')).toEqual([]);
    expect(told(`topicName: ${'A'.repeat(249)}`)).toEqual([]);
    expect(told('topicName: __consumer_offsets')).toEqual([]);
  });

  it.each([['"a b"'], ['".."'], ['A'.repeat(250)], ['__cluster_metadata'], ['orders/eu']])('refuses %s', (name) => {
    expect(told(`topicName: ${name}`)).toMatchObject([{ severity: 'error', field: 'spec.topicName' }]);
  });

  it('looks at the name of the object where there is no other', () => {
    expect(told('', 'a'.repeat(250))).toMatchObject([{ field: 'metadata.name' }]);
  });
});
