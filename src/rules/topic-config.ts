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
    const breachOf = rememberedBreaches();
    for (const topic of topology.all('topic').filter(isManaged)) {
      const { config } = topic.record;
      if (config === undefined) continue;
      const versions = versionsOf(topology, topic);
      for (const [name, given] of Object.entries(config)) {
        const breach = breachOf(name, given, versions);
        if (breach) report(topic, { field: ['spec', 'config', name], given, ...breach });
      }
    }
  },
});

/** Topics by the thousand have the same few settings. */
function rememberedBreaches(): typeof breachOfSetting {
  const known = new Map<string, Map<unknown, Breach | undefined>>();
  return (name, given, versions) => {
    const key = `${versions.join()}\0${name}`;
    const values = known.get(key) ?? new Map<unknown, Breach | undefined>();
    known.set(key, values);
    const breach = values.has(given) ? values.get(given) : breachOfSetting(name, given, versions);
    values.set(given, breach);
    return breach;
  };
}

function breachOfSetting(
  name: string,
  given: string | number | boolean,
  versions: readonly string[],
): Breach | undefined {
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
