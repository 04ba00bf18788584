import type { ClientVariables, CredentialsAs } from '../../model/client';
import type { Contract } from './contract';

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
  tellsPlaintext: true,
  tracing: ['opentelemetry', 'jaeger'],
  needsDelay: [],
};

const COMMON: ClientVariables = {
  username: 'KAFKA_SASL_USERNAME',
  password: 'KAFKA_SASL_PASSWORD',
  securityProtocol: 'KAFKA_SECURITY_PROTOCOL',
  saslMechanism: 'KAFKA_SASL_MECHANISM',
  bootstrapServers: 'KAFKA_BOOTSTRAP_SERVERS',
  groupId: 'KAFKA_GROUP_ID',
};

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
const OWN: readonly string[] = ['KAFKA_SSL_CA_PEM', 'KAFKA_SSL_CA_LOCATION', 'KAFKA_SASL_USERNAME'];
