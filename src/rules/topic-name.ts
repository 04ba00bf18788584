import { TOPIC_NAME } from '../model/names';
import { topicNameOf } from '../model/topic';
import { objectRule } from './rule';

/** The topic of KRaft, which nobody but the controllers makes. */
const OF_CONTROLLERS = '__cluster_metadata';

/** A topic has a name that Kafka takes. */
export const topicName = objectRule({
  id: 'topic-name',
  summary: 'A topic has a name that Kafka takes.',
  remedy: 'Give spec.topicName, or metadata.name where there is none, a name that Kafka takes.',
  effect: 'refused',
  source: 'Kafka refuses a topic of another name with InvalidTopicException (Topic.validate, Kafka 2.4 to 4.3).',
  catalog: ['T-015'],
  nouns: ['topic'],
  check({ record }, report) {
    const given = topicNameOf(record);
    if (TOPIC_NAME.isLegal(given) && given !== OF_CONTROLLERS) return;
    report({
      field: record.topicName === undefined ? ['metadata', 'name'] : ['spec', 'topicName'],
      given,
      allowed: TOPIC_NAME.allowed,
      message: given === OF_CONTROLLERS ? 'Nobody but the controllers makes this topic.' : `"${given}" is no topic.`,
    });
  },
});
