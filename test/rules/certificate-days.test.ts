import { tellOfYaml } from './harness';

const told = (ca: string) =>
  tellOfYaml(
    'certificate-days',
    `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {listeners: []}, clientsCa: ${ca}}}`,
  );

describe('certificate-days', () => {
  it.each([
    '{}',
    '{validityDays: 365, renewalDays: 364}',
    '{validityDays: 10, renewalDays: 30, generateCertificateAuthority: false}',
  ])('takes %s', (ca) => {
    expect(told(ca)).toEqual([]);
  });

  it.each(['{validityDays: 30}', '{renewalDays: 365}', '{validityDays: 10, renewalDays: 20}'])('refuses %s', (ca) => {
    expect(told(ca)).toMatchObject([{ severity: 'error', field: 'spec.clientsCa.renewalDays' }]);
  });

  it('leaves days that are none to the schema', () => {
    expect(told('{validityDays: -1, renewalDays: 30}')).toEqual([]);
  });
});
