import type { ClientVariables, CredentialsAs } from '../../model/client';
import type { Contract } from './contract';
import { javaVariable } from './java-properties';
import { OAUTH_MECHANISM, type OauthForm } from './oauth';

/**
 * Programs on librdkafka (in Python, Go, .NET, Node and others) that take its properties from variables with `KAFKA_` before
 * them. The library itself reads no variables: these are its names in the form that is usual for them.
 * @see https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
 */
export const librdkafka: Contract = {
  title: 'programs on librdkafka',
  images: {},
  roleOf: (variables) => (OWN.some((name) => variables.has(name)) ? 'other' : undefined),
  variables: (_, __, credentialsAs) => ({ ...COMMON, ...CERTIFICATES[credentialsAs] }),
  fixed: () => [],
  defaults: () => [],
  files: { files: 'path', pkcs12: 'path' },
  passwordFiles: false,
  sasl: ['scram-sha-512', 'scram-sha-256', 'plain'],
  oauth: () => OIDC,
  property: (name) => (ONLY_IN_JAVA.test(name) ? undefined : javaVariable(name)),
  tellsPlaintext: true,
  tracing: ['opentelemetry', 'jaeger'],
  needsDelay: [],
};

const COMMON = {
  username: 'KAFKA_SASL_USERNAME',
  password: 'KAFKA_SASL_PASSWORD',
  securityProtocol: 'KAFKA_SECURITY_PROTOCOL',
  saslMechanism: 'KAFKA_SASL_MECHANISM',
  bootstrapServers: 'KAFKA_BOOTSTRAP_SERVERS',
  groupId: 'KAFKA_GROUP_ID',
} as const satisfies ClientVariables;

/** Its own way to a token, for the secret of a client alone. */
const OIDC: OauthForm = {
  names: {
    tokenEndpointUri: 'KAFKA_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL',
    clientId: 'KAFKA_SASL_OAUTHBEARER_CLIENT_ID',
    clientSecret: 'KAFKA_SASL_OAUTHBEARER_CLIENT_SECRET',
    scope: 'KAFKA_SASL_OAUTHBEARER_SCOPE',
    caCertificate: 'KAFKA_HTTPS_CA_PEM',
  },
  fixed: [
    { name: COMMON.saslMechanism, value: OAUTH_MECHANISM },
    { name: 'KAFKA_SASL_OAUTHBEARER_METHOD', value: 'oidc' },
  ],
};

/** Classes and JAAS texts. */
const ONLY_IN_JAVA = /\.class$|^sasl\.(jaas|login)\./;

/** What to trust is PEM, whatever holds the client certificate. */
const CERTIFICATES = {
  environment: {
    caCertificate: 'KAFKA_SSL_CA_PEM',
    userCertificate: 'KAFKA_SSL_CERTIFICATE_PEM',
    userKey: 'KAFKA_SSL_KEY_PEM',
  },
  files: {
    caCertificate: 'KAFKA_SSL_CA_LOCATION',
    userCertificate: 'KAFKA_SSL_CERTIFICATE_LOCATION',
    userKey: 'KAFKA_SSL_KEY_LOCATION',
  },
  pkcs12: {
    caCertificate: 'KAFKA_SSL_CA_LOCATION',
    keyStore: 'KAFKA_SSL_KEYSTORE_LOCATION',
    keyStorePassword: 'KAFKA_SSL_KEYSTORE_PASSWORD',
  },
} as const satisfies Readonly<Record<CredentialsAs, ClientVariables>>;

/** Names that the Java client does not know. */
const OWN: readonly string[] = [
  'KAFKA_SSL_CA_PEM',
  'KAFKA_SSL_CA_LOCATION',
  'KAFKA_SASL_USERNAME',
  'KAFKA_SASL_OAUTHBEARER_METHOD',
];
