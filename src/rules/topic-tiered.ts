import type { KafkaClusterRecord } from '../model/kafka-cluster';
import { compareMinors } from '../model/minors';
import { saysMore } from '../model/resource';
import type { Placed } from '../model/topology';
import { isManaged } from './managed-topics';
import { topologyRule } from './rule';

const OF_TOPIC = 'remote.storage.enable';
const OF_BROKERS = 'remote.log.storage.system.enable';
const TIERED_STORAGE = ['spec', 'kafka', 'tieredStorage'];

/** The first minor of Kafka that knows tiered storage. */
const SINCE = '3.6';

/** Topics move segments only where the brokers have a place for them. */
export const topicTiered = topologyRule({
  id: 'topic-tiered',
  summary: 'Topics have tiered storage only where their brokers have it.',
  remedy: 'Give the cluster tieredStorage, or leave remote.storage.enable out.',
  effect: 'fails',
  source: 'Kafka takes no such topic and no such setting (Kafka 3.6 to 4.3, LogConfig); the topic is not ready.',
  releases: { since: '0.38' },
  across: (topology, report) => {
    for (const topic of topology.all('topic').filter(isManaged)) {
      const given = topic.record.config?.[OF_TOPIC];
      if (!isTrue(given)) continue;
      const cluster = topology.clusterOf(topic);
      if (!cluster || mayHaveIt(cluster)) continue;
      report(topic, {
        field: ['spec', 'config', OF_TOPIC],
        given,
        allowed: 'false',
        message: `The brokers of ${topic.record.cluster} have no tiered storage, and refuse topic "${topic.record.name}".`,
      });
    }
  },
});

function mayHaveIt({ record, site }: Placed<KafkaClusterRecord>): boolean {
  const { version = site.release.kafka.default, tieredStorage, config } = record;
  const own = config?.[OF_BROKERS];
  return (
    tieredStorage !== undefined ||
    saysMore(record, TIERED_STORAGE) ||
    // What a tool fills in later nobody can tell.
    (own !== undefined && String(own).trim().toLowerCase() !== 'false') ||
    compareMinors(version, SINCE) < 0
  );
}

function isTrue(given: string | number | boolean | undefined): boolean {
  return String(given).trim().toLowerCase() === 'true';
}
