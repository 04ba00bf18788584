import {
  KEYCLOAK_AUTHORIZER,
  OPA_AUTHORIZER,
  type AuthorizationRecord,
  type KeycloakAuthorization,
  type OpaAuthorization,
} from '../../model/authorization';
import type { ContainerRecord, MountedVolume } from '../../model/container';
import type { EnvVar } from '../../model/env';
import { list, map, text } from '../../model/guarded';
import type { KafkaClusterRecord } from '../../model/kafka-cluster';
import type { ListenerAuthentication, ListenerRecord } from '../../model/listener';
import type { Release } from '../../model/release';
import type { Config } from '../../model/resource';
import { defined } from '../common/codec';
import { OAUTH_MECHANISM, OAUTH_MODULE } from './oauth';
import { jaasText, option, variable } from './operator-login';

/** What of a cluster says who may come in, and what they may do. */
export type Entrance = Pick<KafkaClusterRecord, 'name' | 'listeners' | 'authorization'>;

/** The same as an operator is told of it. */
export interface BrokerLogin extends Pick<KafkaClusterRecord, 'listeners' | 'authorization'> {
  /** Settings of all nodes. */
  readonly config: Config;
  /** What all nodes need: keys of Secrets as variables, and certificates as files. */
  readonly nodes: Pick<ContainerRecord, 'env' | 'volumes'>;
}

/**
 * Who may come in, and who decides what they may do, in the words of operators: those that configure no OAuth, no Keycloak
 * and no Open Policy Agent by themselves take the settings that earlier ones wrote. What these cannot say, such as two
 * certificates to trust, stays as it is.
 * @param logins - how the operator is told of a token
 * @see KafkaBrokerConfigurationBuilder of Strimzi 0.48.0, and the examples for Keycloak of 1.2.0
 */
export function brokerLogin({ name, listeners, authorization }: Entrance, logins: Release['logins']): BrokerLogin {
  if (logins === 'oauth') return { listeners, ...defined({ authorization }), config: {}, nodes: {} };
  const told = listeners.map(toldListener);
  const rights = toldAuthorization(authorization, name);
  const parts = [...told.map(({ needs }) => needs), rights.needs];
  const env = parts.flatMap((needs) => needs?.env ?? []);
  const volumes = parts.flatMap((needs) => needs?.volumes ?? []);
  const isOauth = told.some(({ needs }) => needs !== undefined);
  return {
    listeners: told.map(({ listener }) => listener),
    ...defined({ authorization: rights.authorization }),
    config: { ...(isOauth && { 'principal.builder.class': PRINCIPALS }), ...rights.config },
    nodes: { ...(env.length > 0 && { env }), ...(volumes.length > 0 && { volumes }) },
  };
}

type Volumes = readonly Extract<MountedVolume, { secret: string }>[];

/** What nodes need for a part of it. */
interface Needs {
  readonly env: readonly EnvVar[];
  readonly volumes: Volumes;
}

/** What names users by their tokens, in Strimzi's library. */
const PRINCIPALS = 'io.strimzi.kafka.oauth.server.OAuthKafkaPrincipalBuilder';
const BEARER_HANDLER = 'io.strimzi.kafka.oauth.server.JaasServerOauthValidatorCallbackHandler';
const PLAIN_HANDLER = 'io.strimzi.kafka.oauth.server.plain.JaasServerOauthOverPlainValidatorCallbackHandler';
const PLAIN_MODULE = 'org.apache.kafka.common.security.plain.PlainLoginModule';
/** Brokers log in nowhere by this module, and it wants to be told who they are. */
const NOBODY = option('unsecuredLoginStringClaim_sub', 'thePrincipalName');

/**
 * Settings of OAuth at a listener, in the order in which operators wrote them, and what Strimzi's library calls them.
 * @see ServerConfig and Config of strimzi-kafka-oauth 0.17
 */
const OPTIONS = {
  clientId: 'oauth.client.id',
  validIssuerUri: 'oauth.valid.issuer.uri',
  checkIssuer: 'oauth.check.issuer',
  checkAudience: 'oauth.check.audience',
  customClaimCheck: 'oauth.custom.claim.check',
  clientGrantType: 'oauth.client.credentials.grant.type',
  clientScope: 'oauth.scope',
  clientAudience: 'oauth.audience',
  jwksEndpointUri: 'oauth.jwks.endpoint.uri',
  jwksRefreshSeconds: 'oauth.jwks.refresh.seconds',
  jwksExpirySeconds: 'oauth.jwks.expiry.seconds',
  jwksMinRefreshPauseSeconds: 'oauth.jwks.refresh.min.pause.seconds',
  serverBearerTokenLocation: 'oauth.server.bearer.token.location',
  jwksIgnoreKeyUse: 'oauth.jwks.ignore.key.use',
  introspectionEndpointUri: 'oauth.introspection.endpoint.uri',
  userInfoEndpointUri: 'oauth.userinfo.endpoint.uri',
  userNameClaim: 'oauth.username.claim',
  userNamePrefix: 'oauth.username.prefix',
  fallbackUserNameClaim: 'oauth.fallback.username.claim',
  fallbackUserNamePrefix: 'oauth.fallback.username.prefix',
  groupsClaim: 'oauth.groups.claim',
  groupsClaimDelimiter: 'oauth.groups.claim.delimiter',
  accessTokenIsJwt: 'oauth.access.token.is.jwt',
  checkAccessTokenType: 'oauth.check.access.token.type',
  validTokenType: 'oauth.valid.token.type',
  connectTimeoutSeconds: 'oauth.connect.timeout.seconds',
  readTimeoutSeconds: 'oauth.read.timeout.seconds',
  httpRetries: 'oauth.http.retries',
  httpRetryPauseMs: 'oauth.http.retry.pause.millis',
  enableMetrics: 'oauth.enable.metrics',
  failFast: 'oauth.fail.fast',
  includeAcceptHeader: 'oauth.include.accept.header',
} as const;

/** What else a listener with OAuth can say. */
const OTHERS: ReadonlySet<string> = new Set([
  ...['type', 'clientSecret', 'tlsTrustedCertificates', 'disableTlsHostnameVerification', 'tokenEndpointUri'],
  ...['enableOauthBearer', 'enablePlain', 'maxSecondsWithoutReauthentication'],
]);

function toldListener(listener: ListenerRecord): { readonly listener: ListenerRecord; readonly needs?: Needs } {
  const { authentication, name, port } = listener;
  if (authentication?.type !== 'oauth' || !isSayable(authentication)) return { listener };
  const env: EnvVar[] = [];
  const options = plainOptions(authentication);
  options.push(option('oauth.config.id', `${name.toUpperCase()}-${port}`));
  if (authentication['clientSecret'] !== undefined) {
    const { secretName, key } = map(authentication['clientSecret']);
    const secret = { secret: text(secretName) ?? '', key: text(key) ?? '' };
    const own = `LISTENER_${name.toUpperCase()}_CLIENT_SECRET`;
    env.push({ name: own, secret });
    options.push(option('oauth.client.secret', variable(own)));
  }
  const [trusted] = list(authentication['tlsTrustedCertificates']);
  const trust = trusted === undefined ? undefined : trustOf(`listener-${name}-trust`, map(trusted));
  if (trust) {
    options.push(option('oauth.ssl.truststore.location', trust.location), option('oauth.ssl.truststore.type', 'PEM'));
  }
  const listenerConfig = listenerConfigOf(authentication, options);
  return {
    listener: { ...listener, authentication: { type: 'custom', sasl: true, listenerConfig } },
    needs: { env, volumes: trust ? [trust.volume] : [] },
  };
}

/** Whether the library takes all that is said: of certificates one, and by its name. */
function isSayable(authentication: ListenerAuthentication & { readonly type: 'oauth' | 'custom' }): boolean {
  const trust = list(authentication['tlsTrustedCertificates']);
  return (
    trust.length <= 1 &&
    trust.every((each) => text(map(each)['certificate']) !== undefined) &&
    Object.keys(authentication).every((field) => Object.hasOwn(OPTIONS, field) || OTHERS.has(field))
  );
}

function plainOptions(authentication: Readonly<Record<string, unknown>>): string[] {
  const options = Object.entries(OPTIONS).flatMap(([field, name]) => {
    const value = authentication[field];
    return ['string', 'number', 'boolean'].includes(typeof value) ? [option(name, String(value))] : [];
  });
  // The empty name of an algorithm is how the library is told to compare no names.
  if (authentication['disableTlsHostnameVerification'] === true)
    options.push(option('oauth.ssl.endpoint.identification.algorithm', ''));
  return options;
}

function listenerConfigOf(authentication: Readonly<Record<string, unknown>>, options: readonly string[]): Config {
  const { enableOauthBearer = true, enablePlain = false, tokenEndpointUri, ...others } = authentication;
  const seconds = others['maxSecondsWithoutReauthentication'];
  const ofPlain = [...options, ...(typeof tokenEndpointUri === 'string' ? [tokenOption(tokenEndpointUri)] : [])];
  const mechanisms = [
    ...(enableOauthBearer === true ? [OAUTH_MECHANISM] : []),
    ...(enablePlain === true ? ['PLAIN'] : []),
  ];
  return {
    'sasl.enabled.mechanisms': mechanisms.join(','),
    ...(enableOauthBearer === true && {
      'oauthbearer.sasl.server.callback.handler.class': BEARER_HANDLER,
      'oauthbearer.sasl.jaas.config': jaasText(OAUTH_MODULE, [NOBODY, ...options]),
    }),
    ...(enablePlain === true && {
      'plain.sasl.server.callback.handler.class': PLAIN_HANDLER,
      'plain.sasl.jaas.config': jaasText(PLAIN_MODULE, ofPlain),
    }),
    ...(typeof seconds === 'number' && { 'connections.max.reauth.ms': seconds * 1000 }),
  };
}

function tokenOption(uri: string): string {
  return option('oauth.token.endpoint.uri', uri);
}

/** A certificate to trust as a file of the nodes. */
function trustOf(
  volume: string,
  { secretName, certificate }: Readonly<Record<string, unknown>>,
): { readonly volume: Volumes[number]; readonly location: string } {
  const path = `/mnt/${volume}`;
  return {
    volume: { name: volume, path, secret: text(secretName) ?? '' },
    location: `${path}/${text(certificate) ?? ''}`,
  };
}

interface Rights {
  readonly authorization?: AuthorizationRecord | undefined;
  readonly config: Config;
  readonly needs?: Needs;
}

function toldAuthorization(authorization: AuthorizationRecord | undefined, cluster: string): Rights {
  if (authorization?.type === 'keycloak' && (authorization.trust ?? []).length <= 1)
    return toldKeycloak(authorization, cluster);
  // The plugin takes a store of certificates, and no certificate.
  if (authorization?.type === 'opa' && !authorization.trust?.length) return toldOpa(authorization);
  return { authorization, config: {} };
}

/** @see AuthzConfig of strimzi-kafka-oauth 0.17 */
function toldKeycloak(keycloak: KeycloakAuthorization, cluster: string): Rights {
  const { superUsers, delegateToKafkaAcls = false, trust: [certificate] = [] } = keycloak;
  const trust =
    certificate &&
    trustOf('authorization-trust', { secretName: certificate.secret, certificate: certificate.certificate });
  const settings = {
    'token.endpoint.uri': keycloak.tokenEndpointUri,
    'client.id': keycloak.clientId,
    'delegate.to.kafka.acl': delegateToKafkaAcls,
    'grants.refresh.period.seconds': keycloak.grantsRefreshPeriodSeconds,
    'grants.refresh.pool.size': keycloak.grantsRefreshPoolSize,
    'grants.max.idle.time.seconds': keycloak.grantsMaxIdleTimeSeconds,
    'grants.gc.period.seconds': keycloak.grantsGcPeriodSeconds,
    'connect.timeout.seconds': keycloak.connectTimeoutSeconds,
    'read.timeout.seconds': keycloak.readTimeoutSeconds,
    'http.retries': keycloak.httpRetries,
    'reuse.grants': keycloak.grantsAlwaysLatest === true ? false : undefined,
    'enable.metrics': keycloak.enableMetrics,
    'include.accept.header': keycloak.includeAcceptHeader,
    'kafka.cluster.name': cluster,
    'ssl.truststore.location': trust?.location,
    'ssl.truststore.type': trust && 'PEM',
    'ssl.endpoint.identification.algorithm': keycloak.disableTlsHostnameVerification === true ? '' : undefined,
  };
  return {
    authorization: defined({
      type: 'custom' as const,
      authorizerClass: KEYCLOAK_AUTHORIZER,
      superUsers,
      supportsAdminApi: delegateToKafkaAcls || undefined,
    }),
    config: prefixed('strimzi.authorization.', settings),
    needs: { env: [], volumes: trust ? [trust.volume] : [] },
  };
}

/** @see the settings of opa-kafka-plugin 1.5 */
function toldOpa(opa: OpaAuthorization): Rights {
  const { superUsers, expireAfterMs } = opa;
  const settings = {
    url: opa.url,
    'allow.on.error': opa.allowOnError,
    'cache.initial.capacity': opa.initialCacheCapacity,
    'cache.maximum.size': opa.maximumCacheSize,
    'cache.expire.after.seconds': expireAfterMs === undefined ? undefined : Math.floor(expireAfterMs / 1000),
    'metrics.enabled': opa.enableMetrics,
  };
  return {
    authorization: defined({ type: 'custom' as const, authorizerClass: OPA_AUTHORIZER, superUsers }),
    config: prefixed('opa.authorizer.', settings),
  };
}

function prefixed(prefix: string, settings: Readonly<Record<string, Config[string] | undefined>>): Config {
  const names = Object.entries(settings).map(([name, value]) => [`${prefix}${name}`, value] as const);
  return defined(Object.fromEntries(names)) as Config;
}
