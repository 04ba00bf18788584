import { tellOfYaml } from './harness';

const kafka = (entityOperator: string) =>
  `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {listeners: []}${entityOperator}}}`;
const of = (kind: string) =>
  `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: a, labels: {strimzi.io/cluster: k}}, spec: {}}`;
const told = (...objects: readonly string[]) => tellOfYaml('entity-operator-runs', objects.join('\n---\n'));

describe('entity-operator-runs', () => {
  it('takes what is managed, and what may be', () => {
    expect(told(kafka(', entityOperator: {topicOperator: {}}'), of('KafkaTopic'))).toEqual([]);
    expect(told(kafka(', entityOperator: {topicOperator: {}}'))).toEqual([]);
    expect(told(kafka(''), of('KafkaTopic'))).toEqual([]); // Its operator may have been installed by itself.
  });

  it('warns of topics or users that nobody looks at', () => {
    expect(told(kafka(', entityOperator: {topicOperator: {}}'), of('KafkaUser'))).toMatchObject([
      { severity: 'warning', path: 'Kafka/k', field: 'spec.entityOperator.userOperator' },
    ]);
    expect(told(kafka(', entityOperator: {}'), of('KafkaTopic'), of('KafkaUser'))).toHaveLength(2);
  });
});
