import type { JsonObject } from './json';
import type { SecretKey } from './user';
import { secretPrefixOf, userOfSecret, type NamesSecrets } from './user-secret';

/** How a program reaches a Kafka cluster and proves who it is. */
export interface Endpoint {
  /** Comma-separated `host:port` list. */
  readonly bootstrapServers: string;
  /** Certificates to trust. Absent: no TLS; empty: those that the program's platform trusts. */
  readonly trust?: readonly TrustedCertificate[];
  readonly credentials?: Credentials;
  /** How it proves who it is in another way; absent with `credentials`. */
  readonly login?: LoginRecord;
  /** Keys of Secrets that a custom login names as `$(NAME)`. */
  readonly loginSecrets?: Readonly<Record<string, SecretKey>>;
}

/** A certificate in a Secret: both names are known at once. */
export interface TrustedCertificate {
  /** Name of the Secret. */
  readonly secret: string;
  /** Key of the Secret; for a mirror also a pattern of keys, such as `*.crt`. */
  readonly certificate: string;
}

/** What a program proves itself with. */
export type Credentials =
  | { readonly type: 'tls'; readonly secret: string; readonly certificate: string; readonly key: string }
  | {
      readonly type: 'scram-sha-512' | 'scram-sha-256' | 'plain';
      readonly username: string;
      readonly password: SecretKey;
    };

/** A token of OAuth 2.0, or Kafka's own settings of a mechanism, in the operator's own keys. */
export type LoginRecord = { readonly type: 'oauth' | 'custom' } & JsonObject;

/**
 * The user that a program is at a cluster: the user operator calls the Secret of a user after the user. Absent: it shows
 * nothing, or what the user operator has not made.
 * @param cluster - absent: it is not seen, and may have no prefix
 */
export function userNameOf({ credentials }: Endpoint, cluster: NamesSecrets | undefined): string | undefined {
  if (credentials?.type !== 'tls') return credentials?.username;
  return userOfSecret(credentials.secret, secretPrefixOf(cluster));
}
