import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

/** Enough to check a token. */
const SOUND = 'type: oauth, jwksEndpointUri: "https://id/keys", validIssuerUri: "https://id"';
const ASKED = 'type: oauth, introspectionEndpointUri: "https://id/ask", clientId: a, checkIssuer: false';
const SECRET = 'clientSecret: {secretName: a, key: b}';

const told = (fields: string, release = StrimziRelease.V0_45) =>
  tellOfYaml(
    'listener-oauth',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: a}, spec: {kafka: {listeners: [
      {name: plain, authentication: {type: tls}},
      {name: tls, authentication: {${fields}}}
    ]}}}`,
    { release },
  );

describe('listener-oauth', () => {
  it.each([
    SOUND,
    `${SOUND}, enableOauthBearer: false, enablePlain: true`,
    `${SOUND}, jwksRefreshSeconds: 100, jwksExpirySeconds: 160`,
    `${SOUND}, jwksRefreshSeconds: 300`,
    `${SOUND}, checkAccessTokenType: false`,
    `${SOUND}, connectTimeoutSeconds: 1, checkAudience: true, clientId: a`,
    `${SOUND}, customClaimCheck: "@.a == 'x=y&(z' && @.b in ['c']", groupsClaim: "$.groups"`,
    `${SOUND}, customClaimCheck: "@.a =~ /[(]b/i"`,
    `${ASKED}, ${SECRET}`,
    `${ASKED}, ${SECRET}, userInfoEndpointUri: "https://id/who", validTokenType: Bearer, accessTokenIsJwt: false`,
  ])('takes %s', (fields) => {
    expect(told(fields)).toEqual([]);
  });

  it.each([
    [`${SOUND}, enableOauthBearer: false`, 'enableOauthBearer'],
    ['type: oauth, checkIssuer: false', 'jwksEndpointUri'],
    ['type: oauth, jwksEndpointUri: "https://id/keys"', 'validIssuerUri'],
    [`${SOUND}, connectTimeoutSeconds: 0`, 'connectTimeoutSeconds'],
    [`${SOUND}, readTimeoutSeconds: -1`, 'readTimeoutSeconds'],
    [`${SOUND}, checkAudience: true`, 'checkAudience'],
    [ASKED, 'introspectionEndpointUri'],
    [`${SOUND}, userInfoEndpointUri: "https://id/who"`, 'userInfoEndpointUri'],
    [`${SOUND}, validTokenType: Bearer`, 'validTokenType'],
    [`${ASKED}, ${SECRET}, jwksMinRefreshPauseSeconds: 5`, 'jwksMinRefreshPauseSeconds'],
    [`${ASKED}, ${SECRET}, jwksRefreshSeconds: 100`, 'jwksRefreshSeconds'],
    [`${ASKED}, ${SECRET}, jwksExpirySeconds: 400`, 'jwksExpirySeconds'],
    [`${SOUND}, jwksRefreshSeconds: 301`, 'jwksExpirySeconds'],
    [`${SOUND}, jwksExpirySeconds: 359`, 'jwksExpirySeconds'],
    [`${SOUND}, jwksRefreshSeconds: 100, jwksExpirySeconds: 159`, 'jwksExpirySeconds'],
    [`${SOUND}, accessTokenIsJwt: false`, 'accessTokenIsJwt'],
    [`${ASKED}, ${SECRET}, accessTokenIsJwt: false, checkAccessTokenType: false`, 'checkAccessTokenType'],
    [`${ASKED}, ${SECRET}, checkAccessTokenType: false`, 'checkAccessTokenType'],
    [`${SOUND}, customClaimCheck: "@.a = 'b'"`, 'customClaimCheck'],
    [`${SOUND}, customClaimCheck: "@.a == 'b"`, 'customClaimCheck'],
    [`${SOUND}, customClaimCheck: "(@.a == 'b'"`, 'customClaimCheck'],
    [`${SOUND}, customClaimCheck: "@.a == 'b' & @.c"`, 'customClaimCheck'],
    [`${SOUND}, groupsClaim: "$.groups[0"`, 'groupsClaim'],
    [`${SOUND}, groupsClaim: " "`, 'groupsClaim'],
  ])('refuses %s', (fields, field) => {
    expect(told(fields)).toMatchObject([
      { effect: 'refused', field: `spec.kafka.listeners[1].authentication.${field}`, allowed: expect.any(String) },
    ]);
  });

  it('tells how long keys have to be trusted', () => {
    expect(told(`${SOUND}, jwksRefreshSeconds: 301`)).toMatchObject([{ allowed: 'at least 361' }]);
    expect(told(`${SOUND}, jwksExpirySeconds: 359`)).toMatchObject([{ given: 359, allowed: 'at least 360' }]);
  });

  it('is silent where a release has no OAuth of its own', () => {
    expect(told('type: oauth', StrimziRelease.V0_51)).toHaveLength(2);
    expect(told('type: oauth', StrimziRelease.V1_2)).toEqual([]);
  });

  it('looks at the three listeners of the first API too', () => {
    const kafka = `{apiVersion: kafka.strimzi.io/v1beta1, kind: Kafka, metadata: {name: a}, spec: {kafka: {listeners: {tls: {authentication: {type: oauth, checkIssuer: false}}}}}}`;
    expect(tellOfYaml('listener-oauth', kafka, { release: StrimziRelease.V0_18 })).toMatchObject([
      { field: 'spec.kafka.listeners.tls.authentication.jwksEndpointUri' },
    ]);
  });

  it('tells that no endpoint is there, and not what needs one besides', () => {
    const fields = 'type: oauth, validIssuerUri: "https://a", jwksRefreshSeconds: 300, validTokenType: a';
    expect(told(fields).map(({ field }) => field)).toEqual(['spec.kafka.listeners[1].authentication.jwksEndpointUri']);
  });
});
