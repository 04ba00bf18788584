import type { Credentials, Endpoint } from '../../src/model/endpoint';
import { foreignSecrets, type NeededSecret } from '../../src/wiring/foreign-secrets';
import { siteIdentity } from './harness';

const names = (secrets: readonly NeededSecret[]): readonly string[] => secrets.map(({ secret }) => secret);

const CERTIFICATE: Credentials = { type: 'tls', secret: 'shop', certificate: 'user.crt', key: 'user.key' };
const PASSWORD: Credentials = {
  type: 'scram-sha-512',
  username: 'shop',
  password: { secret: 'shop-password', key: 'password' },
};
const endpoint = (credentials?: Credentials): Endpoint => ({
  bootstrapServers: 'europe:9093',
  trust: [{ secret: 'europe-cluster-ca-cert', certificate: 'ca.crt' }],
  ...(credentials && { credentials }),
});

describe('Secrets that somebody has to copy', () => {
  const there = siteIdentity('kafka');

  it.each([
    ['namespace', siteIdentity('apps')],
    ['Kubernetes cluster', siteIdentity('kafka', 'green')],
  ])('are those of the CA and of the user, where the program is in another %s', (_, here) => {
    expect(names(foreignSecrets(endpoint(CERTIFICATE), here, there))).toEqual(['europe-cluster-ca-cert', 'shop']);
    expect(names(foreignSecrets(endpoint(PASSWORD), here, there))).toEqual(['europe-cluster-ca-cert', 'shop-password']);
    expect(names(foreignSecrets(endpoint(), here, there))).toEqual(['europe-cluster-ca-cert']);
  });

  it('are none where the program is beside the cluster', () => {
    expect(names(foreignSecrets(endpoint(CERTIFICATE), siteIdentity('kafka'), there))).toEqual([]);
  });

  it('are none where nothing is asked of the program', () => {
    expect(names(foreignSecrets({ bootstrapServers: 'europe:9092' }, siteIdentity('apps'), there))).toEqual([]);
  });

  it('have PKCS12 stores with their passwords where the program takes these', () => {
    expect(foreignSecrets(endpoint(CERTIFICATE), siteIdentity('apps'), there, 'pkcs12')).toMatchObject([
      { secret: 'europe-cluster-ca-cert', keys: ['ca.crt', 'ca.p12', 'ca.password'] },
      { secret: 'shop', keys: ['user.crt', 'user.key', 'user.p12', 'user.password'] },
    ]);
  });

  it('are each told once', () => {
    const certificate: Credentials = { ...CERTIFICATE, secret: 'europe-cluster-ca-cert' };
    expect(foreignSecrets(endpoint(certificate), siteIdentity('apps'), there)).toEqual([
      { secret: 'europe-cluster-ca-cert', holds: 'credentials', keys: ['ca.crt', 'user.crt', 'user.key'] },
    ]);
  });
});
