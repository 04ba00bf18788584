import type { ClientVariables } from '../../model/client';
import type { Contract } from './contract';
import { javaFormats, javaVariable, JAVA_PROPERTIES } from './java-properties';
import { libraryForm } from './oauth';

/**
 * Images that make properties of Kafka's Java client of the variables that begin with `KAFKA_`: in lower case, with dots for
 * underscores. Those of Confluent do so, and so do many of teams, Kafka Streams applications among them.
 * @see https://docs.confluent.io/platform/current/installation/docker/config-reference.html
 */
export const kafkaProperties: Contract = {
  title: 'images with KAFKA_ properties',
  images: {},
  roleOf: (variables) => (variables.has('KAFKA_BOOTSTRAP_SERVERS') ? 'other' : undefined),
  variables: () => VARIABLES,
  fixed: javaFormats,
  defaults: () => [],
  files: { files: 'reference', pkcs12: 'path' },
  passwordFiles: true,
  sasl: ['scram-sha-512', 'scram-sha-256', 'plain'],
  oauth: () => libraryForm(javaVariable),
  property: javaVariable,
  tellsPlaintext: true,
  tracing: ['opentelemetry', 'jaeger'],
  needsDelay: [],
};

const VARIABLES: ClientVariables = {
  ...JAVA_PROPERTIES,
  groupId: 'KAFKA_GROUP_ID',
  applicationId: 'KAFKA_APPLICATION_ID',
};
