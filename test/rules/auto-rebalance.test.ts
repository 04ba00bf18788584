import { tellOfYaml } from './harness';

const kafka = (template: string) =>
  `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {}, cruiseControl: {autoRebalance: [{mode: add-brokers}, {mode: remove-brokers, template: {name: ${template}}}]}}}`;
const rebalance = (annotations: string) =>
  `{apiVersion: kafka.strimzi.io/v1, kind: KafkaRebalance, metadata: {name: r, labels: {strimzi.io/cluster: k}, annotations: {${annotations}}}, spec: {}}`;
const TEMPLATE = 'strimzi.io/rebalance-template: "true"';
const told = (...objects: readonly string[]) => tellOfYaml('auto-rebalance', objects.join('\n---\n'));
const field = 'spec.cruiseControl.autoRebalance[1].template.name';

describe('auto-rebalance', () => {
  it('takes a template, and one that is not seen', () => {
    expect(told(kafka('r'), rebalance(TEMPLATE))).toEqual([]);
    expect(told(kafka('r'))).toEqual([]);
  });

  it('tells of a template that is not there, or none', () => {
    expect(told(kafka('s'), rebalance(TEMPLATE))).toMatchObject([
      { effect: 'ignored', field, given: 's', allowed: 'r' },
    ]);
    expect(told(kafka('r'), rebalance(''))).toMatchObject([{ effect: 'unlooked', field, given: 'r' }]);
  });

  it('names the templates that there are, and no others', () => {
    const named = (name: string) => rebalance(TEMPLATE).replace('name: r,', `name: ${name},`);
    expect(told(kafka('r'), rebalance(''), named('y'), named('x'))).toMatchObject([{ given: 'r', allowed: 'x, y' }]);
    expect(told(kafka('r'), rebalance(''))[0]).not.toHaveProperty('allowed');
  });
});
