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

  describe('of an operator that watches a namespace', () => {
    const inShop = (object: string) => object.replace('metadata: {', 'metadata: {namespace: shop, ');
    const watching = (namespace: string) =>
      kafka(`, entityOperator: {topicOperator: {watchedNamespace: ${namespace}}}`);

    it('takes topics of that one', () => {
      expect(told(inShop(watching('shop')), inShop(of('KafkaTopic')))).toEqual([]);
    });

    it('warns of those beside the cluster where it is another one', () => {
      expect(told(inShop(watching('other')), inShop(of('KafkaTopic')))).toMatchObject([
        { field: 'spec.entityOperator.topicOperator.watchedNamespace', given: 'other', allowed: 'shop' },
      ]);
    });

    it('says nothing of a cluster that may go anywhere', () => {
      expect(told(watching('other'), of('KafkaTopic'))).toEqual([]);
    });
  });
});
