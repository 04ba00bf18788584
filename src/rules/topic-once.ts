import { topicNameOf } from '../model/topic';
import { isManaged } from './managed-topics';
import { topologyRule } from './rule';

/** One resource manages a topic. */
export const topicOnce = topologyRule({
  id: 'topic-once',
  summary: 'One resource manages a topic of a Kafka cluster.',
  remedy: 'Remove one of the two, or name its topic differently.',
  effect: 'refused',
  source: 'The topic operator refuses the younger with ResourceConflict (Strimzi 0.45.2, 1.2.0), or an event (0.18.0).',
  catalog: ['T-006', 'T-032'],
  across: (topology, report) => {
    for (const topics of topology.byCluster('topic')) {
      const first = new Map<string, (typeof topics)[number]>();
      for (const topic of topics.filter(isManaged)) {
        const { record } = topic;
        const name = topicNameOf(record);
        const known = first.get(name);
        if (known === undefined) {
          first.set(name, topic);
          continue;
        }
        report(topic, {
          field: record.topicName === undefined ? ['metadata', 'name'] : ['spec', 'topicName'],
          given: name,
          allowed: 'a topic that no other resource manages',
          message: `Topic "${name}" of ${record.cluster} is managed by ${known.path} already.`,
        });
      }
    }
  },
});
