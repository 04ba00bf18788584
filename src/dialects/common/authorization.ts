import type { AuthorizationRecord } from '../../model/kafka-cluster';
import { defined } from './codec';
import type { Shape } from './shape';

/** Authorization of a Kafka cluster. */
export interface WireAuthorization {
  type?: string;
  authorizerClass?: string;
  superUsers?: string[];
  supportsAdminApi?: boolean;
}

/** What readers take the authorization of a cluster for. */
export const AUTHORIZATION_SHAPE: Shape = {
  type: 'text',
  authorizerClass: 'text',
  superUsers: ['text'],
  supportsAdminApi: 'flag',
};

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
