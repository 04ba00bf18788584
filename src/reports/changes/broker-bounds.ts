import type { BrokerQuotasRecord } from '../../model/broker-quotas';
import type { TieredStorageRecord } from '../../model/tiered-storage';
import type { ChangeEffect } from '../change';
import { changed } from '../effects';

/**
 * What comes of other quotas of a cluster.
 * @see KafkaReconciler and KafkaBrokerConfigurationBuilder of Strimzi 0.42.0 to 1.2.0: those of Kafka are told to it while
 * it runs, those of the plugin stand in the configuration of brokers
 */
export function quotasEffect(was: BrokerQuotasRecord | undefined, is: BrokerQuotasRecord | undefined): ChangeEffect {
  const field = changed('spec.kafka.quotas', was, is);
  const isOfPlugin = was?.type === 'strimzi' || is?.type === 'strimzi';
  return isOfPlugin
    ? { class: 'restarts-pods', ...field, message: 'Brokers restart one by one, with other bounds for clients.' }
    : { class: 'safe', ...field, message: 'Users without quotas of their own are bound by it at once.' };
}

/**
 * What comes of other tiered storage.
 * @see LogManager of Kafka 3.6 to 4.3: brokers without it do not start as long as a topic has `remote.storage.enable`
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
    message: 'Brokers do not start any more while topics have remote.storage.enable.',
    remedy: 'Turn remote.storage.enable off in all topics first, or copy them: what was moved is lost to them.',
  };
}
