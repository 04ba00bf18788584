import { isManaged } from './managed-topics';
import { topologyRule, type Breach } from './rule';
import type { Config } from '../model/resource';
import type { TopicRecord } from '../model/topic';

const MIN_ISR = 'min.insync.replicas';
const DEFAULT_REPLICAS = 'default.replication.factor';

/** A topic asks for no more replicas in sync than it has. */
export const topicInSync = topologyRule({
  id: 'topic-in-sync',
  summary:
    'A topic asks for no more replicas in sync than it has; the setting of the brokers counts where it has none.',
  remedy: 'Lower min.insync.replicas, or raise the number of replicas.',
  effect: 'fails',
  source: 'Nobody checks it; producers with acks=all fail with NotEnoughReplicas.',
  catalog: ['T-019', 'T-004'],
  across: (topology, report) => {
    for (const topic of topology.all('topic').filter(isManaged)) {
      const brokers = topology.clusterOf(topic)?.record;
      const breach = ownBreach(topic.record, brokers) ?? brokersBreach(topic.record, brokers?.config);
      if (breach) report(topic, breach);
    }
  },
});

/** A topic that does not say has the replicas that its brokers give, and Kafka's brokers give one. */
function ownBreach(
  { name, config, replicas }: TopicRecord,
  brokers?: { readonly config?: Config },
): Breach | undefined {
  const given = config?.[MIN_ISR];
  const most = replicas ?? (brokers && Number(brokers.config?.[DEFAULT_REPLICAS] ?? 1));
  if (given === undefined || most === undefined || !(most >= 1 && Number(given) > most)) return undefined;
  return {
    field: ['spec', 'config', MIN_ISR],
    given,
    allowed: `at most ${most}, the replicas of the topic`,
    message: `Topic "${name}" can never have ${given} replicas in sync.`,
  };
}

function brokersBreach(topic: TopicRecord, brokers: Config = {}): Breach | undefined {
  const { name, cluster, config, replicas: given } = topic;
  const least = Number(brokers[MIN_ISR] ?? 1);
  const replicas = given ?? Number(brokers[DEFAULT_REPLICAS] ?? 1);
  if (config?.[MIN_ISR] !== undefined || !(replicas >= 1 && replicas < least)) return undefined;
  return {
    field: ['spec', 'replicas'],
    ...(given !== undefined && { given }),
    allowed: `at least ${least}, which ${MIN_ISR} of the brokers of ${cluster} asks for`,
    message: `Topic "${name}" ${given === undefined ? `has ${replicas} of its brokers' own choice, and ` : ''}can never have ${least} replicas in sync.`,
    remedy: `Raise the number of replicas, or give the topic ${MIN_ISR} of its own.`,
  };
}
