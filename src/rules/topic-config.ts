import type { TopicRecord } from '../model/topic';
import type { Placed, Topology } from '../model/topology';
import { knownSettings } from './load';
import { isManaged } from './managed-topics';
import { topologyRule, type Breach } from './rule';

/** A topic has settings that Kafka takes. */
export const topicConfig = topologyRule({
  id: 'topic-config',
  summary: 'A topic has settings that its version of Kafka knows, with values that it takes.',
  remedy: 'Correct the setting, or leave it out.',
  effect: 'refused',
  source: 'Kafka refuses a topic with others (LogConfig, Kafka 2.4 to 4.3), and the topic operator says KafkaError.',
  catalog: ['T-012'],
  judgesValues: true,
  across: (topology, report) => {
    for (const topic of topology.all('topic').filter(isManaged)) {
      const config = Object.entries(topic.record.config ?? {});
      if (config.length === 0) continue;
      const version = versionOf(topology, topic);
      for (const [name, given] of config) {
        const breach = breachOf(name, given, version);
        if (breach) report(topic, { field: ['spec', 'config', name], given, ...breach });
      }
    }
  },
});

function breachOf(name: string, given: string | number | boolean, version: string): Breach | undefined {
  const { settingFault, telling } = knownSettings();
  const fault = settingFault('topic', name, given, [version]);
  if (!fault) return undefined;
  const message =
    fault.is === 'value'
      ? `Kafka ${version} does not take this for ${name}.`
      : `Kafka ${version} knows no topic setting "${name}".`;
  return { ...telling(fault), message };
}

/** Of a cluster that is not seen, the newest that the operator runs. */
function versionOf(topology: Topology, topic: Placed<TopicRecord>): string {
  const { kafka } = topic.site.release;
  const cluster = topology.clusterOf(topic);
  return (cluster ? (cluster.record.version ?? kafka.default) : kafka.versions.at(-1)) ?? kafka.default;
}
