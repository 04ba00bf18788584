import { topicNameOf } from '../model/topic';
import type { Rule } from './rule';

/** One resource manages a topic. */
export const topicOnce: Rule = {
  id: 'topic-once',
  summary: 'One resource manages a topic of a Kafka cluster.',
  remedy: 'Remove one of the two, or name its topic differently.',
  source: 'The topic operator refuses the younger with ResourceConflict (Strimzi 0.45.2, 1.2.0).',
  check: (site, report) => {
    const first = new Map<string, string>();
    for (const { record, path } of site.records.topic) {
      const topicName = topicNameOf(record);
      const key = `${record.cluster}/${topicName}`;
      const known = first.get(key);
      if (known === undefined) first.set(key, path);
      else {
        report({
          path,
          field: record.topicName === undefined ? 'metadata.name' : 'spec.topicName',
          given: topicName,
          allowed: 'a topic that no other resource manages',
          message: `Topic "${topicName}" of ${record.cluster} is managed by ${known} already.`,
        });
      }
    }
  },
};
