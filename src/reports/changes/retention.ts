import type { Config } from '../../model/resource';

/** How long records are kept, and what is done with old ones. */
export interface Retention {
  /** Milliseconds; Infinity: for ever. */
  readonly ms: number;
  /** Bytes of a partition; Infinity: any. */
  readonly bytes: number;
  /** What is done with old records: `delete`, `compact` or both. */
  readonly policies: readonly string[];
}

const WEEK = 7 * 24 * 60 * 60 * 1000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * What Kafka makes of the settings of brokers, for topics that say nothing of their own.
 * @see https://kafka.apache.org/documentation/#brokerconfigs_log.retention.ms
 */
export function brokerRetention(config: Config = {}): Retention {
  const minutes = numberOf(config['log.retention.minutes']);
  const hours = numberOf(config['log.retention.hours']);
  const usual = minutes === undefined ? (hours === undefined ? WEEK : hours * HOUR) : minutes * MINUTE;
  return {
    ms: limitOf(config['log.retention.ms']) ?? (usual < 0 ? Infinity : usual),
    bytes: limitOf(config['log.retention.bytes']) ?? Infinity,
    policies: policiesOf(config['log.cleanup.policy']) ?? ['delete'],
  };
}

/** What Kafka makes of the settings of a topic. */
export function topicRetention(config: Config = {}, brokers: Retention): Retention {
  return {
    ms: limitOf(config['retention.ms']) ?? brokers.ms,
    bytes: limitOf(config['retention.bytes']) ?? brokers.bytes,
    policies: policiesOf(config['cleanup.policy']) ?? brokers.policies,
  };
}

function policiesOf(value: Config[string] | undefined): readonly string[] | undefined {
  return value === undefined
    ? undefined
    : String(value)
        .split(',')
        .map((policy) => policy.trim())
        .filter((policy) => policy !== '');
}

/** A limit; Infinity where there is none (-1). */
function limitOf(value: Config[string] | undefined): number | undefined {
  const limit = numberOf(value);
  return limit === undefined ? undefined : limit < 0 ? Infinity : limit;
}

function numberOf(value: Config[string] | undefined): number | undefined {
  const number = value === undefined || value === '' ? NaN : Number(value);
  return Number.isNaN(number) ? undefined : number;
}
