import { topologyRule } from './rule';

const MIN_ISR = 'min.insync.replicas';

/** A topic asks for no more replicas in sync than it has. */
export const topicInSync = topologyRule({
  id: 'topic-in-sync',
  summary: 'A topic asks for no more replicas in sync than it has.',
  remedy: 'Lower min.insync.replicas, or raise the number of replicas.',
  effect: 'fails',
  source: 'Nobody checks it; producers with acks=all fail with NotEnoughReplicas.',
  catalog: ['T-019'],
  across: (topology, report) => {
    for (const topic of topology.all('topic')) {
      const { name, config, replicas } = topic.record;
      const given = config?.[MIN_ISR];
      if (given === undefined) continue;
      const cluster = topology.clusterOf(topic);
      const most = replicas ?? (cluster && topology.brokersOf(cluster));
      const wanted = Number(given);
      if (most === undefined || !(wanted > most)) continue;
      report(topic, {
        field: ['spec', 'config', MIN_ISR],
        given,
        allowed: `at most ${most}, the replicas of the topic`,
        message: `Topic "${name}" can never have ${wanted} replicas in sync.`,
      });
    }
  },
});
