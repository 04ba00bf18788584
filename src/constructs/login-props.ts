import type { TrustedCertificate } from '../model/endpoint';
import type { Config } from '../model/resource';
import type { SecretKey } from '../model/user';

/** Properties of {@link Login.custom}. */
export interface CustomLoginProps {
  /**
   * Whether the program logs in by SASL, known at once.
   * @default false
   */
  readonly sasl?: boolean;
  /**
   * Kafka's settings of clients that begin with `sasl.` or `ssl.keystore.`.
   * @default - none
   */
  readonly config?: Config;
  /**
   * Keys of Secrets that settings name as `$(NAME)`, by name: a variable of that name holds each.
   * @default - none
   */
  readonly secrets?: Readonly<Record<string, SecretKey>>;
}

/** Properties of {@link Login.oauth}: the token, or what the server wants for one. */
export type OauthLoginProps = OauthLoginSettings &
  (OauthToken | OauthTokenFile | OauthSecret | OauthRefresh | OauthAssertion | OauthAssertionFile | OauthPassword);

/** A token that is there. */
export interface OauthToken {
  /** The token, in a Secret. */
  readonly accessToken: SecretKey;
}

/** A token in a file of the program (from Strimzi 0.43 on). */
export interface OauthTokenFile {
  /** Path of the file. */
  readonly accessTokenLocation: string;
}

/** Where a program gets a token, and who it is to the server. */
export interface OauthServer {
  /** Where the server gives tokens. */
  readonly tokenEndpointUri: string;
  /** Who the program is to the server. */
  readonly clientId: string;
}

/** A token for the secret of a client. */
export interface OauthSecret extends OauthServer {
  /** The secret that the program shows the server, in a Secret. */
  readonly clientSecret: SecretKey;
}

/** A token for a token that lives longer. */
export interface OauthRefresh extends OauthServer {
  /** The token that lives longer, in a Secret. */
  readonly refreshToken: SecretKey;
}

/** A token for an assertion of the client (from Strimzi 0.43 on). */
export interface OauthAssertion extends OauthServer {
  /** The assertion, in a Secret. */
  readonly clientAssertion: SecretKey;
  /** @default urn:ietf:params:oauth:client-assertion-type:jwt-bearer */
  readonly clientAssertionType?: string;
}

/** A token for an assertion in a file of the program (from Strimzi 0.43 on). */
export interface OauthAssertionFile extends OauthServer {
  /** Path of the file. */
  readonly clientAssertionLocation: string;
  /** @default urn:ietf:params:oauth:client-assertion-type:jwt-bearer */
  readonly clientAssertionType?: string;
}

/** A token for the name and password of a user (from Strimzi 0.32 on). */
export interface OauthPassword extends OauthServer {
  /** Name of the user. */
  readonly username: string;
  /** Password of the user, in a Secret. */
  readonly password: SecretKey;
}

/** What else is said of a login by OAuth. */
export interface OauthLoginSettings {
  /**
   * Certificates that the program trusts when it speaks to the server.
   * @default - those that Java trusts
   */
  readonly trust?: readonly TrustedCertificate[];
  /**
   * Whether the server's certificate may be for another host.
   * @default false
   */
  readonly disableTlsHostnameVerification?: boolean;
  /**
   * The scope that the token is asked for.
   * @default - none
   */
  readonly scope?: string;
  /**
   * The audience that the token is asked for (from Strimzi 0.24 on).
   * @default - none
   */
  readonly audience?: string;
  /**
   * Whether the token is a JWT.
   * @default true
   */
  readonly accessTokenIsJwt?: boolean;
  /**
   * Seconds after which a token is asked for anew, whatever it says itself.
   * @default - as the token says
   */
  readonly maxTokenExpirySeconds?: number;
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
}
