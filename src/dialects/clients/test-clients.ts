import type { ClientVariables } from '../../model/client';
import type { Contract, RoleType } from './contract';
import { LIBRARY_NAMES, LIBRARY_TRUST_TYPE, type OauthForm } from './oauth';
import { DIRECTORY_PROVIDER, DIRECTORY_PROVIDER_CLASS } from './credential-files';

/** One image for all roles; its tag also names the version of the Kafka client in it. */
const IMAGE = 'quay.io/strimzi-test-clients/test-clients:0.14.0-kafka-4.2.0';

/**
 * The clients of Strimzi's system tests: the variables of the 2020 examples and more, in images with version tags.
 * @see https://github.com/strimzi/test-clients/tree/0.14.0
 */
export const testClients: Contract = {
  title: "Strimzi's test-clients images",
  images: { producer: IMAGE, consumer: IMAGE, streams: IMAGE },
  roleOf: (variables) => ROLES.find((role) => PROGRAMS[role] === variables.value('CLIENT_TYPE')),
  variables: (role) => VARIABLES[role],
  fixed: ({ role, credentialsAs }) => [
    ...(role.type === 'other' || role.type === 'program' ? [] : [{ name: 'CLIENT_TYPE', value: PROGRAMS[role.type] }]),
    ...(credentialsAs === 'files' ? [{ name: 'ADDITIONAL_CONFIG', value: FILE_CONFIG }] : []),
  ],
  defaults: () => [],
  files: { files: 'reference' },
  passwordFiles: true,
  sasl: ['scram-sha-512', 'scram-sha-256', 'plain'],
  oauth: () => OAUTH,
  tellsPlaintext: false,
  tracing: ['opentelemetry'],
  tracingSwitch: { name: 'TRACING_TYPE', value: 'OpenTelemetry' },
  needsDelay: [],
};

const PROGRAMS = { producer: 'KafkaProducer', consumer: 'KafkaConsumer', streams: 'KafkaStreams' } as const;
const ROLES = Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[];

/** Kafka client properties: the certificates are in files that the client reads itself. */
const FILE_CONFIG = [
  `config.providers=${DIRECTORY_PROVIDER}`,
  `config.providers.${DIRECTORY_PROVIDER}.class=${DIRECTORY_PROVIDER_CLASS}`,
].join('\n');

/** The image's own `USER_NAME` and `USER_PASSWORD` break on names that begin with a digit; a JAAS text quotes them. */
const COMMON: ClientVariables = {
  caCertificate: 'CA_CRT',
  userCertificate: 'USER_CRT',
  userKey: 'USER_KEY',
  username: 'USER_NAME',
  password: 'USER_PASSWORD',
  securityProtocol: 'SECURITY_PROTOCOL',
  saslMechanism: 'SASL_MECHANISM',
  saslJaasConfig: 'SASL_JAAS_CONFIG',
  bootstrapServers: 'BOOTSTRAP_SERVERS',
  logLevel: 'LOG_LEVEL',
};

/** The image sees by a token, or by a client with a secret or a refresh token, that one is wanted, and knows the rest. */
const {
  accessTokenLocation: _file,
  clientAssertion: _assertion,
  clientAssertionLocation: _assertionFile,
  clientAssertionType: _assertionType,
  username: _user,
  password: _password,
  ...SEEN
} = LIBRARY_NAMES;
const OAUTH: OauthForm = { names: SEEN, fixed: [], trustType: LIBRARY_TRUST_TYPE };

const VARIABLES: Readonly<Record<RoleType, ClientVariables>> = {
  producer: { ...COMMON, topic: 'TOPIC', delayMs: 'DELAY_MS', messageCount: 'MESSAGE_COUNT' },
  consumer: { ...COMMON, topic: 'TOPIC', groupId: 'GROUP_ID', delayMs: 'DELAY_MS', messageCount: 'MESSAGE_COUNT' },
  streams: { ...COMMON, applicationId: 'APPLICATION_ID', sourceTopic: 'SOURCE_TOPIC', targetTopic: 'TARGET_TOPIC' },
  program: COMMON,
  other: COMMON,
};
