import type { ClientVariables } from '../../model/client';
import type { Contract, RoleType } from './contract';
import type { OauthForm } from './oauth';

/** Tag of the images: no other was ever published. */
const TAG = 'latest';

/**
 * Strimzi's example clients of 2020. They take PEM text, and PEM text only: no SCRAM, no files. They name no user, so
 * that they run as root where nobody says otherwise.
 * @see https://github.com/strimzi/client-examples/tree/0217c30/java/kafka
 */
export const helloWorld: Contract = {
  title: "Strimzi's hello-world images of 2020",
  images: {
    producer: `strimzi/hello-world-producer:${TAG}`,
    consumer: `strimzi/hello-world-consumer:${TAG}`,
    streams: `strimzi/hello-world-streams:${TAG}`,
  },
  roleOf: (variables) => {
    if (!variables.has('BOOTSTRAP_SERVERS')) return undefined;
    if (variables.has('APPLICATION_ID')) return 'streams';
    if (!variables.has('TOPIC')) return undefined;
    return variables.has('GROUP_ID') ? 'consumer' : 'producer';
  },
  variables: (role) => VARIABLES[role],
  fixed: () => [],
  defaults: () => [],
  files: {},
  passwordFiles: false,
  sasl: [],
  oauth: () => OAUTH,
  tellsPlaintext: false,
  tracing: ['jaeger'],
  runAsUser: 1001,
  needsDelay: ['producer'],
};

const COMMON: ClientVariables = {
  caCertificate: 'CA_CRT',
  userCertificate: 'USER_CRT',
  userKey: 'USER_KEY',
  bootstrapServers: 'BOOTSTRAP_SERVERS',
  logLevel: 'LOG_LEVEL',
};

/** The images see by these that a token is wanted, and know the rest. */
const OAUTH: OauthForm = {
  names: {
    tokenEndpointUri: 'OAUTH_TOKEN_ENDPOINT_URI',
    clientId: 'OAUTH_CLIENT_ID',
    clientSecret: 'OAUTH_CLIENT_SECRET',
    accessToken: 'OAUTH_ACCESS_TOKEN',
    refreshToken: 'OAUTH_REFRESH_TOKEN',
    caCertificate: 'OAUTH_CRT',
  },
  fixed: [],
};

const VARIABLES: Readonly<Record<RoleType, ClientVariables>> = {
  producer: { ...COMMON, topic: 'TOPIC', delayMs: 'DELAY_MS', messageCount: 'MESSAGE_COUNT' },
  consumer: { ...COMMON, topic: 'TOPIC', groupId: 'GROUP_ID', messageCount: 'MESSAGE_COUNT' },
  streams: {
    ...COMMON,
    applicationId: 'APPLICATION_ID',
    sourceTopic: 'SOURCE_TOPIC',
    targetTopic: 'TARGET_TOPIC',
  },
  program: COMMON,
  other: COMMON,
};
