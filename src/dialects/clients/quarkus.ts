import type { ClientVariables } from '../../model/client';
import type { EnvVar } from '../../model/env';
import type { Contract, Settings } from './contract';
import { javaFormats, javaVariable, JAVA_PROPERTIES, storeTypes } from './java-properties';
import { libraryForm } from './oauth';

/**
 * Quarkus: what begins with `KAFKA_` is a property of the Kafka clients of all channels, and of Kafka Streams. It takes
 * `${…}` in values for an expression of its own, so that no reference to a file comes through: PEM files are those of a
 * configuration of its TLS registry, whose name it reads from a variable since December 2025.
 * @see https://github.com/quarkusio/quarkus/pull/51686
 * @see https://quarkus.io/guides/tls-registry-reference
 * @see https://quarkus.io/guides/kafka#kafka-configuration
 * @see https://quarkus.io/guides/kafka-streams
 */
export const quarkus: Contract = {
  title: 'Quarkus',
  images: {},
  roleOf: (variables) => (QUARKUS_ONLY.some((name) => variables.has(name)) ? 'other' : undefined),
  variables: (_, __, credentialsAs) => (credentialsAs === 'files' ? { ...VARIABLES, ...FILES } : VARIABLES),
  fixed,
  defaults: () => [],
  files: { files: 'path', pkcs12: 'path' },
  filesOnce: true,
  passwordFiles: false,
  sasl: ['scram-sha-512', 'scram-sha-256', 'plain'],
  oauth: () => libraryForm(javaVariable),
  property: javaVariable,
  tellsPlaintext: true,
  tracing: ['opentelemetry', 'jaeger'],
  needsDelay: [],
};

const VARIABLES = {
  ...JAVA_PROPERTIES,
  groupId: 'KAFKA_GROUP_ID',
  applicationId: 'QUARKUS_KAFKA_STREAMS_APPLICATION_ID',
} as const satisfies ClientVariables;

/** The configuration of the TLS registry. */
const REGISTERED = { name: 'KAFKA_TLS_CONFIGURATION_NAME', value: 'kafka' } as const;
const FILES = {
  caCertificate: 'QUARKUS_TLS_KAFKA_TRUST_STORE_PEM_CERTS',
  userCertificate: 'QUARKUS_TLS_KAFKA_KEY_STORE_PEM_0_CERT',
  userKey: 'QUARKUS_TLS_KAFKA_KEY_STORE_PEM_0_KEY',
} as const satisfies ClientVariables;

function fixed(settings: Settings): readonly EnvVar[] {
  if (settings.credentialsAs !== 'files') return javaFormats(settings);
  const { trust, key } = storeTypes(settings);
  return (trust ?? key) ? [REGISTERED] : [];
}

/** What no other image reads. */
const QUARKUS_ONLY: readonly string[] = [VARIABLES.applicationId, REGISTERED.name];
