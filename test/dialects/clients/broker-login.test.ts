import { brokerLogin, type Entrance } from '../../../src/dialects/clients/broker-login';
import { map } from '../../../src/model/guarded';
import type { ListenerAuthentication, ListenerRecord } from '../../../src/model/listener';

const listener = (authentication: ListenerAuthentication, name = 'tls'): ListenerRecord => ({
  name,
  port: 9093,
  type: 'internal',
  tls: true,
  authentication,
});
const told = (entrance: Partial<Entrance>) => brokerLogin({ name: 'europe', listeners: [], ...entrance }, 'custom');
const CHECKED = { validIssuerUri: 'https://sso', jwksEndpointUri: 'https://sso/keys' };

/** The options of a JAAS text, in their order. */
function optionsOf(text: unknown): string[] {
  return [...String(text).matchAll(/ ([\w.]+)="((?:[^"\\]|\\.)*)"/g)].map(([, name, value]) => `${name}=${value}`);
}

function configOf(authentication: ListenerAuthentication): Record<string, unknown> {
  const [only] = told({ listeners: [listener(authentication)] }).listeners;
  expect(only?.authentication).toMatchObject({ type: 'custom', sasl: true });
  return map(map(only?.authentication)['listenerConfig']);
}

describe('a listener with OAuth, for operators that configure none', () => {
  it('has the settings that operators made of it', () => {
    const config = configOf({
      type: 'oauth',
      ...CHECKED,
      userNameClaim: 'name',
      maxSecondsWithoutReauthentication: 60,
    });
    expect(config).toMatchObject({
      'sasl.enabled.mechanisms': 'OAUTHBEARER',
      'oauthbearer.sasl.server.callback.handler.class':
        'io.strimzi.kafka.oauth.server.JaasServerOauthValidatorCallbackHandler',
      'connections.max.reauth.ms': 60_000,
    });
    expect(optionsOf(config['oauthbearer.sasl.jaas.config'])).toEqual([
      'unsecuredLoginStringClaim_sub=thePrincipalName',
      'oauth.valid.issuer.uri=https://sso',
      'oauth.jwks.endpoint.uri=https://sso/keys',
      'oauth.username.claim=name',
      'oauth.config.id=TLS-9093',
    ]);
    expect(config).not.toHaveProperty('plain.sasl.jaas.config');
  });

  it('has those of PLAIN, alone or beside', () => {
    const tokenEndpointUri = 'https://sso/token';
    const both = configOf({ type: 'oauth', ...CHECKED, enablePlain: true, tokenEndpointUri });
    expect(both['sasl.enabled.mechanisms']).toBe('OAUTHBEARER,PLAIN');
    expect(optionsOf(both['plain.sasl.jaas.config'])).toContain('oauth.token.endpoint.uri=https://sso/token');
    expect(optionsOf(both['plain.sasl.jaas.config'])[0]).toBe('oauth.valid.issuer.uri=https://sso');
    expect(optionsOf(both['oauthbearer.sasl.jaas.config']).join()).not.toContain('token.endpoint');
    const alone = configOf({ type: 'oauth', ...CHECKED, enablePlain: true, enableOauthBearer: false });
    expect(alone['sasl.enabled.mechanisms']).toBe('PLAIN');
    expect(alone).not.toHaveProperty('oauthbearer.sasl.jaas.config');
  });

  it('says what it checks not, and quotes what is said in quotes', () => {
    const options = optionsOf(
      configOf({
        type: 'oauth',
        jwksEndpointUri: 'https://sso/keys',
        checkIssuer: false,
        disableTlsHostnameVerification: true,
        customClaimCheck: '@.a == "b"',
      })['oauthbearer.sasl.jaas.config'],
    );
    expect(options).toContain('oauth.check.issuer=false');
    expect(options).toContain('oauth.ssl.endpoint.identification.algorithm=');
    expect(options).toContain('oauth.custom.claim.check=@.a == \\"b\\"');
  });

  it('has its secret from a variable, and its certificate from a file, of all nodes', () => {
    const authentication = {
      type: 'oauth' as const,
      ...CHECKED,
      clientId: 'kafka',
      clientSecret: { secretName: 'sso', key: 'secret' },
      tlsTrustedCertificates: [{ secretName: 'sso-ca', certificate: 'ca.crt' }],
    };
    const { nodes, config, listeners } = told({
      listeners: [listener(authentication, 'one'), listener(authentication, 'two')],
    });
    expect(nodes).toEqual({
      env: ['ONE', 'TWO'].map((name) => ({
        name: `LISTENER_${name}_CLIENT_SECRET`,
        secret: { secret: 'sso', key: 'secret' },
      })),
      volumes: ['one', 'two'].map((name) => ({
        name: `listener-${name}-trust`,
        path: `/mnt/listener-${name}-trust`,
        secret: 'sso-ca',
      })),
    });
    expect(config).toEqual({ 'principal.builder.class': 'io.strimzi.kafka.oauth.server.OAuthKafkaPrincipalBuilder' });
    const text = JSON.stringify(listeners[1]);
    expect(text).toContain('${strimzienv:LISTENER_TWO_CLIENT_SECRET}');
    expect(text).toContain('/mnt/listener-two-trust/ca.crt');
  });

  it.each([
    ['two certificates', { tlsTrustedCertificates: [{ certificate: 'a' }, { certificate: 'b' }] }],
    ['a pattern of keys', { tlsTrustedCertificates: [{ secretName: 'ca', pattern: '*.crt' }] }],
    ['a setting that nobody knows', { fromTomorrow: true }],
  ])('stays as it is with %s', (_, more) => {
    const listeners = [listener({ type: 'oauth', ...CHECKED, ...more })];
    expect(told({ listeners })).toEqual({ listeners, config: {}, nodes: {} });
  });

  it('is what it was for operators that configure it', () => {
    const entrance = { name: 'europe', listeners: [listener({ type: 'oauth', ...CHECKED })] };
    expect(brokerLogin(entrance, 'oauth')).toEqual({ listeners: entrance.listeners, config: {}, nodes: {} });
  });
});

describe('authorization, for operators that configure no such', () => {
  it('by Keycloak is the class of the library, with its settings', () => {
    const { authorization, config, nodes } = told({
      authorization: {
        type: 'keycloak',
        clientId: 'kafka',
        tokenEndpointUri: 'https://sso/token',
        superUsers: ['admin'],
        delegateToKafkaAcls: true,
        grantsAlwaysLatest: true,
        disableTlsHostnameVerification: true,
        trust: [{ secret: 'sso-ca', certificate: 'ca.crt' }],
      },
    });
    expect(authorization).toEqual({
      type: 'custom',
      authorizerClass: 'io.strimzi.kafka.oauth.server.authorizer.KeycloakAuthorizer',
      superUsers: ['admin'],
      supportsAdminApi: true,
    });
    expect(config).toEqual({
      'strimzi.authorization.token.endpoint.uri': 'https://sso/token',
      'strimzi.authorization.client.id': 'kafka',
      'strimzi.authorization.delegate.to.kafka.acl': true,
      'strimzi.authorization.reuse.grants': false,
      'strimzi.authorization.kafka.cluster.name': 'europe',
      'strimzi.authorization.ssl.truststore.location': '/mnt/authorization-trust/ca.crt',
      'strimzi.authorization.ssl.truststore.type': 'PEM',
      'strimzi.authorization.ssl.endpoint.identification.algorithm': '',
    });
    expect(nodes.volumes).toEqual([
      { name: 'authorization-trust', path: '/mnt/authorization-trust', secret: 'sso-ca' },
    ]);
  });

  it('by an agent is the class of the plugin, which takes whole seconds', () => {
    const { authorization, config } = told({
      authorization: { type: 'opa', url: 'http://opa:8181/v1/data/kafka/allow', expireAfterMs: 90_500 },
    });
    expect(authorization).toEqual({ type: 'custom', authorizerClass: 'org.openpolicyagent.kafka.OpaAuthorizer' });
    expect(config).toEqual({
      'opa.authorizer.url': 'http://opa:8181/v1/data/kafka/allow',
      'opa.authorizer.cache.expire.after.seconds': 90,
    });
  });

  it('stays as it is with a certificate that the plugin does not take', () => {
    const trust = [{ secret: 'ca', certificate: 'ca.crt' }];
    const authorization = { type: 'opa', url: 'https://opa', trust } as const;
    expect(told({ authorization })).toEqual({ listeners: [], authorization, config: {}, nodes: {} });
  });
});
