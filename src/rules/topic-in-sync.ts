import { brokersByCluster } from './brokers';
import type { Rule } from './rule';

const MIN_ISR = 'min.insync.replicas';

/** A topic asks for no more replicas in sync than it has. */
export const topicInSync: Rule = {
  id: 'topic-in-sync',
  summary: 'A topic asks for no more replicas in sync than it has.',
  remedy: 'Lower min.insync.replicas, or raise the number of replicas.',
  source: 'Nobody checks it; producers with acks=all fail with NotEnoughReplicas.',
  check: (site, report) => {
    const brokers = brokersByCluster(site);
    for (const { record, path } of site.records.topic) {
      const wanted = Number(record.config?.[MIN_ISR] ?? 0);
      const most = record.replicas ?? brokers.get(record.cluster);
      if (most === undefined || !(wanted > most)) continue;
      report({
        path,
        field: `spec.config["${MIN_ISR}"]`,
        given: record.config?.[MIN_ISR],
        allowed: `at most ${most}, the replicas of the topic`,
        message: `Topic "${record.name}" can never have ${wanted} replicas in sync.`,
      });
    }
  },
};
