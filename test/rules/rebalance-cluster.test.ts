import { tellOfYaml } from './harness';

const kafka = (more: string) =>
  `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {listeners: []}${more}}}`;
const rebalance = (metadata: string) =>
  `{apiVersion: kafka.strimzi.io/v1, kind: KafkaRebalance, metadata: {name: a, ${metadata}}, spec: {}}`;
const told = (...objects: readonly string[]) => tellOfYaml('rebalance-cluster', objects.join('\n---\n'));
const of = (name: string) => `labels: {strimzi.io/cluster: ${name}}`;

describe('rebalance-cluster', () => {
  it('takes a rebalance of a cluster with Cruise Control, or that is not seen, and a template', () => {
    expect(told(kafka(', cruiseControl: {}'), rebalance(of('k')))).toEqual([]);
    expect(told(rebalance(of('k')))).toEqual([]);
    expect(told(rebalance('annotations: {strimzi.io/rebalance-template: "true"}'))).toEqual([]);
  });

  it('refuses others', () => {
    expect(told(rebalance('labels: {}'))).toMatchObject([{ field: 'metadata.labels["strimzi.io/cluster"]' }]);
    expect(told(kafka(''), rebalance(of('x')))).toMatchObject([{ given: 'x', allowed: 'k', severity: 'error' }]);
    expect(told(kafka(''), rebalance(of('k')))).toMatchObject([
      { message: expect.stringContaining('no Cruise Control') },
    ]);
  });

  it('names the clusters beside it that have Cruise Control', () => {
    const other = kafka(', cruiseControl: {}').replace('name: k', 'name: b');
    expect(told(kafka(''), other, rebalance(of('k')))).toMatchObject([
      { field: 'metadata.labels["strimzi.io/cluster"]', given: 'k', allowed: 'b' },
    ]);
    expect(told(kafka(''), other, rebalance('labels: {}'))).toMatchObject([{ allowed: 'b, k' }]);
  });

  it('leaves one that a cluster takes for a template to whoever tells that it is none', () => {
    const auto = ', cruiseControl: {autoRebalance: [{mode: add-brokers, template: {name: a}}]}';
    expect(told(kafka(auto), rebalance('labels: {}'))).toEqual([]);
  });
});
