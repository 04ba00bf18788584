/**
 * The variants that a CRD merges into one object, told apart by an enumerated field. The CRD does not say which field
 * belongs to which variant, the operators do.
 */
export interface Union {
  /** Name of the property that holds it; together with the variants' names it finds the union in a schema. */
  readonly property: string;
  /** The field that tells the variants apart. @default type */
  readonly discriminator?: string;
  /** Fields of all variants. A dotted path takes some fields of a nested object or of a list's items. */
  readonly common?: readonly string[];
  /** Further fields of each variant. */
  readonly variants: Readonly<Record<string, readonly string[]>>;
}

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

const within = (parent: string, fields: readonly string[]) => fields.map((field) => `${parent}.${field}`);

/** Fields of `configuration` that the operator refuses on the other listener types, by type. */
function listeners(more: { all: string[]; outside: string[]; types: Record<string, string[]> }): Union {
  const bootstrap = (fields: readonly string[]) => within('configuration.bootstrap', fields);
  const brokers = (fields: readonly string[]) => within('configuration.brokers', fields);
  const configuration = (fields: readonly string[]) => within('configuration', fields);
  const labelled = ['annotations', 'labels'];
  const common = [
    'authentication',
    'name',
    'networkPolicyPeers',
    'port',
    'tls',
    ...configuration(['brokerCertChainAndKey', 'maxConnections', 'maxConnectionCreationRate']),
    ...configuration(['advertisedHostTemplate', ...more.all]),
    ...bootstrap(['alternativeNames']),
    ...brokers(['broker', 'advertisedHost', 'advertisedPort']),
  ];
  const outside = [
    ...configuration(['ipFamilies', 'ipFamilyPolicy', 'publishNotReadyAddresses', ...more.outside]),
    ...bootstrap(labelled),
    ...brokers(labelled),
  ];
  const hosts = [...outside, ...configuration(['hostTemplate']), ...bootstrap(['host']), ...brokers(['host'])];
  const ports = [
    ...outside,
    ...configuration(['externalTrafficPolicy']),
    ...bootstrap(['nodePort']),
    ...brokers(['nodePort']),
  ];
  return {
    property: 'listeners',
    common,
    variants: {
      internal: configuration(['useServiceDnsDomain']),
      'cluster-ip': [...outside, ...configuration(['useServiceDnsDomain'])],
      route: hosts,
      ingress: [...hosts, ...configuration(['class'])],
      nodeport: [
        ...ports,
        ...configuration(['preferredNodePortAddressType']),
        ...bootstrap(['externalIPs']),
        ...brokers(['externalIPs']),
      ],
      loadbalancer: [
        ...ports,
        ...configuration(['allocateLoadBalancerNodePorts', 'class', 'createBootstrapService', 'finalizers']),
        ...configuration(['loadBalancerSourceRanges']),
        ...bootstrap(['loadBalancerIP']),
        ...brokers(['loadBalancerIP']),
      ],
      ...Object.fromEntries(Object.entries(more.types).map(([type, own]) => [type, [...hosts, ...configuration(own)]])),
    },
  };
}

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
  'checkIssuer',
  'clientId',
  'clientSecret',
  'disableTlsHostnameVerification',
  'enableECDSA',
  'fallbackUserNameClaim',
  'fallbackUserNamePrefix',
  'introspectionEndpointUri',
  'jwksEndpointUri',
  'jwksExpirySeconds',
  'jwksRefreshSeconds',
  'tlsTrustedCertificates',
  'userInfoEndpointUri',
  'userNameClaim',
  'validIssuerUri',
  'validTokenType',
];
const KEYCLOAK_V1BETA1 = [
  'clientId',
  'delegateToKafkaAcls',
  'disableTlsHostnameVerification',
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
    { property: 'logging', variants: { inline: ['loggers'], external: ['name'] } },
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
    { property: 'authorization', variants: { simple: ['superUsers'], keycloak: KEYCLOAK_V1BETA1 } },
  ],
  'strimzi-v1beta2': [
    ...allStorage([...CLAIM, 'kraftMetadata', 'overrides'], [...EPHEMERAL, 'kraftMetadata']),
    LOGGING,
    QUOTAS,
    artifacts([]),
    output(['additionalKanikoOptions']),
    listeners({ all: [], outside: [], types: {} }),
    {
      property: 'authentication',
      variants: {
        tls: [],
        'scram-sha-512': [],
        oauth: [
          ...OAUTH_LISTENER_V1BETA1,
          ...OAUTH_HTTP,
          'checkAudience',
          'clientAudience',
          'clientScope',
          'customClaimCheck',
          'enableOauthBearer',
          'enablePlain',
          'failFast',
          'groupsClaim',
          'groupsClaimDelimiter',
          'httpRetryPauseMs',
          'jwksIgnoreKeyUse',
          'jwksMinRefreshPauseSeconds',
          'maxSecondsWithoutReauthentication',
          'serverBearerTokenLocation',
          'tokenEndpointUri',
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
          'httpRetryPauseMs',
          'saslExtensions',
        ],
      },
    },
    { property: 'authentication', variants: { tls: [], 'tls-external': [], 'scram-sha-512': ['password'] } },
    {
      property: 'authorization',
      variants: {
        simple: ['superUsers'],
        opa: [
          'allowOnError',
          'enableMetrics',
          'expireAfterMs',
          'initialCacheCapacity',
          'maximumCacheSize',
          'superUsers',
          'tlsTrustedCertificates',
          'url',
        ],
        keycloak: [
          ...KEYCLOAK_V1BETA1,
          ...OAUTH_HTTP,
          'grantsAlwaysLatest',
          'grantsGcPeriodSeconds',
          'grantsMaxIdleTimeSeconds',
          'grantsRefreshPeriodSeconds',
          'grantsRefreshPoolSize',
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
    {
      property: 'metricsConfig',
      variants: { jmxPrometheusExporter: ['valueFrom'], strimziMetricsReporter: ['values'] },
    },
    { property: 'rack', variants: { 'topology-label': ['topologyKey'], 'environment-variable': ['envVarName'] } },
  ],
  openshift: [{ property: 'action', variants: { Set: ['set'], Delete: [] } }],
};
