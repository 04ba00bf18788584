import type { ClientVariables } from '../../model/client';
import type { EnvVar } from '../../model/env';
import type { Contract, RoleType } from './contract';
import { javaFormats, javaVariable, JAVA_PROPERTIES } from './java-properties';
import { libraryForm } from './oauth';

/**
 * Strimzi's example clients of today (`quay.io/strimzi-examples/java-kafka-producer` and its like). What begins with
 * `KAFKA_` becomes a property of the Kafka client; there are no defaults. Upstream publishes no version tags and no
 * digests, so there is no usual image to pin: the team names a tag or a digest of its own.
 * @see https://github.com/strimzi/client-examples/tree/b5ebbf3/java/kafka
 */
export const strimziExamples: Contract = {
  title: "Strimzi's example images of today",
  images: {},
  roleOf: (variables) => {
    if (!variables.has('KAFKA_BOOTSTRAP_SERVERS')) return undefined;
    if (variables.has('STRIMZI_SOURCE_TOPIC')) return 'streams';
    if (!variables.has('STRIMZI_TOPIC')) return undefined;
    return variables.has('KAFKA_GROUP_ID') ? 'consumer' : 'producer';
  },
  variables: (role) => VARIABLES[role],
  fixed: javaFormats,
  defaults: (role) => DEFAULTS[role],
  files: { files: 'reference', pkcs12: 'path' },
  passwordFiles: true,
  sasl: ['scram-sha-512', 'scram-sha-256', 'plain'],
  oauth: () => libraryForm(javaVariable),
  property: javaVariable,
  tellsPlaintext: false,
  tracing: ['opentelemetry'],
  tracingSwitch: { name: 'STRIMZI_TRACING_SYSTEM', value: 'opentelemetry' },
  needsDelay: ['producer'],
};

const COMMON: ClientVariables = { ...JAVA_PROPERTIES, logLevel: 'STRIMZI_LOG_LEVEL' };

const VARIABLES: Readonly<Record<RoleType, ClientVariables>> = {
  producer: {
    ...COMMON,
    topic: 'STRIMZI_TOPIC',
    delayMs: 'STRIMZI_DELAY_MS',
    messageCount: 'STRIMZI_MESSAGE_COUNT',
  },
  consumer: { ...COMMON, topic: 'STRIMZI_TOPIC', groupId: 'KAFKA_GROUP_ID', messageCount: 'STRIMZI_MESSAGE_COUNT' },
  streams: {
    ...COMMON,
    applicationId: 'KAFKA_APPLICATION_ID',
    sourceTopic: 'STRIMZI_SOURCE_TOPIC',
    targetTopic: 'STRIMZI_TARGET_TOPIC',
  },
  program: COMMON,
  other: COMMON,
};

const STRING_SERDE = 'org.apache.kafka.common.serialization.Serdes$StringSerde';

const DEFAULTS: Readonly<Record<RoleType, readonly EnvVar[]>> = {
  producer: [
    { name: 'KAFKA_KEY_SERIALIZER', value: 'org.apache.kafka.common.serialization.StringSerializer' },
    { name: 'KAFKA_VALUE_SERIALIZER', value: 'org.apache.kafka.common.serialization.StringSerializer' },
  ],
  consumer: [
    { name: 'KAFKA_KEY_DESERIALIZER', value: 'org.apache.kafka.common.serialization.StringDeserializer' },
    { name: 'KAFKA_VALUE_DESERIALIZER', value: 'org.apache.kafka.common.serialization.StringDeserializer' },
    { name: 'KAFKA_AUTO_OFFSET_RESET', value: 'earliest' },
  ],
  streams: [
    { name: 'KAFKA_DEFAULT_KEY_SERDE', value: STRING_SERDE },
    { name: 'KAFKA_DEFAULT_VALUE_SERDE', value: STRING_SERDE },
  ],
  program: [],
  other: [],
};
