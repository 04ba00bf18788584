import type { TrustedCertificate } from '../model/endpoint';
import type { Config } from '../model/resource';
import type { SecretKey } from '../model/user';

/** Properties of {@link Authentication.custom}. */
export interface CustomAuthenticationProps {
  /**
   * Whether clients log in by SASL, known at once.
   * @default false
   */
  readonly sasl?: boolean;
  /**
   * Kafka's settings of the listener, without the `listener.name.<name>.` that the operator puts before each. Those of TLS
   * are the operator's.
   * @default - none
   * @see https://kafka.apache.org/documentation/#brokerconfigs
   */
  readonly listenerConfig?: Config;
  /**
   * Secrets whose keys brokers have as files below
   * `/opt/kafka/custom-authn-secrets/custom-listener-<name>-<port>/<secret>` (up to Strimzi 0.48; later ones mount volumes of
   * the pods' template).
   * @default - none
   */
  readonly secrets?: readonly SecretKey[];
}

/** Properties of {@link Authentication.oauth}: how brokers check a token, and the issuer that it has to be of. */
export type OauthProps = OauthSettings & (OauthByKeys | OauthByIntrospection) & (OauthIssuer | OauthAnyIssuer);

/** Tokens are JWT, and brokers check them with the keys of the server. */
export interface OauthByKeys extends OauthAudience {
  /** Where the keys of the server are. */
  readonly jwksEndpointUri: string;
  /**
   * Seconds between two looks at the keys, 1 at least.
   * @default 300
   */
  readonly jwksRefreshSeconds?: number;
  /**
   * Seconds that keys are trusted: 60 more than `jwksRefreshSeconds` at least.
   * @default 360
   */
  readonly jwksExpirySeconds?: number;
  /**
   * Seconds from a look at the keys to the next that an unknown key brings about, 0 at least.
   * @default 1
   */
  readonly jwksMinRefreshPauseSeconds?: number;
  /**
   * Whether keys are taken that are said to be for another use (from Strimzi 0.32 on).
   * @default false
   */
  readonly jwksIgnoreKeyUse?: boolean;
  /**
   * Whether the type of a token is looked at.
   * @default true
   */
  readonly checkAccessTokenType?: boolean;
  /**
   * Tokens are checked with keys: nobody is asked about them.
   * @default - not with keys
   */
  readonly introspectionEndpointUri?: never;
}

/** Brokers ask the server about each token. */
export interface OauthByIntrospection {
  /** Where brokers ask about a token. */
  readonly introspectionEndpointUri: string;
  /** Who brokers are to the server. */
  readonly clientId: string;
  /** The secret that brokers show the server with `clientId`. */
  readonly clientSecret: SecretKey;
  /**
   * Where brokers ask for the name of a user that the answer about its token does not tell.
   * @default - nowhere
   */
  readonly userInfoEndpointUri?: string;
  /**
   * What the answer has to call the type of the token.
   * @default - any
   */
  readonly validTokenType?: string;
  /**
   * Whether tokens are JWT.
   * @default true
   */
  readonly accessTokenIsJwt?: boolean;
  /**
   * Whether a token has to be for `clientId`.
   * @default false
   */
  readonly checkAudience?: boolean;
  /**
   * The server is asked about tokens: keys are not needed.
   * @default - not where the server is asked
   */
  readonly jwksEndpointUri?: never;
}

/** Who brokers are to the server, and whether tokens have to be for them. */
export interface OauthAudience {
  /**
   * Who brokers are to the server.
   * @default - nobody
   */
  readonly clientId?: string;
  /**
   * The secret that brokers show the server with `clientId`.
   * @default - none
   */
  readonly clientSecret?: SecretKey;
  /**
   * Whether a token has to be for `clientId`, which has to be given then.
   * @default false
   */
  readonly checkAudience?: boolean;
}

/** Tokens have to be of an issuer. */
export interface OauthIssuer {
  /** The issuer, as tokens name it. */
  readonly validIssuerUri: string;
  /**
   * Whether the issuer of a token is looked at.
   * @default true
   */
  readonly checkIssuer?: true;
}

/** Tokens may be of any issuer. */
export interface OauthAnyIssuer {
  /** The issuer of a token is not looked at. */
  readonly checkIssuer: false;
}

/** What else is said of OAuth at a listener. */
export interface OauthSettings {
  /**
   * Certificates that brokers trust when they speak to the server.
   * @default - those that Java trusts
   */
  readonly trust?: readonly TrustedCertificate[];
  /**
   * Whether the server's certificate may be for another host.
   * @default false
   */
  readonly disableTlsHostnameVerification?: boolean;
  /**
   * The claim that has the name of the user.
   * @default sub
   */
  readonly userNameClaim?: string;
  /**
   * What comes before the name in `userNameClaim` (from Strimzi 0.43 on).
   * @default - nothing
   */
  readonly userNamePrefix?: string;
  /**
   * The claim that has the name where `userNameClaim` is not in the token.
   * @default - none
   */
  readonly fallbackUserNameClaim?: string;
  /**
   * What comes before the name in `fallbackUserNameClaim`.
   * @default - nothing
   */
  readonly fallbackUserNamePrefix?: string;
  /**
   * A JsonPath query for the user's groups (from Strimzi 0.28 on).
   * @default - no groups
   */
  readonly groupsClaim?: string;
  /**
   * What stands between groups that are one text (from Strimzi 0.28 on).
   * @default ,
   */
  readonly groupsClaimDelimiter?: string;
  /**
   * A JsonPath filter that tokens have to meet (from Strimzi 0.22 on), such as `@.kafka == 'yes'`.
   * @default - none
   */
  readonly customClaimCheck?: string;
  /**
   * Seconds after which clients have to log in again (from Strimzi 0.20 on).
   * @default - they need not, until they connect anew
   */
  readonly maxSecondsWithoutReauthentication?: number;
  /**
   * Whether clients log in with the mechanism OAUTHBEARER; one of this and `enablePlain` has to be true (from Strimzi 0.22
   * on).
   * @default true
   */
  readonly enableOauthBearer?: boolean;
  /**
   * Whether clients log in with the mechanism PLAIN, with a client's id and secret or a token (from Strimzi 0.22 on).
   * @default false
   */
  readonly enablePlain?: boolean;
  /**
   * Where brokers get a token for the id and secret of a client with PLAIN (from Strimzi 0.22 on).
   * @default - nowhere: passwords are tokens
   */
  readonly tokenEndpointUri?: string;
  /**
   * The scope that brokers ask a token for (from Strimzi 0.24 on).
   * @default - none
   */
  readonly clientScope?: string;
  /**
   * The audience that brokers ask a token for (from Strimzi 0.24 on).
   * @default - none
   */
  readonly clientAudience?: string;
  /**
   * Seconds until a connection to the server has to stand, 1 at least (from Strimzi 0.28 on).
   * @default 60
   */
  readonly connectTimeoutSeconds?: number;
  /**
   * Seconds that the server has for an answer, 1 at least (from Strimzi 0.28 on).
   * @default 60
   */
  readonly readTimeoutSeconds?: number;
  /**
   * How often a request that failed is sent again (from Strimzi 0.34 on).
   * @default 0
   */
  readonly httpRetries?: number;
  /**
   * Milliseconds before it is sent again (from Strimzi 0.34 on).
   * @default 0
   */
  readonly httpRetryPauseMs?: number;
  /**
   * Whether brokers start without the keys of the server, and ask later: `false` (from Strimzi 0.32 on).
   * @default true
   */
  readonly failFast?: boolean;
  /**
   * Whether there are metrics of it (from Strimzi 0.32 on).
   * @default false
   */
  readonly enableMetrics?: boolean;
  /**
   * Whether requests have a header `Accept` (from Strimzi 0.38 on).
   * @default true
   */
  readonly includeAcceptHeader?: boolean;
  /**
   * A file of the brokers that has a token, which they show the server in place of `clientSecret` (from Strimzi 0.43 on).
   * @default - none
   */
  readonly serverBearerTokenLocation?: string;
}
