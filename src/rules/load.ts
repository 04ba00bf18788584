/* eslint-disable @typescript-eslint/no-require-imports -- a run without settings of Kafka does without the tables of them */
import type * as ClientSettings from './client-settings';
import type * as KafkaSettings from './kafka-settings';

/** The settings of brokers and topics that Kafka has, by version; loaded when they are first asked for. */
export function kafkaSettings(): typeof KafkaSettings {
  return require('./kafka-settings') as typeof KafkaSettings;
}

/** The settings of clients, workers and connectors that Kafka has, by version; loaded when they are first asked for. */
export function clientSettings(): typeof ClientSettings {
  return require('./client-settings') as typeof ClientSettings;
}
