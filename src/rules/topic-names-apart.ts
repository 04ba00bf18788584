import { topicNameOf } from '../model/topic';
import { isManaged } from './managed-topics';
import { topologyRule } from './rule';

/** Names of topics differ in more than dots and underscores. */
export const topicNamesApart = topologyRule({
  id: 'topic-names-apart',
  summary: 'Topics of a Kafka cluster have names that differ in more than dots and underscores.',
  remedy: 'Name one of the two differently: keep to dots, or to underscores.',
  effect: 'refused',
  source:
    'Kafka refuses the second with InvalidTopicException: their metrics would have one name (Topic.hasCollision, Kafka 2.4 to 4.3).',
  catalog: ['T-016'],
  across: (topology, report) => {
    for (const topics of topology.byCluster('topic')) {
      const first = new Map<string, (typeof topics)[number]>();
      for (const topic of topics.filter(isManaged)) {
        const given = topicNameOf(topic.record);
        const metric = given.includes('.') ? given.replaceAll('.', '_') : given;
        const known = first.get(metric);
        if (known === undefined) first.set(metric, topic);
        if (known === undefined || topicNameOf(known.record) === given) continue;
        report(topic, {
          field: topic.record.topicName === undefined ? ['metadata', 'name'] : ['spec', 'topicName'],
          given,
          message: `Topic "${given}" differs from "${topicNameOf(known.record)}" of ${known.path} in dots and underscores alone.`,
        });
      }
    }
  },
});
