import { check } from '../../src/check/check';
import { StrimziRelease } from '../../src/dialects/releases';

const told = (authorization: object) => {
  const listeners = [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } }];
  const manifests = [
    {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'Kafka',
      metadata: { name: 'europe' },
      spec: { kafka: { listeners, authorization } },
    },
  ];
  const findings = check({ release: StrimziRelease.V1_2, manifests });
  return findings.filter(({ rule }) => rule === 'schema-accepts').map(({ field, remedy }) => [field, remedy]);
};
const AT = 'spec.kafka.authorization';

describe('a type that an API has no more', () => {
  it('is told once, with what does its work now', () => {
    const keycloak = {
      type: 'keycloak',
      clientId: 'kafka',
      tokenEndpointUri: 'https://sso',
      delegateToKafkaAcls: true,
    };
    expect(told(keycloak)).toEqual([
      [`${AT}.type`, 'Give simple, or custom with the authorizer class and its settings in spec.kafka.config.'],
    ]);
  });

  it('does not hide what no release knows', () => {
    const fields = told({ type: 'keycloak', clientId: 'kafka', clientid: 'kafka' }).map(([field]) => field);
    expect(fields.sort()).toEqual([`${AT}.clientid`, `${AT}.type`]);
  });

  it('is no word that somebody misspelt', () => {
    expect(told({ type: 'simpel', superUser: ['CN=admin'] })).toEqual([
      [`${AT}.superUser`, 'Write superUsers, or leave it out.'],
      [`${AT}.type`, 'Take one of these values.'],
    ]);
  });
});

it('what an operator makes of a field that it does not know is not told besides', () => {
  const rebalance = {
    apiVersion: 'kafka.strimzi.io/v1alpha1',
    kind: 'KafkaRebalance',
    metadata: { name: 'r', labels: { 'strimzi.io/cluster': 'k' } },
    spec: { brokers: [1] },
  };
  const findings = check({ release: StrimziRelease.V0_18, manifests: [rebalance] });
  expect(findings.filter(({ field }) => field === 'spec.brokers').map(({ rule }) => rule)).toEqual([
    'operator-reads-field',
  ]);
});
