import { StrimziRelease } from '../../src';
import { tellOfYaml } from './harness';

const told = (entityOperator: string, namespace = ', namespace: shop', release = StrimziRelease.V1_2) =>
  tellOfYaml(
    'watched-namespace',
    `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k${namespace}}, spec: {kafka: {listeners: []}, entityOperator: ${entityOperator}}}`,
    { release },
  );

describe('watched-namespace', () => {
  it.each(['{}', '{topicOperator: {}}', '{userOperator: {watchedNamespace: shop}}'])('takes %s', (entityOperator) => {
    expect(told(entityOperator)).toEqual([]);
  });

  it('tells once of operators that watch other namespaces, and names them all', () => {
    expect(told('{topicOperator: {}, userOperator: {watchedNamespace: b}}')).toMatchObject([
      { severity: 'error', field: 'spec.entityOperator.userOperator.watchedNamespace', given: 'b', allowed: 'shop' },
    ]);
    expect(told('{topicOperator: {watchedNamespace: a}, userOperator: {watchedNamespace: b}}')).toMatchObject([
      {
        field: 'spec.entityOperator.topicOperator.watchedNamespace',
        given: 'a',
        message: expect.stringContaining('spec.entityOperator.userOperator.watchedNamespace names b'),
      },
    ]);
  });

  it('says nothing of releases whose operators may watch any namespace', () => {
    const { V0_51 } = StrimziRelease;
    expect(told('{topicOperator: {watchedNamespace: a}}', ', namespace: shop', V0_51)).toEqual([]);
  });

  it('says nothing of a cluster that may go anywhere', () => {
    expect(told('{topicOperator: {watchedNamespace: a}}', '')).toEqual([]);
  });
});
