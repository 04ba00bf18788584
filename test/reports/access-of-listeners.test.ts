import type { JsonObject } from '../../src/model/json';
import { diff } from '../../src/reports/diff';

interface Opened {
  readonly listener?: object;
  readonly authorization?: object;
}

const kafka = ({ listener = {}, authorization }: Opened): JsonObject => ({
  apiVersion: 'kafka.strimzi.io/v1beta2',
  kind: 'Kafka',
  metadata: { name: 'europe', namespace: 'shop' },
  spec: {
    kafka: {
      listeners: [{ name: 'out', port: 9094, type: 'loadbalancer', tls: true, ...listener }] as JsonObject[],
      ...(authorization && { authorization: authorization as JsonObject }),
    },
  },
});

/** What comes of a change, in its classes and fields. */
function told(was: Opened, is: Opened): string[] {
  const { changes } = diff([kafka(was)], [kafka(is)]);
  const texts = changes.flatMap(({ effects }) => effects.map((each) => `${each.class} ${each.field ?? ''}`));
  return texts.map((text) => text.replace(/spec\.kafka\.(listeners\[0\]\.)?/, ''));
}

describe('a change of who gets in', () => {
  const oauth = (settings: object): Opened => ({ listener: { authentication: { type: 'oauth', ...settings } } });
  const configured = (configuration: object): Opened => ({ listener: { configuration } });
  const ranges = (...loadBalancerSourceRanges: string[]): Opened => configured({ loadBalancerSourceRanges });

  it.each([
    ['a check of issuers', oauth({}), oauth({ checkIssuer: false }), 'authentication.checkIssuer'],
    ['a check of audiences', oauth({ checkAudience: true }), oauth({}), 'authentication.checkAudience'],
    ['a filter', oauth({ customClaimCheck: "@.a == 'b'" }), oauth({}), 'authentication.customClaimCheck'],
    ['ranges of addresses', ranges('10.0.0.0/8'), ranges(), 'configuration.loadBalancerSourceRanges'],
  ])('widens access without %s, and narrows it with it', (_, shut, open, field) => {
    expect(told(shut, open)).toEqual([`widens-access ${field}`]);
    expect(told(open, shut)).toEqual([`narrows-access ${field}`]);
  });

  it('does both where some callers come and others go', () => {
    const field = 'configuration.loadBalancerSourceRanges';
    expect(told(ranges('10.0.0.0/8'), ranges('11.0.0.0/8'))).toEqual([
      `widens-access ${field}`,
      `narrows-access ${field}`,
    ]);
    const peers = (...apps: string[]): Opened => ({
      listener: { networkPolicyPeers: apps.map((app) => ({ podSelector: { matchLabels: { app } } })) },
    });
    expect(told(peers(), peers('shop'))).toEqual(['narrows-access networkPolicyPeers']);
    expect(told(peers(), {})).toEqual(['no-effect ']);
  });

  it('asks for a look where nobody can tell whom it lets in', () => {
    expect(told(oauth({ validIssuerUri: 'a' }), oauth({ validIssuerUri: 'b' }))).toEqual([
      'manual-step authentication.validIssuerUri',
    ]);
    const certificate = (secretName: string): Opened =>
      configured({ brokerCertChainAndKey: { secretName, certificate: 'tls.crt', key: 'tls.key' } });
    expect(told(certificate('a'), certificate('b'))).toEqual(['manual-step configuration.brokerCertChainAndKey']);
    expect(told(configured({ maxConnections: 5 }), configured({ maxConnections: 6 }))).toEqual([
      'restarts-pods configuration.maxConnections',
    ]);
  });
});

describe('a change of who decides', () => {
  const opa = (settings: object): Opened => ({ authorization: { type: 'opa', url: 'http://opa', ...settings } });
  const keycloak = (settings: object): Opened => ({
    authorization: { type: 'keycloak', clientId: 'kafka', tokenEndpointUri: 'https://sso', ...settings },
  });

  it.each([
    ['answers for every question', opa({}), opa({ allowOnError: true }), 'allowOnError'],
    ['ACLs that count nothing', keycloak({}), keycloak({ delegateToKafkaAcls: true }), 'delegateToKafkaAcls'],
    ['fewer super users', opa({}), opa({ superUsers: ['CN=admin'] }), 'superUsers'],
  ])('widens access without %s, and narrows it with them', (_, shut, open, field) => {
    expect(told(shut, open)[0]).toBe(`widens-access authorization.${field}`);
    expect(told(open, shut)[0]).toBe(`narrows-access authorization.${field}`);
  });

  it('asks for a look where somebody else decides', () => {
    expect(told(opa({}), opa({ url: 'http://other' }))[0]).toBe('manual-step authorization.url');
    expect(told(opa({}), keycloak({}))[0]).toBe('manual-step authorization');
    expect(told(opa({ maximumCacheSize: 5 }), opa({ maximumCacheSize: 6 }))).toEqual([
      'restarts-pods authorization.maximumCacheSize',
    ]);
  });
});
