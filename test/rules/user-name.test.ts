import { tellOfYaml } from './harness';

const told = (length: number, type: string) =>
  tellOfYaml(
    'user-name',
    `{apiVersion: kafka.strimzi.io/v1, kind: KafkaUser, metadata: {name: ${'u'.repeat(length)}}, spec: {authentication: {type: ${type}}}}`,
  );

describe('user-name', () => {
  it('takes what fits into a certificate, and longer names without one', () => {
    expect(told(64, 'tls')).toEqual([]);
    expect(told(65, 'scram-sha-512')).toEqual([]);
  });

  it('refuses a longer one with a certificate', () => {
    expect(told(65, 'tls')).toMatchObject([{ severity: 'error', field: 'metadata.name' }]);
  });
});
