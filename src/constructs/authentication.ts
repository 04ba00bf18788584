import type { ListenerAuthentication } from '../model/listener';
import { valueClass } from '../props/stand-ins';
import { customAuthentication, oauthAuthentication } from './authentication-record';
import type { CustomAuthenticationProps, OauthProps } from './authentication-props';
import { holdCalls } from './held';

/** Ways of proving who one is. */
export type AuthenticationType = ListenerAuthentication['type'] | 'none';

/** How a client proves who it is. */
export class Authentication<T extends AuthenticationType = AuthenticationType> {
  static {
    valueClass(this, 'Authentication');
    holdCalls(this, 'Authentication');
  }

  /** Client certificates, from the clients CA of the cluster (mutual TLS). */
  static tls(): Authentication<'tls'> {
    return new Authentication('tls', { type: 'tls' });
  }

  /** User name and password, SCRAM-SHA-512. */
  static scramSha512(): Authentication<'scram-sha-512'> {
    return new Authentication('scram-sha-512', { type: 'scram-sha-512' });
  }

  /** Anybody may connect. */
  static none(): Authentication<'none'> {
    return new Authentication('none', undefined);
  }

  /**
   * OAuth 2.0 tokens, which brokers check with the keys of the server, or by asking it. From Strimzi 0.49 on operators are
   * told of it as `custom`, in the settings of Strimzi's library for OAuth, with one certificate to trust.
   */
  static oauth(props: OauthProps): Authentication<'oauth'> {
    return new Authentication('oauth', oauthAuthentication(props));
  }

  /** Another mechanism, in Kafka's own settings of a listener (from Strimzi 0.28 on). */
  static custom(props: CustomAuthenticationProps): Authentication<'custom'> {
    return new Authentication('custom', customAuthentication(props));
  }

  private constructor(
    readonly type: T,
    /** What was chosen, as the model has it; absent: nothing is asked. */
    readonly record: ListenerAuthentication | undefined,
  ) {}
}
