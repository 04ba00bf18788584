import { StrimziRelease } from '../../src/dialects/releases';
import { listenerType } from '../../src/rules/listener-type';
import { tellOfYaml } from './harness';

const told = (type: string, release = StrimziRelease.V1_2) =>
  tellOfYaml(
    'listener-type',
    `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {listeners: [{name: out, port: 9094, type: ${type}, tls: true}]}}}`,
    { release },
  );

describe('listener-type', () => {
  it('warns of ingress, and of nothing else', () => {
    expect(told('ingress')).toMatchObject([{ severity: 'warning', field: 'spec.kafka.listeners[0].type' }]);
    expect(told('route')).toEqual([]);
    expect(listenerType.effect).toBe('warned');
  });

  it('warns where the operator complains', () => {
    expect(told('ingress', StrimziRelease.V0_51)).toHaveLength(1);
    expect(told('ingress', StrimziRelease.V0_50)).toEqual([]);
  });
});
