import type { ClientVariables } from '../../model/client';
import type { EnvVar } from '../../model/env';
import type { Settings } from './contract';
import { DIRECTORY_PROVIDER, DIRECTORY_PROVIDER_CLASS } from './credential-files';

/**
 * Settings of Kafka's Java client as variables, where an image makes `ssl.truststore.type` of `KAFKA_SSL_TRUSTSTORE_TYPE`.
 * @see https://kafka.apache.org/documentation/#producerconfigs
 */
export const JAVA_PROPERTIES = {
  caCertificate: 'KAFKA_SSL_TRUSTSTORE_CERTIFICATES',
  userCertificate: 'KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN',
  userKey: 'KAFKA_SSL_KEYSTORE_KEY',
  trustStore: 'KAFKA_SSL_TRUSTSTORE_LOCATION',
  trustStorePassword: 'KAFKA_SSL_TRUSTSTORE_PASSWORD',
  keyStore: 'KAFKA_SSL_KEYSTORE_LOCATION',
  keyStorePassword: 'KAFKA_SSL_KEYSTORE_PASSWORD',
  /** Not `KAFKA_…`: it is there for the JAAS text, and no property of the Kafka client. */
  password: 'USER_PASSWORD',
  securityProtocol: 'KAFKA_SECURITY_PROTOCOL',
  saslMechanism: 'KAFKA_SASL_MECHANISM',
  saslJaasConfig: 'KAFKA_SASL_JAAS_CONFIG',
  bootstrapServers: 'KAFKA_BOOTSTRAP_SERVERS',
} as const satisfies ClientVariables;

/** The variable of a property. */
export function javaVariable(property: string): string {
  return `KAFKA_${property.replaceAll('.', '_').toUpperCase()}`;
}

/** The properties that say what is in stores, and how files are read. */
export function javaFormats(settings: Settings): EnvVar[] {
  const stores = storeTypes(settings);
  return [
    ...(stores.trust ? [{ name: 'KAFKA_SSL_TRUSTSTORE_TYPE', value: stores.trust }] : []),
    ...(stores.key ? [{ name: 'KAFKA_SSL_KEYSTORE_TYPE', value: stores.key }] : []),
    ...(settings.credentialsAs === 'files' ? FILE_CONFIG : []),
  ];
}

/** What the stores of the Java client are, where there are any. */
export function storeTypes({ endpoint, credentialsAs }: Settings): { trust?: string; key?: string } {
  const { trust = [], credentials } = endpoint;
  const type = credentialsAs === 'pkcs12' ? 'PKCS12' : 'PEM';
  return { ...(trust.length > 0 && { trust: type }), ...(credentials?.type === 'tls' && { key: type }) };
}

const FILE_CONFIG: readonly EnvVar[] = [
  { name: 'KAFKA_CONFIG_PROVIDERS', value: DIRECTORY_PROVIDER },
  { name: `KAFKA_CONFIG_PROVIDERS_${DIRECTORY_PROVIDER.toUpperCase()}_CLASS`, value: DIRECTORY_PROVIDER_CLASS },
];
