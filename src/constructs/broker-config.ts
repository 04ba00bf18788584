import type { Config } from '../model/resource';

/** Broker settings; `undefined` takes a setting of the library's away. */
export type BrokerConfig = Readonly<Record<string, string | number | boolean | undefined>>;

const WANTED_REPLICAS = 3;

/**
 * The settings of a cluster's brokers: replicated as far as the brokers allow, so that one broker may be away, with the
 * team's own over them.
 */
export function brokerConfig(given: {
  readonly brokers: number;
  readonly version: string;
  /** Whether brokers must be told the format that they keep messages in. */
  readonly messageFormat: boolean;
  readonly own?: BrokerConfig | undefined;
}): Config | undefined {
  const { brokers, version, messageFormat, own } = given;
  const replicas = Math.max(1, Math.min(WANTED_REPLICAS, brokers));
  const inSync = Math.max(1, replicas - 1);
  const joined: BrokerConfig = {
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'default.replication.factor': replicas,
    'min.insync.replicas': inSync,
    ...(messageFormat && { 'log.message.format.version': majorMinor(version) }),
    ...own,
  };
  const kept = Object.entries(joined).filter(
    (entry): entry is [string, string | number | boolean] => entry[1] !== undefined,
  );
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function majorMinor(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
