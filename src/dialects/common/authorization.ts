import type { AuthorizationRecord } from '../../model/kafka-cluster';
import { defined } from './codec';
import type { Fitting, Shape } from './shape';

/** What readers take the authorization of a cluster for. */
export const AUTHORIZATION_SHAPE = {
  type: 'text',
  authorizerClass: 'text',
  superUsers: ['text'],
  supportsAdminApi: 'flag',
} as const satisfies Shape;

type WireAuthorization = Fitting<typeof AUTHORIZATION_SHAPE>;

/** Spells who decides what a user may do. */
export function writeAuthorization(authorization: AuthorizationRecord): WireAuthorization {
  const superUsers = authorization.superUsers && [...authorization.superUsers];
  if (authorization.type === 'simple') return defined({ type: 'simple', superUsers });
  const { type, authorizerClass, supportsAdminApi } = authorization;
  return defined({ type, authorizerClass, superUsers, supportsAdminApi });
}

/** Reads who decides; a kind that the model does not know is kept by the codec. */
export function readAuthorization(wire: WireAuthorization | undefined): AuthorizationRecord | undefined {
  const superUsers = wire?.superUsers;
  if (wire?.type === 'simple') return defined<AuthorizationRecord>({ type: 'simple', superUsers });
  if (wire?.type === 'custom') {
    const { authorizerClass = '', supportsAdminApi } = wire;
    return defined<AuthorizationRecord>({ type: 'custom', authorizerClass, superUsers, supportsAdminApi });
  }
  return undefined;
}
