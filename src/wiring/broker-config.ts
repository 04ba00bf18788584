import type { Release } from '../model/release';
import { defined } from '../dialects/common/codec';
import type { Config, OwnConfig } from '../model/resource';

const WANTED_REPLICAS = 3;

/** What decides the settings of a cluster's brokers. */
export interface BrokerFacts {
  /** How many brokers there are. */
  readonly brokers: number;
  /** Kafka version. */
  readonly version: string;
  readonly release: Pick<Release, 'messageFormat' | 'topicOperator'>;
  /** Whether somebody counts on the brokers to make topics that are written to and not there. */
  readonly topicCreation: boolean;
  /** The team's own settings. */
  readonly own?: OwnConfig | undefined;
}

/**
 * The settings of a cluster's brokers: replicated as far as the brokers allow, so that one broker may be away, and no
 * topics behind the topic operator's back, with the team's own settings over them.
 */
export function brokerConfig({ brokers, version, release, topicCreation, own }: BrokerFacts): Config | undefined {
  const replicas = Math.max(1, Math.min(WANTED_REPLICAS, brokers));
  const inSync = Math.max(1, replicas - 1);
  const joined = defined({
    ...(release.topicOperator === 'unidirectional' && !topicCreation && { 'auto.create.topics.enable': false }),
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'default.replication.factor': replicas,
    'min.insync.replicas': inSync,
    ...(release.messageFormat && { 'log.message.format.version': majorMinor(version) }),
    ...own,
  }) as Config;
  return Object.keys(joined).length > 0 ? joined : undefined;
}

function majorMinor(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
