import { listeners, LISTENERS_V1BETA1, within } from './listener-variants';
import type { Union } from './union';

/** Objects with an enumerated `type` that decides over no field: ACL rules, the resources they name, a collector's ingress. */
export const PLAIN: readonly string[] = ['acls', 'resource', 'ingress'];

const CLAIM = ['class', 'deleteClaim', 'id', 'selector', 'size'];
const EPHEMERAL = ['id', 'sizeLimit'];
const volumes = (claim: readonly string[], ephemeral: readonly string[]) => ({
  ephemeral,
  'persistent-claim': claim,
});
const brokerStorage = (claim: readonly string[], ephemeral: readonly string[]): Union[] => [
  { property: 'storage', variants: { ...volumes(claim, ephemeral), jbod: ['volumes'] } },
  { property: 'volumes', variants: volumes(claim, ephemeral) },
];
/** ZooKeeper has one volume a node. */
const allStorage = (claim: readonly string[], ephemeral: readonly string[]): Union[] => [
  ...brokerStorage(claim, ephemeral),
  { property: 'storage', variants: volumes(claim, ephemeral) },
];

const CLIENT_CERTIFICATE = ['certificateAndKey'];
const CLIENT_PASSWORD = ['passwordSecret', 'username'];
const SCRAM_OR_PLAIN = { 'scram-sha-512': CLIENT_PASSWORD, plain: CLIENT_PASSWORD };

const LOGGING: Union = { property: 'logging', variants: { inline: ['loggers'], external: ['valueFrom'] } };
const METRICS: Union = {
  property: 'metricsConfig',
  variants: { jmxPrometheusExporter: ['valueFrom'], strimziMetricsReporter: ['values'] },
};
const QUOTAS: Union = {
  property: 'quotas',
  common: ['consumerByteRate', 'producerByteRate'],
  variants: {
    kafka: ['controllerMutationRate', 'requestPercentage'],
    strimzi: ['excludedPrincipals', 'minAvailableBytesPerVolume', 'minAvailableRatioPerVolume'],
  },
};

const DOWNLOAD = ['insecure', 'sha512sum', 'url'];
const artifacts = (maven: readonly string[]): Union => ({
  property: 'artifacts',
  variants: {
    jar: DOWNLOAD,
    tgz: DOWNLOAD,
    zip: DOWNLOAD,
    maven: ['artifact', 'group', 'insecure', 'repository', 'version', ...maven],
    other: [...DOWNLOAD, 'fileName'],
  },
});
const output = (docker: readonly string[]): Union => ({
  property: 'output',
  common: ['image'],
  variants: { docker: ['pushSecret', ...docker], imagestream: [] },
});

const OAUTH_CLIENT_V1BETA1 = [
  'accessToken',
  'accessTokenIsJwt',
  'clientId',
  'clientSecret',
  'disableTlsHostnameVerification',
  'maxTokenExpirySeconds',
  'refreshToken',
  'scope',
  'tlsTrustedCertificates',
  'tokenEndpointUri',
];
const OAUTH_LISTENER_V1BETA1 = [
  'accessTokenIsJwt',
  'checkAccessTokenType',
  'checkAudience',
  'checkIssuer',
  'clientId',
  'clientSecret',
  'customClaimCheck',
  'disableTlsHostnameVerification',
  'enableECDSA',
  'enableOauthBearer',
  'enablePlain',
  'fallbackUserNameClaim',
  'fallbackUserNamePrefix',
  'introspectionEndpointUri',
  'jwksEndpointUri',
  'jwksExpirySeconds',
  'jwksMinRefreshPauseSeconds',
  'jwksRefreshSeconds',
  'maxSecondsWithoutReauthentication',
  'tlsTrustedCertificates',
  'tokenEndpointUri',
  'userInfoEndpointUri',
  'userNameClaim',
  'validIssuerUri',
  'validTokenType',
];
const OPA_V1BETA1 = ['allowOnError', 'expireAfterMs', 'initialCacheCapacity', 'maximumCacheSize', 'superUsers', 'url'];
const KEYCLOAK_V1BETA1 = [
  'clientId',
  'delegateToKafkaAcls',
  'disableTlsHostnameVerification',
  'grantsRefreshPeriodSeconds',
  'grantsRefreshPoolSize',
  'superUsers',
  'tlsTrustedCertificates',
  'tokenEndpointUri',
];
const OVERRIDES_V1BETA1 = [
  'overrides.bootstrap.address',
  ...within('overrides.brokers', ['advertisedHost', 'advertisedPort', 'broker']),
];
const SERVICE_OVERRIDES_V1BETA1 = ['overrides.bootstrap.dnsAnnotations', 'overrides.brokers.dnsAnnotations'];
const OAUTH_HTTP = [
  'connectTimeoutSeconds',
  'enableMetrics',
  'httpRetries',
  'includeAcceptHeader',
  'readTimeoutSeconds',
];

/** The unions of each API. Every one must be found in its schemas, with exactly these fields. */
export const UNIONS: Readonly<Record<string, readonly Union[]>> = {
  'strimzi-v1beta1': [
    ...allStorage([...CLAIM, 'overrides'], EPHEMERAL),
    { property: 'logging', variants: { inline: ['loggers'], external: ['name', 'valueFrom'] } },
    {
      property: 'external',
      common: ['authentication', 'networkPolicyPeers', 'configuration.brokerCertChainAndKey'],
      variants: {
        route: OVERRIDES_V1BETA1,
        loadbalancer: ['tls', ...OVERRIDES_V1BETA1, ...SERVICE_OVERRIDES_V1BETA1],
        nodeport: [
          'tls',
          ...OVERRIDES_V1BETA1,
          ...SERVICE_OVERRIDES_V1BETA1,
          'overrides.bootstrap.nodePort',
          'overrides.brokers.nodePort',
        ],
        ingress: ['class', 'configuration.bootstrap', 'configuration.brokers'],
      },
    },
    { property: 'authentication', variants: { tls: [], 'scram-sha-512': [], oauth: OAUTH_LISTENER_V1BETA1 } },
    {
      property: 'authentication',
      variants: { tls: CLIENT_CERTIFICATE, ...SCRAM_OR_PLAIN, oauth: OAUTH_CLIENT_V1BETA1 },
    },
    { property: 'authorization', variants: { simple: ['superUsers'], opa: OPA_V1BETA1, keycloak: KEYCLOAK_V1BETA1 } },
    LISTENERS_V1BETA1,
    { property: 'authentication', variants: { tls: [], 'tls-external': [], 'scram-sha-512': ['password'] } },
    {
      property: 'artifacts',
      variants: { jar: ['sha512sum', 'url'], tgz: ['sha512sum', 'url'], zip: ['sha512sum', 'url'] },
    },
    output(['additionalKanikoOptions']),
  ],
  'strimzi-v1beta2': [
    ...allStorage([...CLAIM, 'kraftMetadata', 'overrides', 'volumeAttributesClass'], [...EPHEMERAL, 'kraftMetadata']),
    LOGGING,
    QUOTAS,
    METRICS,
    artifacts([]),
    output(['additionalBuildOptions', 'additionalKanikoOptions', 'additionalPushOptions']),
    listeners({ all: [], outside: [], types: {} }),
    {
      property: 'authentication',
      variants: {
        tls: [],
        'scram-sha-512': [],
        oauth: [
          ...OAUTH_LISTENER_V1BETA1,
          ...OAUTH_HTTP,
          'clientAudience',
          'clientGrantType',
          'clientScope',
          'failFast',
          'groupsClaim',
          'groupsClaimDelimiter',
          'httpRetryPauseMs',
          'jwksIgnoreKeyUse',
          'serverBearerTokenLocation',
          'userNamePrefix',
        ],
        custom: ['listenerConfig', 'sasl', 'secrets'],
      },
    },
    {
      property: 'authentication',
      variants: {
        tls: CLIENT_CERTIFICATE,
        'scram-sha-256': CLIENT_PASSWORD,
        ...SCRAM_OR_PLAIN,
        oauth: [
          ...OAUTH_CLIENT_V1BETA1,
          ...OAUTH_HTTP,
          ...CLIENT_PASSWORD,
          'accessTokenLocation',
          'audience',
          'clientAssertion',
          'clientAssertionLocation',
          'clientAssertionType',
          'grantType',
          'httpRetryPauseMs',
          'saslExtensions',
        ],
        custom: ['config', 'sasl'],
      },
    },
    { property: 'authentication', variants: { tls: [], 'tls-external': [], 'scram-sha-512': ['password'] } },
    {
      property: 'authorization',
      variants: {
        simple: ['superUsers'],
        opa: [...OPA_V1BETA1, 'enableMetrics', 'tlsTrustedCertificates'],
        keycloak: [
          ...KEYCLOAK_V1BETA1,
          ...OAUTH_HTTP,
          'grantsAlwaysLatest',
          'grantsGcPeriodSeconds',
          'grantsMaxIdleTimeSeconds',
        ],
        custom: ['authorizerClass', 'superUsers', 'supportsAdminApi'],
      },
    },
  ],
  'strimzi-v1': [
    ...brokerStorage([...CLAIM, 'kraftMetadata', 'volumeAttributesClass'], [...EPHEMERAL, 'kraftMetadata']),
    LOGGING,
    QUOTAS,
    artifacts(['includeScope', 'mirrors']),
    output(['additionalBuildOptions', 'additionalPushOptions']),
    listeners({
      all: ['advertisedPortTemplate'],
      outside: ['perBrokerAnnotationsTemplate', 'perBrokerLabelsTemplate'],
      types: { tlsroute: ['parentRefs'] },
    }),
    { property: 'authentication', variants: { tls: [], 'scram-sha-512': [], custom: ['listenerConfig', 'sasl'] } },
    {
      property: 'authentication',
      variants: {
        tls: CLIENT_CERTIFICATE,
        'scram-sha-256': CLIENT_PASSWORD,
        ...SCRAM_OR_PLAIN,
        custom: ['config', 'sasl'],
      },
    },
    {
      property: 'authentication',
      variants: { tls: ['renewalDays', 'validityDays'], 'tls-external': [], 'scram-sha-512': ['password'] },
    },
    {
      property: 'authorization',
      variants: { simple: ['superUsers'], custom: ['authorizerClass', 'superUsers', 'supportsAdminApi'] },
    },
    METRICS,
    { property: 'rack', variants: { 'topology-label': ['topologyKey'], 'environment-variable': ['envVarName'] } },
  ],
  openshift: [{ property: 'action', variants: { Set: ['set'], Delete: [] } }],
};
