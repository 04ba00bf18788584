import { StrimziRelease } from '../../src/dialects/releases';
import type { ListenerAuthentication } from '../../src/model/listener';
import { keycloakListener } from '../../src/rules/keycloak-listener';
import { cluster, tell } from './harness';

const keycloak = { type: 'keycloak', clientId: 'kafka', tokenEndpointUri: 'https://sso' } as const;
const told = (
  authentication: ListenerAuthentication,
  authorization: typeof keycloak | { type: 'simple' } = keycloak,
) => {
  const listeners = [{ name: 'out', port: 9094, type: 'internal' as const, tls: true, authentication }];
  const release = StrimziRelease.V0_45;
  return tell(keycloakListener, { kafkaCluster: [cluster({ listeners, authorization })], release });
};

describe('keycloak-listener', () => {
  it('takes a cluster with a listener that asks for tokens, and other authorizers', () => {
    expect(told({ type: 'oauth' })).toEqual([]);
    expect(told({ type: 'tls' }, { type: 'simple' })).toEqual([]);
  });

  it('refuses Keycloak where nobody shows a token', () => {
    expect(told({ type: 'tls' })).toMatchObject([
      { severity: 'error', field: 'spec.kafka.authorization.type', allowed: expect.stringContaining('oauth') },
    ]);
  });
});
