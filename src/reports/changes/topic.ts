import type { Config } from '../../model/resource';
import { topicNameOf, type TopicRecord } from '../../model/topic';
import type { ChangeEffect } from '../change';
import { always, changed, changedSettings, type ChangedSetting } from '../effects';
import type { Around, NounChanges } from '../scene';
import type { Side } from '../side';
import { brokerRetention, topicRetention, type Retention } from './retention';

/**
 * KafkaTopic.
 * @see BatchingTopicController of Strimzi 0.36.0 to 1.2.0, TopicOperator of 0.18.0 to 0.45.2
 */
export const topicChanges: NounChanges<TopicRecord> = {
  added: (topic) => [
    {
      class: 'safe',
      message: `The topic operator makes topic "${topicNameOf(topic)}", or takes up the one that is there.`,
    },
  ],
  removed: (topic, { before }) => [removal(topic, before)],
  fields: {
    cluster: (was, is) => [
      {
        class: 'may-lose-data',
        ...changed('metadata.labels["strimzi.io/cluster"]', was, is),
        message: `The topic is made anew in ${is}, without its records; the one in ${was} may be deleted.`,
        remedy: 'Copy the records first, or keep this object and add another one.',
      },
    ],
    topicName: always(
      'spec.topicName',
      'manual-step',
      'The operator refuses it: a topic in Kafka has one name for its life.',
      'Add a topic of the new name, move producers and consumers, then remove this one.',
    ),
    partitions: (was, is, around) => [partitionsEffect(was, is, around)],
    replicas: (was, is) => [replicasEffect(was, is)],
    config: (was, is, around) => configEffects(was, is, around),
  },
  kept: [{ at: '', class: 'safe', message: 'The topic operator takes it up.' }],
  unheeded: ({ is }) =>
    isManaged(is) ? undefined : 'The topic is not managed (strimzi.io/managed): Kafka never hears of it.',
};

function removal(topic: TopicRecord, side: Side): ChangeEffect {
  const name = topicNameOf(topic);
  if (!isManaged(topic)) {
    return { class: 'no-effect', message: `Topic "${name}" was not managed: it stays in Kafka with its records.` };
  }
  const { entityOperator } = side.cluster(topic.namespace, topic.cluster) ?? {};
  if (entityOperator && !entityOperator.topicOperator) {
    return { class: 'manual-step', message: `No topic operator runs: topic "${name}" stays in Kafka.` };
  }
  return {
    class: 'destroys-data',
    message: `The topic operator deletes topic "${name}" of ${topic.cluster} with its records.`,
    remedy: 'Copy what is still needed; to keep the topic, annotate the object with strimzi.io/managed: "false" first.',
  };
}

function isManaged({ annotations }: TopicRecord): boolean {
  return annotations?.['strimzi.io/managed'] !== 'false';
}

function partitionsEffect(was: number | undefined, is: number | undefined, around: Around<TopicRecord>): ChangeEffect {
  const field = changed('spec.partitions', was, is);
  if (is === undefined) return { class: 'no-effect', ...field, message: 'The topic keeps the partitions that it has.' };
  const usual = Number(clusterConfig(around.before, around.was)['num.partitions'] ?? 1);
  if (is < (was ?? usual)) {
    return {
      class: 'manual-step',
      ...field,
      message: 'The operator refuses it: Kafka takes no partition away, and the topic stays as it is.',
      remedy: 'Add a topic with fewer partitions and move to it, or keep the number.',
    };
  }
  return {
    class: 'safe',
    ...field,
    message:
      'Partitions are added. From then on keys go to other partitions, so the order of records of one key breaks once.',
  };
}

function replicasEffect(was: number | undefined, is: number | undefined): ChangeEffect {
  const field = changed('spec.replicas', was, is);
  if (is === undefined) return { class: 'no-effect', ...field, message: 'The topic keeps the replicas that it has.' };
  return {
    class: 'manual-step',
    ...field,
    message:
      'The topic operator moves replicas by means of Cruise Control alone, from Strimzi 0.41 on; without it, it refuses.',
    remedy:
      'Have Cruise Control run in the cluster, or reassign the partitions with kafka-reassign-partitions.sh first.',
  };
}

function configEffects(was: Config | undefined, is: Config | undefined, around: Around<TopicRecord>): ChangeEffect[] {
  const before = topicRetention(was, brokerRetention(clusterConfig(around.before, around.was)));
  const after = topicRetention(is, brokerRetention(clusterConfig(around.after, around.is)));
  return changedSettings(was, is, ['spec', 'config']).map((setting) => settingEffect(setting, before, after));
}

function settingEffect(setting: ChangedSetting, before: Retention, after: Retention): ChangeEffect {
  const { name, ...field } = setting;
  const { after: value } = setting;
  switch (name) {
    case 'retention.ms':
      return { ...field, ...retentionEffect(before.ms, after.ms, after.policies) };
    case 'retention.bytes':
      return { ...field, ...retentionEffect(before.bytes, after.bytes, after.policies) };
    case 'cleanup.policy':
      return { ...field, ...policyEffect(before.policies, after.policies) };
    case 'min.insync.replicas':
      return { ...field, ...inSyncEffect(setting) };
    case 'unclean.leader.election.enable':
      return String(value) === 'true' ? { ...field, ...UNCLEAN } : { ...field, ...AT_ONCE };
    case 'max.message.bytes':
      return isLess(setting) ? { ...field, ...SMALLER } : { ...field, ...AT_ONCE };
    case 'remote.storage.enable':
      return String(value) === 'true' ? { ...field, ...AT_ONCE } : { ...field, ...REMOTE_OFF };
    default:
      return { ...field, ...AT_ONCE };
  }
}

type Outcome = Pick<ChangeEffect, 'class' | 'message' | 'remedy'>;

const AT_ONCE: Outcome = { class: 'safe', message: 'Brokers take it up at once, without a restart.' };
const SMALLER: Outcome = {
  class: 'manual-step',
  message: 'Larger records are refused from then on.',
  remedy: 'See that no producer sends larger ones.',
};
const REMOTE_OFF: Outcome = { class: 'may-lose-data', message: 'What is in remote storage may be deleted.' };

/** What a broker that was behind and becomes leader costs. */
export const UNCLEAN: Outcome = {
  class: 'may-lose-data',
  message: 'A replica that lacks records may become leader; what it lacks is lost.',
};

/** What comes of keeping records shorter or longer. Without `delete` among the policies nothing is deleted for its age. */
export function retentionEffect(before: number, after: number, policies: readonly string[]): Outcome {
  if (!policies.includes('delete')) {
    return { class: 'safe', message: 'Nothing comes of it: the cleanup policy does not delete.' };
  }
  if (after < before) {
    return { class: 'may-lose-data', message: 'Records are deleted earlier: those beyond the new limit go at once.' };
  }
  return {
    class: 'safe',
    message: after > before ? 'Records are kept longer.' : 'Records are kept as long as before.',
  };
}

/** What comes of another way to clean up. */
export function policyEffect(before: readonly string[], after: readonly string[]): Outcome {
  const added = after.filter((policy) => !before.includes(policy));
  if (added.includes('compact')) {
    return {
      class: 'may-lose-data',
      message: 'Of records with one key only the last is kept; records without a key are refused.',
    };
  }
  if (added.includes('delete')) {
    return { class: 'may-lose-data', message: 'Records beyond the retention are deleted, which they were not before.' };
  }
  return { class: 'safe', message: 'Nothing is cleaned up that was not before.' };
}

/** What comes of another number of replicas that must have a record. */
export function inSyncEffect(setting: ChangedSetting): Outcome {
  if (isLess(setting)) {
    return {
      class: 'may-lose-data',
      message: 'Records are acknowledged with fewer copies: if their brokers fail, they are lost.',
    };
  }
  return {
    class: 'safe',
    message: 'Producers with acks=all wait for more copies; where too few replicas are in sync, they are refused.',
  };
}

/** Whether a setting is less than it was; where it was not there or is gone, what counts is the broker's, which may be any. */
function isLess({ before, after }: ChangedSetting): boolean {
  return before !== undefined && (after === undefined ? Number(before) > 1 : Number(after) < Number(before));
}

function clusterConfig(side: Side, { namespace, cluster }: TopicRecord): Config {
  return side.cluster(namespace, cluster)?.config ?? {};
}
