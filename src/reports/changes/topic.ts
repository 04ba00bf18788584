import type { Config } from '../../model/resource';
import { topicNameOf, type TopicRecord } from '../../model/topic';
import type { ChangeEffect } from '../change';
import { changed, changedSettings, type ChangedSetting } from '../effects';
import type { Around, NounChanges } from '../scene';
import type { Side } from '../side';
import { brokerRetention, topicRetention, type Retention } from './retention';

/** Bytes of the largest batch of records that Kafka takes where nothing is said. */
export const LARGEST_MESSAGE = 1_048_588;

/**
 * KafkaTopic.
 * @see BatchingTopicController of Strimzi 0.36.0 to 1.2.0, TopicOperator of 0.18.0 to 0.45.2
 */
export const topicChanges: NounChanges<TopicRecord> = {
  added: (topic) => [adoption(topic)],
  removed: (topic, { before }) => [removal(topic, before)],
  fields: {
    cluster: (was, is, around) => [clusterEffect(was, is, around.is)],
    topicName: (was, is, around) => [topicNameEffect(was, is, around)],
    partitions: (was, is, around) => [partitionsEffect(was, is, around)],
    replicas: (was, is, around) => [replicasEffect(was, is, around)],
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

/** @see TopicEventHandler of Strimzi 0.39.0 to 1.2.0, K8sTopicWatcher of 0.18.0 to 0.38.0: without the label, it is no topic of theirs */
function clusterEffect(was: string, is: string, topic: TopicRecord): ChangeEffect {
  const field = changed('metadata.labels["strimzi.io/cluster"]', was || undefined, is || undefined);
  if (was === '') return { ...field, ...adoption(topic) };
  if (is === '') {
    return {
      class: 'may-lose-data',
      ...field,
      message: `No topic operator looks at the object any more: the topic stays in ${was}; operators up to 0.38, and those without finalizers, delete it.`,
      remedy: 'To keep the topic, annotate the object with strimzi.io/managed: "false" first.',
    };
  }
  return {
    class: 'may-lose-data',
    ...field,
    message: `The topic is made anew in ${is}, without its records; the one in ${was} may be deleted.`,
    remedy: 'Copy the records first, or keep this object and add another one.',
  };
}

function adoption(topic: TopicRecord): ChangeEffect {
  const message = `The topic operator makes topic "${topicNameOf(topic)}", or takes up the one that is there.`;
  return { class: 'safe', message };
}

function isManaged({ annotations }: TopicRecord): boolean {
  return annotations?.['strimzi.io/managed'] !== 'false';
}

function topicNameEffect(was: string | undefined, is: string | undefined, around: Around<TopicRecord>): ChangeEffect {
  const field = changed('spec.topicName', was, is);
  if (topicNameOf(around.was) === topicNameOf(around.is)) {
    return { class: 'no-effect', ...field, message: 'It is the name that the topic has without it.' };
  }
  return {
    class: 'manual-step',
    ...field,
    message: 'The operator refuses it: a topic in Kafka has one name for its life.',
    remedy: 'Add a topic of the new name, move producers and consumers, then remove this one.',
  };
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

/** @see ReplicasChangeHandler of Strimzi 0.41.0 to 1.2.0 */
function replicasEffect(was: number | undefined, is: number | undefined, around: Around<TopicRecord>): ChangeEffect {
  const field = changed('spec.replicas', was, is);
  if (is === undefined) return { class: 'no-effect', ...field, message: 'The topic keeps the replicas that it has.' };
  if (around.after.cluster(around.is.namespace, around.is.cluster)?.cruiseControl) {
    const usual = Number(clusterConfig(around.before, around.was)['default.replication.factor'] ?? 1);
    return { ...field, ...(is < (was ?? usual) ? FEWER_COPIES : MORE_COPIES) };
  }
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
  const [old, now] = [clusterConfig(around.before, around.was), clusterConfig(around.after, around.is)];
  const before = topicRetention(was, brokerRetention(old));
  const after = topicRetention(is, brokerRetention(now));
  return changedSettings(was, is, ['spec', 'config']).map((setting) => ({
    ...withoutName(setting),
    ...settingEffect(inForce(setting, old, now), before, after),
  }));
}

function withoutName({ name: _, ...field }: ChangedSetting): Omit<ChangedSetting, 'name'> {
  return field;
}

/** Settings of brokers that count for topics which do not say it themselves, and what Kafka has without either. */
const OF_BROKERS: Readonly<Record<string, readonly [name: string, usual: number | boolean]>> = {
  'max.message.bytes': ['message.max.bytes', LARGEST_MESSAGE],
  'min.insync.replicas': ['min.insync.replicas', 1],
  'unclean.leader.election.enable': ['unclean.leader.election.enable', false],
};

/** A setting with what was and is in force: that of the brokers where the topic says nothing. */
function inForce(setting: ChangedSetting, old: Config, now: Config): ChangedSetting {
  const others = Object.hasOwn(OF_BROKERS, setting.name) ? OF_BROKERS[setting.name] : undefined;
  if (!others) return setting;
  const [name, usual] = others;
  const { before = old[name] ?? usual, after = now[name] ?? usual } = setting;
  return { ...setting, before, after };
}

function settingEffect(setting: ChangedSetting, before: Retention, after: Retention): Outcome {
  switch (setting.name) {
    case 'retention.ms':
      return retentionEffect(before.ms, after.ms, after.policies);
    case 'retention.bytes':
      return retentionEffect(before.bytes, after.bytes, after.policies);
    case 'cleanup.policy':
      return policyEffect(before.policies, after.policies);
    case 'min.insync.replicas':
      return inSyncEffect(setting);
    case 'unclean.leader.election.enable':
      return begins(setting) ? UNCLEAN : AT_ONCE;
    case 'max.message.bytes':
      return isLess(setting) ? SMALLER : AT_ONCE;
    case 'remote.storage.enable':
      return isOn(setting.before) && !isOn(setting.after) ? REMOTE_OFF : AT_ONCE;
    default:
      return AT_ONCE;
  }
}

/** Whether a switch is turned on. */
export function begins({ before, after }: ChangedSetting): boolean {
  return isOn(after) && !isOn(before);
}

function isOn(value: unknown): boolean {
  return String(value) === 'true';
}

type Outcome = Pick<ChangeEffect, 'class' | 'message' | 'remedy'>;

const FEWER_COPIES: Outcome = {
  class: 'may-lose-data',
  message: 'Cruise Control takes replicas away (Strimzi 0.41 on): records are lost if the brokers with the rest fail.',
};
const MORE_COPIES: Outcome = {
  class: 'safe',
  message: 'Cruise Control adds replicas by itself (Strimzi 0.41 on); before, the topic operator refuses it.',
};
const AT_ONCE: Outcome = { class: 'safe', message: 'Brokers take it up at once, without a restart.' };
const REMOTE_OFF: Outcome = { class: 'may-lose-data', message: 'What is in remote storage may be deleted.' };

/** What comes of a smaller limit of records. */
export const SMALLER: Outcome = {
  class: 'manual-step',
  message: 'Larger records are refused from then on.',
  remedy: 'See that no producer sends larger ones.',
};

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
  if (isLess(setting, 1)) {
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

/**
 * Whether a setting is less than it was.
 * @param usual - what Kafka has where nothing is said
 */
export function isLess({ before, after }: ChangedSetting, usual?: number): boolean {
  return Number(after ?? usual) < Number(before ?? usual);
}

function clusterConfig(side: Side, { namespace, cluster }: TopicRecord): Config {
  return side.cluster(namespace, cluster)?.config ?? {};
}
