import type { Credentials } from '../model/endpoint';
import type { ListenerRecord } from '../model/listener';
import type { UserAuthentication } from '../model/user';
import { userSecret } from '../model/user-secret';

/** How a user proves who they are; `none`: the operator makes no credentials. */
export type UserAuthenticationType = UserAuthentication['type'] | 'none';

/** Credentials that the user operator makes. */
export type MadeCredentials = 'tls' | 'scram-sha-512';

/** What a listener asks for of what the user operator makes; absent: nothing, or credentials of another kind. */
export function credentialsAskedBy({ authentication }: ListenerRecord): MadeCredentials | undefined {
  const type = authentication?.type;
  return type === 'tls' || type === 'scram-sha-512' ? type : undefined;
}

/** What users of a cluster prove themselves with where nobody says otherwise: what its first such listener asks for. */
export function usualAuthentication(listeners: readonly { readonly record: ListenerRecord }[]): MadeCredentials {
  for (const { record } of listeners) {
    const asked = credentialsAskedBy(record);
    if (asked) return asked;
  }
  return 'tls';
}

/**
 * Secret and keys that the user operator writes for a user.
 * @param prefix - what it puts before the name of the user in that of the Secret
 * @see https://strimzi.io/docs/operators/latest/deploying#con-configuring-client-authentication-str
 */
export function credentialsOf(
  userName: string,
  authentication: UserAuthenticationType,
  prefix?: string,
): Credentials | undefined {
  const secret = userSecret(userName, prefix);
  switch (authentication) {
    case 'tls':
      return { type: 'tls', secret, certificate: 'user.crt', key: 'user.key' };
    case 'scram-sha-512':
      return { type: 'scram-sha-512', username: userName, password: { secret, key: 'password' } };
    case 'tls-external':
    case 'none':
      return undefined;
  }
}
