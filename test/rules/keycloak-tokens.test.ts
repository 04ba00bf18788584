import { StrimziRelease } from '../../src/dialects/releases';
import { KEYCLOAK_AUTHORIZER } from '../../src/model/authorization';
import type { ListenerAuthentication } from '../../src/model/listener';
import type { Config } from '../../src/model/resource';
import { keycloakTokens } from '../../src/rules/keycloak-tokens';
import { cluster, tell } from './harness';

const DELEGATES = 'strimzi.authorization.delegate.to.kafka.acl';

function told(authentication: ListenerAuthentication, config: Config = {}, authorizerClass = KEYCLOAK_AUTHORIZER) {
  const listeners = [{ name: 'out', port: 9094, type: 'internal' as const, tls: true, authentication }];
  const record = cluster({ listeners, authorization: { type: 'custom', authorizerClass }, config });
  return tell(keycloakTokens, { kafkaCluster: [record], release: StrimziRelease.V1_2 });
}

describe('keycloak-tokens', () => {
  it.each([
    ['certificates', { type: 'tls' }],
    ['no mechanism', { type: 'custom', sasl: false }],
  ] as const)('tells of listeners with %s alone', (_, authentication) => {
    expect(told(authentication)).toMatchObject([
      { severity: 'error', field: 'spec.kafka.authorization.authorizerClass', given: KEYCLOAK_AUTHORIZER },
    ]);
    expect(told(authentication, { [DELEGATES]: 'false' })).toHaveLength(1);
  });

  it('takes tokens, mechanisms of the team, and clusters where Kafka is asked too', () => {
    expect(told({ type: 'oauth' })).toEqual([]);
    expect(told({ type: 'custom', sasl: true })).toEqual([]);
    expect(told({ type: 'tls' }, { [DELEGATES]: true })).toEqual([]);
    expect(told({ type: 'tls' }, { [DELEGATES]: 'true' })).toEqual([]);
  });

  it('takes other classes', () => {
    expect(told({ type: 'tls' }, {}, 'com.example.Guard')).toEqual([]);
  });
});
