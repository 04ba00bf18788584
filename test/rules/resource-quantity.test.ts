import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (resources: string, kind = 'KafkaConnect') =>
  tellOfYaml(
    'resource-quantity',
    `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: a}, spec: {resources: ${resources}}}`,
  );

describe('resource-quantity', () => {
  it('takes quantities', () => {
    expect(told('{requests: {cpu: 500m, memory: 2Gi}, limits: {cpu: 2, memory: 2147483648}}')).toEqual([]);
    expect(told('{requests: {nvidia.com/gpu: 1, hugepages-2Mi: 4Mi, ephemeral-storage: 1Gi}}')).toEqual([]);
  });

  it('refuses what is none', () => {
    const findings = told('{requests: {cpu: half}, limits: {memory: 2 GB}}');
    expect(findings.map(({ field, given }) => [field, given])).toEqual([
      ['spec.resources.requests.cpu', 'half'],
      ['spec.resources.limits.memory', '2 GB'],
    ]);
  });

  it('knows which resources there are', () => {
    expect(told('{limits: {cpuu: 1}}')).toMatchObject([{ field: 'spec.resources.limits.cpuu', remedy: 'Write cpu.' }]);
  });

  it.each(['{requests: {cpu: 2}, limits: {cpu: 1500m}}', '{requests: {memory: 2Gi}, limits: {memory: 2G}}'])(
    'refuses to ask for more than may be used: %s',
    (resources) => {
      expect(told(resources)).toMatchObject([{ message: expect.stringContaining('asks for more') }]);
    },
  );

  it('refuses nothing at all where the operator does', () => {
    const zero = '{requests: {cpu: 0, ephemeral-storage: 0}, limits: {memory: 0Gi}}';
    expect(told(zero).map(({ field }) => field)).toEqual([
      'spec.resources.requests.cpu',
      'spec.resources.limits.memory',
    ]);
    const of = (apiVersion: string, kind: string, release: StrimziRelease): number =>
      tellOfYaml(
        'resource-quantity',
        `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: a}, spec: {resources: ${zero}, template: {pod: {resources: ${zero}}}}}`,
        { release },
      ).length;
    expect(of('kafka.strimzi.io/v1beta2', 'KafkaConnect', StrimziRelease.V0_45)).toBe(0);
    expect(of('kafka.strimzi.io/v1beta2', 'KafkaNodePool', StrimziRelease.V0_45)).toBe(2);
    expect(of('apps/v1', 'Deployment', StrimziRelease.V1_2)).toBe(0);
  });

  const resources = '{requests: {cpu: half}}';
  const container = `{name: c, image: a, resources: ${resources}}`;
  const storage = '{type: ephemeral}';
  it.each([
    ['KafkaNodePool', `{resources: ${resources}}`, 'spec.resources.requests.cpu'],
    ['KafkaBridge', `{resources: ${resources}}`, 'spec.resources.requests.cpu'],
    ['KafkaMirrorMaker2', `{resources: ${resources}}`, 'spec.resources.requests.cpu'],
    [
      'Kafka',
      `{kafka: {storage: ${storage}}, entityOperator: {topicOperator: {resources: ${resources}}}}`,
      'spec.entityOperator.topicOperator.resources.requests.cpu',
    ],
    [
      'Deployment',
      `{template: {spec: {containers: [${container}]}}}`,
      'spec.template.spec.containers[0].resources.requests.cpu',
    ],
  ])('looks at a %s', (kind, spec, field) => {
    const apiVersion = kind === 'Deployment' ? 'apps/v1' : 'kafka.strimzi.io/v1beta2';
    const yaml = `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`;
    expect(tellOfYaml('resource-quantity', yaml, { release: StrimziRelease.V0_45 })).toMatchObject([
      { field, given: 'half' },
    ]);
  });

  it('leaves the settings of programs alone', () => {
    const config = `{resources: ${resources}}`;
    const yaml = `{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnect, metadata: {name: a}, spec: {config: ${config}}}`;
    expect(tellOfYaml('resource-quantity', yaml)).toEqual([]);
  });
});
