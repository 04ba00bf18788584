import type { Placed, Topology } from '../model/topology';
import type { TopicRecord } from '../model/topic';
import { isManaged } from './managed-topics';
import { isWithin, topologyRule } from './rule';

/** The settings of topics, each with the first and the last minor of Kafka that has it, where those are not all from 2.4. */
const SETTINGS: readonly (readonly [name: string, since?: string, until?: string])[] = [
  ['cleanup.policy'],
  ['compression.gzip.level', '3.8'],
  ['compression.lz4.level', '3.8'],
  ['compression.type'],
  ['compression.zstd.level', '3.8'],
  ['delete.retention.ms'],
  ['file.delete.delay.ms'],
  ['flush.messages'],
  ['flush.ms'],
  ['follower.replication.throttled.replicas'],
  ['index.interval.bytes'],
  ['internal.segment.bytes', '4.1'],
  ['leader.replication.throttled.replicas'],
  ['local.retention.bytes', '3.0'],
  ['local.retention.ms', '3.0'],
  ['max.compaction.lag.ms'],
  ['max.message.bytes'],
  ['message.downconversion.enable', undefined, '3.9'],
  ['message.format.version', undefined, '3.9'],
  ['message.timestamp.after.max.ms', '3.6'],
  ['message.timestamp.before.max.ms', '3.6'],
  ['message.timestamp.difference.max.ms', undefined, '3.9'],
  ['message.timestamp.type'],
  ['min.cleanable.dirty.ratio'],
  ['min.compaction.lag.ms'],
  ['min.insync.replicas'],
  ['preallocate'],
  ['remote.log.copy.disable', '3.9'],
  ['remote.log.delete.on.disable', '3.9'],
  ['remote.storage.enable', '3.0'],
  ['retention.bytes'],
  ['retention.ms'],
  ['segment.bytes'],
  ['segment.index.bytes'],
  ['segment.jitter.ms'],
  ['segment.ms'],
  ['unclean.leader.election.enable'],
];

const known = new Map<string, ReadonlySet<string>>();

/** The settings that a version of Kafka knows. */
function settingsOf(version: string): ReadonlySet<string> {
  const ready = known.get(version);
  if (ready) return ready;
  const names = SETTINGS.flatMap(([name, since, until]) => (isWithin(version, since, until) ? [name] : []));
  const settings = new Set(names);
  known.set(version, settings);
  return settings;
}

/** A topic has settings that Kafka knows. */
export const topicConfig = topologyRule({
  id: 'topic-config',
  summary: 'A topic has settings that its version of Kafka knows.',
  remedy: 'Correct the name of the setting, or leave it out.',
  effect: 'refused',
  source: 'Kafka refuses a topic with others (LogConfig, Kafka 2.4 to 4.3), and the topic operator says KafkaError.',
  catalog: ['T-012'],
  across: (topology, report) => {
    for (const topic of topology.all('topic').filter(isManaged)) {
      const given = Object.keys(topic.record.config ?? {});
      if (given.length === 0) continue;
      const version = versionOf(topology, topic);
      const settings = settingsOf(version);
      for (const name of given.filter((each) => !settings.has(each))) {
        report(topic, {
          field: ['spec', 'config', name],
          given: topic.record.config?.[name],
          allowed: [...settings].join(', '),
          message: `Kafka ${version} knows no topic setting "${name}".`,
        });
      }
    }
  },
});

/** Of a cluster that is not seen, the newest that the operator runs. */
function versionOf(topology: Topology, topic: Placed<TopicRecord>): string {
  const { kafka } = topic.site.release;
  const cluster = topology.clusterOf(topic);
  return (cluster ? (cluster.record.version ?? kafka.default) : kafka.versions.at(-1)) ?? kafka.default;
}
