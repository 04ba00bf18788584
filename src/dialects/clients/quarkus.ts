import type { ClientVariables } from '../../model/client';
import type { Contract } from './contract';
import { javaFormats, javaVariable, JAVA_PROPERTIES } from './java-properties';
import { libraryForm } from './oauth';

/**
 * Quarkus: what begins with `KAFKA_` is a property of the Kafka clients of all channels, and of Kafka Streams. It takes
 * `${…}` in values for an expression of its own, so that no reference to a file comes through.
 * @see https://quarkus.io/guides/kafka#kafka-configuration
 * @see https://quarkus.io/guides/kafka-streams
 */
export const quarkus: Contract = {
  title: 'Quarkus',
  images: {},
  roleOf: (variables) => (QUARKUS_ONLY.some((name) => variables.has(name)) ? 'other' : undefined),
  variables: () => VARIABLES,
  fixed: javaFormats,
  defaults: () => [],
  files: { pkcs12: 'path' },
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

/** What no other image reads. */
const QUARKUS_ONLY: readonly string[] = [VARIABLES.applicationId];
