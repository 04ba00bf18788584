import type { TrustedCertificate } from './endpoint';

/** Who decides what a user may do. */
export type AuthorizationRecord = SimpleAuthorization | OpaAuthorization | KeycloakAuthorization | CustomAuthorization;

/** Kafka's own ACLs. */
export interface SimpleAuthorization {
  readonly type: 'simple';
  /** Principals that no ACL restrains, such as `CN=admin`. */
  readonly superUsers?: readonly string[];
}

/** An Open Policy Agent, which brokers ask. Nobody's ACLs count. */
export interface OpaAuthorization {
  readonly type: 'opa';
  /** Where the policy is asked for, such as `http://opa:8181/v1/data/kafka/allow`. */
  readonly url: string;
  /** Principals that may do everything, such as `CN=admin`. */
  readonly superUsers?: readonly string[];
  /** Whether a user may do what the agent gives no answer about; absent: it may not. */
  readonly allowOnError?: boolean;
  /** Answers that a broker has room for at first; absent: 5000. */
  readonly initialCacheCapacity?: number;
  /** Answers that a broker keeps at most; absent: 50000. */
  readonly maximumCacheSize?: number;
  /** Milliseconds that a broker keeps an answer; absent: an hour. */
  readonly expireAfterMs?: number;
  /** Certificates that brokers trust when they ask (from Strimzi 0.28 on); absent: those that Java trusts. */
  readonly trust?: readonly TrustedCertificate[];
  /** Whether there are metrics of it (from Strimzi 0.28 on); absent: there are none. */
  readonly enableMetrics?: boolean;
}

/** Keycloak, which knows what each user may do. Users come through a listener with OAuth. */
export interface KeycloakAuthorization {
  readonly type: 'keycloak';
  /** Who the brokers are to Keycloak: the client whose rights are asked for. */
  readonly clientId: string;
  readonly tokenEndpointUri: string;
  /** Principals that may do everything, such as `CN=admin`. */
  readonly superUsers?: readonly string[];
  /**
   * Whether Kafka's own ACLs are asked where Keycloak does not allow something, known at once; absent: they are not, and
   * nobody can have some.
   */
  readonly delegateToKafkaAcls?: boolean;
  /** Certificates that brokers trust when they ask; absent: those that Java trusts. */
  readonly trust?: readonly TrustedCertificate[];
  /** Whether Keycloak's certificate may be for another host; absent: it may not. */
  readonly disableTlsHostnameVerification?: boolean;
  /** Seconds between two looks at the rights of sessions, 0 for none but the first (from Strimzi 0.20 on); absent: 60. */
  readonly grantsRefreshPeriodSeconds?: number;
  /** Threads that look at them, 1 at least (from Strimzi 0.20 on); absent: 5. */
  readonly grantsRefreshPoolSize?: number;
  /** Seconds that rights are kept which nobody uses, 1 at least (from Strimzi 0.36 on); absent: 300. */
  readonly grantsMaxIdleTimeSeconds?: number;
  /** Seconds between two looks for such rights, 1 at least (from Strimzi 0.36 on); absent: 300. */
  readonly grantsGcPeriodSeconds?: number;
  /** Whether rights are asked for anew when a user comes anew (from Strimzi 0.36 on); absent: kept ones are taken. */
  readonly grantsAlwaysLatest?: boolean;
  /** Seconds until a connection has to stand, 1 at least (from Strimzi 0.28 on); absent: 60. */
  readonly connectTimeoutSeconds?: number;
  /** Seconds that Keycloak has for an answer, 1 at least (from Strimzi 0.28 on); absent: 60. */
  readonly readTimeoutSeconds?: number;
  /** How often a request that failed is sent again (from Strimzi 0.34 on); absent: never. */
  readonly httpRetries?: number;
  /** Whether there are metrics of it (from Strimzi 0.28 on); absent: there are none. */
  readonly enableMetrics?: boolean;
  /** Whether requests have a header `Accept` (from Strimzi 0.38 on); absent: they have. */
  readonly includeAcceptHeader?: boolean;
}

/** An authorizer class of the team's own. */
export interface CustomAuthorization {
  readonly type: 'custom';
  readonly authorizerClass: string;
  readonly superUsers?: readonly string[];
  /** Whether the authorizer takes ACLs from KafkaUsers (from Strimzi 0.25 on), known at once; absent: it does not. */
  readonly supportsAdminApi?: boolean;
}

/** The class of Strimzi's library that asks Keycloak. */
export const KEYCLOAK_AUTHORIZER = 'io.strimzi.kafka.oauth.server.authorizer.KeycloakAuthorizer';
/** The class of the plugin that asks an Open Policy Agent. */
export const OPA_AUTHORIZER = 'org.openpolicyagent.kafka.OpaAuthorizer';

/** Where users of a cluster have their rights from. */
export type RightsFrom = 'acls' | 'authorizer' | 'nowhere';

/** Whether the authorizer of a cluster takes ACLs from KafkaUsers. */
export function takesAcls(authorization: AuthorizationRecord): boolean {
  switch (authorization.type) {
    case 'simple':
      return true;
    case 'opa':
      return false;
    case 'keycloak':
      return authorization.delegateToKafkaAcls ?? false;
    case 'custom':
      return authorization.supportsAdminApi ?? false;
  }
}
