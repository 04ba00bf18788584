import { topicNameOf, type TopicRecord } from '../../model/topic';
import type { ChangeEffect } from '../change';
import { changed } from '../effects';
import type { Around, NounChanges } from '../scene';
import type { Side } from '../side';
import { clusterConfig, configEffects, copiesOf } from './topic-settings';

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

export function isManaged({ annotations }: TopicRecord): boolean {
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
    return {
      ...field,
      ...(is < (was ?? copiesOf(clusterConfig(around.before, around.was))) ? FEWER_COPIES : MORE_COPIES),
    };
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

type Outcome = Pick<ChangeEffect, 'class' | 'message' | 'remedy'>;

const FEWER_COPIES: Outcome = {
  class: 'may-lose-data',
  message: 'Cruise Control takes replicas away (Strimzi 0.41 on): records are lost if the brokers with the rest fail.',
};
const MORE_COPIES: Outcome = {
  class: 'safe',
  message: 'Cruise Control adds replicas by itself (Strimzi 0.41 on); before, the topic operator refuses it.',
};
