import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (authorization: string, more = '', release = StrimziRelease.V1_2) =>
  tellOfYaml(
    'opa-plugin',
    `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k, namespace: n}, spec: {kafka: {listeners: [], authorization: ${authorization}${more}}}}`,
    { release },
  );
const OPA = '{type: custom, authorizerClass: org.openpolicyagent.kafka.OpaAuthorizer}';

describe('opa-plugin', () => {
  it('tells of brokers whose image may not have the plugin', () => {
    expect(told(OPA)).toMatchObject([
      { severity: 'warning', effect: 'unlooked', field: 'spec.kafka.authorization.authorizerClass' },
    ]);
  });

  it('is silent where the image is named, or has the plugin, or another class decides', () => {
    expect(told(OPA, ', image: registry.example.com/kafka:1')).toEqual([]);
    expect(told(OPA, '', StrimziRelease.V0_51)).toEqual([]);
    expect(told('{type: custom, authorizerClass: com.example.Own}')).toEqual([]);
    expect(told('{type: simple}')).toEqual([]);
  });
});
