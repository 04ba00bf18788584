import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (outputs: string, release = StrimziRelease.V0_18) =>
  tellOfYaml(
    'jmx-outputs',
    `{apiVersion: kafka.strimzi.io/v1beta1, kind: Kafka, metadata: {name: k}, spec: {jmxTrans: {outputDefinitions: [{name: one}, {name: two}], kafkaQueries: [{outputs: ${outputs}}]}}}`,
    { release },
  );

describe('jmx-outputs', () => {
  it('takes outputs that JmxTrans has', () => {
    expect(told('[one, two]')).toEqual([]);
  });

  it('tells of others', () => {
    expect(told('[one, three]')).toMatchObject([
      { effect: 'ignored', field: 'spec.jmxTrans.kafkaQueries[0].outputs[1]', given: 'three', allowed: 'one, two' },
    ]);
  });

  it('says nothing of releases that run no JmxTrans', () => {
    expect(told('[three]', StrimziRelease.V0_35)).toEqual([]);
  });
});
