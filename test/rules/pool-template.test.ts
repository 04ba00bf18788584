import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (cluster: string, pool: string, release = StrimziRelease.V0_45) =>
  tellOfYaml(
    'pool-template',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: k, annotations: {strimzi.io/kraft: enabled, strimzi.io/node-pools: enabled}}, spec: {kafka: {listeners: []${cluster}}}}
---
{apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaNodePool, metadata: {name: p, labels: {strimzi.io/cluster: k}}, spec: {replicas: 3, roles: [broker], storage: {type: ephemeral}${pool}}}`,
    { release },
  );
const pod = 'pod: {priorityClassName: high}';
const container = 'kafkaContainer: {env: [{name: A, value: b}]}';

describe('pool-template', () => {
  it('tells what is lost of the template of the cluster', () => {
    expect(told(`, template: {${pod}, ${container}}`, `, template: {${container}}`)).toMatchObject([
      {
        path: 'KafkaNodePool/p',
        effect: 'overridden',
        field: 'spec.template',
        given: 'kafkaContainer',
        allowed: 'pod',
      },
    ]);
    expect(told(`, template: {${pod}}`, ', template: {}')).toHaveLength(1);
  });

  it.each([
    ['a pool without a template', `, template: {${pod}}`, ''],
    ['a pool that says all of it', `, template: {${pod}}`, `, template: {${pod}, ${container}}`],
    ['a cluster without a template', '', `, template: {${pod}}`],
    ['what is of the cluster alone', ', template: {bootstrapService: {}}', `, template: {${pod}}`],
  ])('takes %s', (_, cluster, pool) => {
    expect(told(cluster, pool)).toEqual([]);
  });

  it('is silent where the operator puts the two together', () => {
    expect(told(`, template: {${pod}}`, `, template: {${container}}`, StrimziRelease.V0_49)).toEqual([]);
  });
});
