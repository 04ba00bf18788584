import type { ClientVariables, CredentialsAs } from '../../model/client';
import type { EnvVar } from '../../model/env';
import type { Contract, Settings } from './contract';
import { storeTypes } from './java-properties';
import { libraryForm } from './oauth';

/** Properties of Spring Boot, in its own words, by what they are for. */
const PROPERTIES = {
  bootstrapServers: 'spring.kafka.bootstrap-servers',
  securityProtocol: 'spring.kafka.security.protocol',
  saslMechanism: 'spring.kafka.properties.sasl.mechanism',
  saslJaasConfig: 'spring.kafka.properties.sasl.jaas.config',
  groupId: 'spring.kafka.consumer.group-id',
  applicationId: 'spring.kafka.streams.application-id',
  topic: 'spring.kafka.template.default-topic',
} as const satisfies ClientVariables;

/** A bundle is the one way of Spring Boot to take certificate and key from two PEM files; `spring.kafka` has them from 3.2 on. */
const BUNDLE = 'kafka';
const CERTIFICATES = {
  environment: {
    caCertificate: 'spring.kafka.ssl.trust-store-certificates',
    userCertificate: 'spring.kafka.ssl.key-store-certificate-chain',
    userKey: 'spring.kafka.ssl.key-store-key',
  },
  files: {
    caCertificate: `spring.ssl.bundle.pem.${BUNDLE}.truststore.certificate`,
    userCertificate: `spring.ssl.bundle.pem.${BUNDLE}.keystore.certificate`,
    userKey: `spring.ssl.bundle.pem.${BUNDLE}.keystore.private-key`,
  },
  pkcs12: {
    trustStore: 'spring.kafka.ssl.trust-store-location',
    trustStorePassword: 'spring.kafka.ssl.trust-store-password',
    keyStore: 'spring.kafka.ssl.key-store-location',
    keyStorePassword: 'spring.kafka.ssl.key-store-password',
  },
} as const satisfies Readonly<Record<CredentialsAs, ClientVariables>>;
const TRUST_STORE_TYPE = 'spring.kafka.ssl.trust-store-type';
const KEY_STORE_TYPE = 'spring.kafka.ssl.key-store-type';
const USES_BUNDLE = 'spring.kafka.ssl.bundle';

/**
 * Spring Boot with Spring for Apache Kafka; certificates in PEM files from 3.2 on.
 * @see https://docs.spring.io/spring-boot/reference/messaging/kafka.html
 * @see https://docs.spring.io/spring-boot/reference/features/ssl.html
 * @see https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.typesafe-configuration-properties.relaxed-binding.environment-variables
 */
export const springBoot: Contract = {
  title: 'Spring Boot',
  images: {},
  roleOf: (variables) => (variables.has(variable(PROPERTIES.bootstrapServers)) ? 'other' : undefined),
  variables: (_, __, credentialsAs) => VARIABLES[credentialsAs],
  otherNames: underscored([
    ...Object.values(PROPERTIES),
    ...Object.values(CERTIFICATES).flatMap((names) => Object.values(names)),
    TRUST_STORE_TYPE,
    KEY_STORE_TYPE,
  ]),
  fixed,
  defaults: () => [],
  files: { files: 'url', pkcs12: 'url' },
  filesOnce: true,
  passwordFiles: false,
  sasl: ['scram-sha-512', 'scram-sha-256', 'plain'],
  oauth: () => libraryForm(clientProperty),
  property: clientProperty,
  tellsPlaintext: true,
  tracing: ['opentelemetry', 'jaeger'],
  needsDelay: [],
};

const VARIABLES: Readonly<Record<CredentialsAs, ClientVariables>> = {
  environment: named(CERTIFICATES.environment),
  files: named(CERTIFICATES.files),
  pkcs12: named(CERTIFICATES.pkcs12),
};

function fixed(settings: Settings): EnvVar[] {
  const { trust, key } = storeTypes(settings);
  if (settings.credentialsAs === 'files') {
    return (trust ?? key) ? [{ name: variable(USES_BUNDLE), value: BUNDLE }] : [];
  }
  return [
    ...(trust ? [{ name: variable(TRUST_STORE_TYPE), value: trust }] : []),
    ...(key ? [{ name: variable(KEY_STORE_TYPE), value: key }] : []),
  ];
}

function named(certificates: ClientVariables): ClientVariables {
  const properties = Object.entries({ ...PROPERTIES, ...certificates });
  return {
    ...Object.fromEntries(properties.map(([setting, property]) => [setting, variable(property)])),
    // For the JAAS text, and no property of Spring Boot.
    password: 'USER_PASSWORD',
  };
}

/** The variable of a property of Kafka's client, which Spring Boot hands on. */
function clientProperty(property: string): string {
  return variable(`spring.kafka.properties.${property}`);
}

/** The variable of a property: dots are underscores, and dashes are left out. */
function variable(property: string): string {
  return property.replaceAll('.', '_').replaceAll('-', '').toUpperCase();
}

/** The form with underscores for dashes too, which Spring Boot takes from earlier days, and people write. */
function underscored(properties: readonly string[]): Readonly<Record<string, string>> {
  const dashed = properties.filter((property) => property.includes('-'));
  return Object.fromEntries(
    dashed.map((property) => [property.replaceAll(/[.-]/g, '_').toUpperCase(), variable(property)]),
  );
}
