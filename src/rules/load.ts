/* eslint-disable @typescript-eslint/no-require-imports -- a run without settings of Kafka does without the table of them */
import type { Settings } from './setting-values';

/** The settings of brokers and topics that Kafka has, by version; loaded when they are first asked for. */
export function kafkaSettings(): { readonly TOPIC: Settings; readonly BROKER: Settings } {
  return require('./kafka-settings') as typeof import('./kafka-settings');
}
