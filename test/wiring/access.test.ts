import type { ListenerAuthentication } from '../../src/model/listener';
import { endpointOf, misfitOf } from '../../src/wiring/access';
import { connect, type Connection } from '../../src/wiring/connection';
import { credentialsAskedBy, credentialsOf, usualAuthentication } from '../../src/wiring/credentials';
import { foreignSecrets, type NeededSecret } from '../../src/wiring/foreign-secrets';
import { clusterSeen, siteIdentity, TLS } from './harness';

const names = (secrets: readonly NeededSecret[]): readonly string[] => secrets.map(({ secret }) => secret);

const asking = (authentication?: ListenerAuthentication) => ({
  name: 'tls',
  port: 9093,
  type: 'internal' as const,
  tls: true,
  ...(authentication && { authentication }),
});
const through = (authentication?: ListenerAuthentication): Connection =>
  connect(clusterSeen({ listeners: [{ record: asking(authentication) }] }), siteIdentity()) as Connection;
const CERTIFICATE = credentialsOf('shop', 'tls');
const PASSWORD = credentialsOf('shop', 'scram-sha-512');

describe('credentials', () => {
  it('are where the user operator writes them', () => {
    expect(CERTIFICATE).toEqual({ type: 'tls', secret: 'shop', certificate: 'user.crt', key: 'user.key' });
    expect(PASSWORD).toEqual({
      type: 'scram-sha-512',
      username: 'shop',
      password: { secret: 'shop', key: 'password' },
    });
  });

  it('are nowhere where the user operator writes none', () => {
    expect(credentialsOf('shop', 'tls-external')).toBeUndefined();
    expect(credentialsOf('shop', 'none')).toBeUndefined();
  });

  it('are what the first listener asks for that asks for such as the user operator makes', () => {
    const listeners = (...asked: (ListenerAuthentication | undefined)[]) =>
      asked.map((authentication) => ({ record: asking(authentication) }));
    expect(usualAuthentication(listeners(undefined, { type: 'oauth' }, { type: 'scram-sha-512' }))).toBe(
      'scram-sha-512',
    );
    expect(usualAuthentication(listeners(undefined))).toBe('tls');
  });

  it('of a program of its own are made where the user operator can', () => {
    expect(credentialsAskedBy(TLS)).toBe('tls');
    expect(credentialsAskedBy(asking({ type: 'custom' }))).toBeUndefined();
    expect(credentialsAskedBy(asking())).toBeUndefined();
  });
});

describe('a program', () => {
  it('comes through a connection with what it has', () => {
    expect(endpointOf(through({ type: 'tls' }), CERTIFICATE)).toEqual({
      bootstrapServers: 'europe-kafka-bootstrap:9093',
      trust: [{ secret: 'europe-cluster-ca-cert', certificate: 'ca.crt' }],
      credentials: CERTIFICATE,
    });
    expect(endpointOf({ listener: asking(), bootstrapServers: 'europe:9092' }, undefined)).toEqual({
      bootstrapServers: 'europe:9092',
    });
  });

  it('gets in with what the listener asks for, or where it asks for nothing', () => {
    expect(misfitOf(through({ type: 'tls' }), CERTIFICATE)).toBeUndefined();
    expect(misfitOf(through(), CERTIFICATE)).toBeUndefined();
    expect(misfitOf(through({ type: 'tls' }), credentialsOf('shop', 'tls-external'))).toBeUndefined();
    expect(misfitOf(through({ type: 'scram-sha-512' }), CERTIFICATE)).toEqual({ given: 'tls', asked: 'scram-sha-512' });
  });
});

describe('Secrets', () => {
  const endpoint = endpointOf(through({ type: 'tls' }), CERTIFICATE);

  it('have to travel to programs in another namespace or Kubernetes cluster', () => {
    expect(names(foreignSecrets(endpoint, siteIdentity(), siteIdentity()))).toEqual([]);
    for (const elsewhere of [siteIdentity('apps'), siteIdentity('kafka', 'green')]) {
      expect(names(foreignSecrets(endpoint, elsewhere, siteIdentity()))).toEqual(['europe-cluster-ca-cert', 'shop']);
    }
  });

  it('are named once', () => {
    const certificate = { secret: 'shop', certificate: 'ca.crt' };
    const twice = { ...endpoint, trust: [certificate, certificate], ...(PASSWORD && { credentials: PASSWORD }) };
    expect(names(foreignSecrets(twice, siteIdentity('apps'), siteIdentity()))).toEqual(['shop']);
  });
});
