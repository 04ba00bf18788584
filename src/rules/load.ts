/* eslint-disable @typescript-eslint/no-require-imports -- a run without settings of Kafka does without what judges them */
import type * as JudgedSettings from './judged-settings';
import type * as KnownSettings from './known-settings';

/** What is known of the settings of brokers, topics and all others; loaded when it is first asked for. */
export function knownSettings(): typeof KnownSettings {
  return require('./known-settings') as typeof KnownSettings;
}

/** What finds the settings of an object; loaded when it is first asked for. */
export function judgedSettings(): typeof JudgedSettings {
  return require('./judged-settings') as typeof JudgedSettings;
}
