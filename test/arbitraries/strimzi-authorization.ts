import fc from 'fast-check';
import type { AuthorizationRecord } from '../../src/model/authorization';
import type { Generation } from './strimzi-workloads';

const word = fc.stringMatching(/^[a-z][-a-z0-9.]{0,12}$/);
const flag = fc.boolean();
const count = fc.integer({ min: 1, max: 900 });
const superUsers = fc.array(word, { maxLength: 2 });
const trust = fc.array(fc.record({ secret: word, certificate: word }), { maxLength: 2 });

const simple = of('simple', {}, { superUsers });
const custom = of('custom', { authorizerClass: word }, { superUsers, supportsAdminApi: flag });
const opa = of(
  'opa',
  { url: word },
  { superUsers, allowOnError: flag, initialCacheCapacity: count, maximumCacheSize: count, expireAfterMs: count },
);
const server = { clientId: word, tokenEndpointUri: word };
const keycloak = of('keycloak', server, {
  superUsers,
  trust,
  delegateToKafkaAcls: flag,
  disableTlsHostnameVerification: flag,
  grantsRefreshPeriodSeconds: count,
  grantsRefreshPoolSize: count,
});
const lateKeycloak = of('keycloak', server, {
  grantsMaxIdleTimeSeconds: count,
  grantsGcPeriodSeconds: count,
  grantsAlwaysLatest: flag,
  connectTimeoutSeconds: count,
  readTimeoutSeconds: count,
  httpRetries: count,
  enableMetrics: flag,
  includeAcceptHeader: flag,
});

/** Authorizers that the generation has. */
export function authorizations(generation: Generation): fc.Arbitrary<AuthorizationRecord> {
  if (generation === 'v1beta1') return fc.oneof(simple, opa, keycloak);
  if (generation === 'v1') return fc.oneof(simple, custom);
  return fc.oneof(simple, custom, of('opa', { url: word }, { trust, enableMetrics: flag }), keycloak, lateKeycloak);
}

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

function of(type: AuthorizationRecord['type'], required: Fields, optional: Fields): fc.Arbitrary<AuthorizationRecord> {
  const fields = { type: fc.constant(type), ...required };
  return fc.record(
    { ...fields, ...optional },
    { requiredKeys: Object.keys(fields) as never[] },
  ) as fc.Arbitrary<unknown> as fc.Arbitrary<AuthorizationRecord>;
}
