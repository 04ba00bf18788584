import type { AuthorizationRecord } from '../../model/authorization';
import { defined } from './codec';
import { readTrust, TRUST, writeTrust } from './endpoint';
import type { Fitting, Shape } from './shape';

/** Settings of Open Policy Agent that the record has under the same names. */
const OPA = {
  url: 'text',
  allowOnError: 'flag',
  initialCacheCapacity: 'number',
  maximumCacheSize: 'number',
  expireAfterMs: 'number',
  enableMetrics: 'flag',
} as const satisfies Shape;

/** Settings of Keycloak that the record has under the same names. */
const KEYCLOAK = {
  clientId: 'text',
  tokenEndpointUri: 'text',
  delegateToKafkaAcls: 'flag',
  disableTlsHostnameVerification: 'flag',
  grantsRefreshPeriodSeconds: 'number',
  grantsRefreshPoolSize: 'number',
  grantsMaxIdleTimeSeconds: 'number',
  grantsGcPeriodSeconds: 'number',
  grantsAlwaysLatest: 'flag',
  connectTimeoutSeconds: 'number',
  readTimeoutSeconds: 'number',
  httpRetries: 'number',
  enableMetrics: 'flag',
  includeAcceptHeader: 'flag',
} as const satisfies Shape;

const CUSTOM = { authorizerClass: 'text', supportsAdminApi: 'flag' } as const satisfies Shape;

/** What readers take the authorization of a cluster for. */
export const AUTHORIZATION_SHAPE = {
  type: 'text',
  superUsers: ['text'],
  tlsTrustedCertificates: [TRUST],
  ...OPA,
  ...KEYCLOAK,
  ...CUSTOM,
} as const satisfies Shape;

/** Settings of authorizers that the operator configured by itself up to 0.48. */
export type SettingsOfAuthorizers = keyof typeof OPA | keyof typeof KEYCLOAK | 'tlsTrustedCertificates';

type WireAuthorization = Fitting<typeof AUTHORIZATION_SHAPE>;

/** Spells who decides what a user may do. */
export function writeAuthorization(authorization: AuthorizationRecord): WireAuthorization {
  const { type } = authorization;
  const superUsers = authorization.superUsers && [...authorization.superUsers];
  switch (authorization.type) {
    case 'simple':
      return defined({ type, superUsers });
    case 'custom':
      return defined({ type, ...picked(CUSTOM, authorization), superUsers });
    case 'opa':
    case 'keycloak': {
      const settings = authorization.type === 'opa' ? picked(OPA, authorization) : picked(KEYCLOAK, authorization);
      return defined({
        type,
        ...settings,
        tlsTrustedCertificates: authorization.trust?.map(writeTrust),
        superUsers,
      });
    }
  }
}

/** Reads who decides; a kind that the model does not know is kept by the codec. */
export function readAuthorization(wire: WireAuthorization | undefined): AuthorizationRecord | undefined {
  if (!wire) return undefined;
  const { superUsers, url = '', clientId = '', tokenEndpointUri = '', authorizerClass = '' } = wire;
  const trust = wire.tlsTrustedCertificates?.map(readTrust);
  switch (wire.type) {
    case 'simple':
      return defined<AuthorizationRecord>({ type: 'simple', superUsers });
    case 'custom':
      return defined<AuthorizationRecord>({ type: 'custom', ...picked(CUSTOM, wire), authorizerClass, superUsers });
    case 'opa':
      return defined<AuthorizationRecord>({ type: 'opa', ...picked(OPA, wire), url, trust, superUsers });
    case 'keycloak': {
      const settings = { ...picked(KEYCLOAK, wire), clientId, tokenEndpointUri };
      return defined<AuthorizationRecord>({ type: 'keycloak', ...settings, trust, superUsers });
    }
    default:
      return undefined;
  }
}

/** The fields of an object that a shape has, in the order of the shape. */
function picked<S extends object, T extends Partial<Record<keyof S, unknown>>>(
  shape: S,
  from: T,
): Pick<T, keyof S & keyof T> {
  const fields = Object.keys(shape) as (keyof S & keyof T)[];
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Pick<T, keyof S & keyof T>;
}
