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
const SHOP = { credentials: CERTIFICATE };
const TOKEN = { login: { type: 'oauth', accessToken: { secretName: 'sso', key: 'token' } } } as const;
const CUSTOM = { login: { type: 'custom', sasl: true } } as const;

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
    expect(endpointOf(through({ type: 'tls' }), SHOP)).toEqual({
      bootstrapServers: 'europe-kafka-bootstrap:9093',
      trust: [{ secret: 'europe-cluster-ca-cert', certificate: 'ca.crt' }],
      credentials: CERTIFICATE,
    });
    expect(endpointOf({ listener: asking(), bootstrapServers: 'europe:9092' }, undefined)).toEqual({
      bootstrapServers: 'europe:9092',
    });
  });

  it('gets in with what the listener asks for, or where it asks for nothing', () => {
    expect(misfitOf(through({ type: 'tls' }), SHOP)).toBeUndefined();
    expect(misfitOf(through(), SHOP)).toBeUndefined();
    expect(misfitOf(through({ type: 'tls' }), { credentials: credentialsOf('shop', 'tls-external') })).toBeUndefined();
    expect(misfitOf(through({ type: 'scram-sha-512' }), SHOP)).toEqual({ given: 'tls', asked: 'scram-sha-512' });
  });
});

describe('a program with a login of its own', () => {
  it('comes with it in place of what the user operator makes', () => {
    expect(endpointOf(through({ type: 'oauth' }), TOKEN)).toMatchObject({ login: TOKEN.login });
    expect(endpointOf(through({ type: 'oauth' }), TOKEN)).not.toHaveProperty('credentials');
  });

  it('gets in where the listener asks for it', () => {
    expect(misfitOf(through({ type: 'oauth' }), TOKEN)).toBeUndefined();
    expect(misfitOf(through({ type: 'tls' }), TOKEN)).toEqual({ given: 'oauth', asked: 'tls' });
    expect(misfitOf(through({ type: 'oauth' }), SHOP)).toEqual({ given: 'tls', asked: 'oauth' });
    expect(misfitOf(through({ type: 'oauth' }), undefined)).toEqual({ given: 'nothing', asked: 'oauth' });
  });

  it('may get in with anything, and anywhere, where Kafka alone knows what is asked for or shown', () => {
    for (const proof of [SHOP, TOKEN, CUSTOM, undefined])
      expect(misfitOf(through({ type: 'custom' }), proof)).toBeUndefined();
    for (const type of ['tls', 'oauth', 'scram-sha-512'] as const)
      expect(misfitOf(through({ type }), CUSTOM)).toBeUndefined();
  });

  it('does not get in by SASL where the listener knows none, nor without it where it does', () => {
    const misfits = [true, false].map((sasl) => misfitOf(through({ type: 'custom', sasl }), CUSTOM));
    expect(misfits).toEqual([undefined, { given: 'custom with SASL', asked: 'custom without SASL' }]);
    expect(misfitOf(through({ type: 'custom', sasl: true }), { login: { type: 'custom', sasl: false } })).toEqual({
      given: 'custom without SASL',
      asked: 'custom with SASL',
    });
  });
});

describe('Secrets', () => {
  const endpoint = endpointOf(through({ type: 'tls' }), SHOP);

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
