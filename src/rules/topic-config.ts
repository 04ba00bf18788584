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
      const versions = versionsOf(topology, topic);
      for (const [name, given] of config) {
        const breach = breachOf(name, given, versions);
        if (breach) report(topic, { field: ['spec', 'config', name], given, ...breach });
      }
    }
  },
});

function breachOf(name: string, given: string | number | boolean, versions: readonly string[]): Breach | undefined {
  const { settingFault, telling } = knownSettings();
  const fault = settingFault('topic', name, given, versions);
  if (!fault) return undefined;
  const kafka = ['Kafka', ...(versions.length === 1 ? versions : [])].join(' ');
  const message =
    fault.is === 'value' ? `${kafka} does not take this for ${name}.` : `${kafka} knows no topic setting "${name}".`;
  return { ...telling(fault), message };
}

/** Of a cluster that is not seen, all that the operator runs: what one of them takes is taken. */
function versionsOf(topology: Topology, topic: Placed<TopicRecord>): readonly string[] {
  const { kafka } = topic.site.release;
  const cluster = topology.clusterOf(topic);
  return cluster ? [cluster.record.version ?? kafka.default] : kafka.versions;
}
