import type { BrokerQuotasRecord } from '../../model/broker-quotas';
import type { TieredStorageRecord } from '../../model/tiered-storage';
import type { ChangeEffect } from '../change';
import { changed } from '../effects';

/**
 * What comes of other quotas of a cluster.
 * @see DefaultKafkaQuotasManager and KafkaBrokerConfigurationBuilder of Strimzi 0.42.0 to 1.2.0: those of Kafka are told to
 * it while it runs, those of the plugin stand in the configuration of brokers
 */
export function quotasEffect(was: BrokerQuotasRecord | undefined, is: BrokerQuotasRecord | undefined): ChangeEffect {
  const field = changed('spec.kafka.quotas', was, is);
  const isOfPlugin = was?.type === 'strimzi' || is?.type === 'strimzi';
  if (isOfPlugin) {
    return { class: 'restarts-pods', ...field, message: 'Brokers restart one by one, with other bounds for clients.' };
  }
  const bound = is ? 'bound by it' : 'bound by nothing any more';
  return { class: 'safe', ...field, message: `Users without quotas of their own are ${bound} at once.` };
}

/**
 * What comes of other tiered storage.
 * @see LogConfig and DynamicConfigPublisher of Kafka 3.6 to 4.3: without it, brokers refuse the settings of topics that have
 * `remote.storage.enable`; with ZooKeeper they end, with KRaft they say so in their log and go on
 * @see KIP-950: topics can have it turned off from Kafka 3.9 on, with KRaft
 */
export function tieredStorageEffect(
  was: TieredStorageRecord | undefined,
  is: TieredStorageRecord | undefined,
): ChangeEffect {
  const field = changed('spec.kafka.tieredStorage', was, is);
  if (!was) {
    const message = 'Brokers restart one by one; topics move segments that have remote.storage.enable.';
    return { class: 'restarts-pods', ...field, message };
  }
  if (is) {
    return {
      class: 'manual-step',
      ...field,
      message: 'Brokers restart one by one, and look for the segments that were moved where they are told to now.',
      remedy: 'See that they are there.',
    };
  }
  return {
    class: 'manual-step',
    ...field,
    message:
      'Nobody reads segments that were moved, and brokers refuse the settings of topics with remote.storage.enable: with ZooKeeper they do not start.',
    remedy:
      'Copy what was moved to topics without it and delete the others, or turn remote.storage.enable off in all topics first, which Kafka takes from 3.9 on: what was moved is lost then.',
  };
}
