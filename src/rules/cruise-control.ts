import { placesOf } from './places';
import type { Config } from '../model/resource';
import { topologyRule, type Breach } from './rule';

const REPLICAS = 'cruise.control.metrics.topic.replication.factor';
const IN_SYNC = 'cruise.control.metrics.topic.min.insync.replicas';
const WHOLE = [REPLICAS, IN_SYNC, 'cruise.control.metrics.topic.num.partitions'];

/** Cruise Control has brokers to balance. */
export const cruiseControl = topologyRule({
  id: 'cruise-control',
  summary: 'Cruise Control has two brokers at least, and a topic for its metrics that they can hold.',
  remedy: 'Ask for more brokers, or leave cruiseControl out.',
  effect: 'refused',
  source:
    'The operator refuses others with InvalidResource (Strimzi 0.20.1 to 1.2.0, KafkaCluster, CruiseControl); at 0.18.0 Cruise Control fails.',
  catalog: ['CC-001', 'CC-002', 'CC-003', 'CC-004', 'CC-005', 'CC-006'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      const [section] = placesOf(cluster.manifest, 'spec.cruiseControl');
      if (!section || typeof section.value !== 'object' || section.value === null) continue;
      const { config = {} } = cluster.record;
      const broken = brokenNumbers(config);
      for (const breach of broken) report(cluster, breach);
      const brokers = topology.brokersOf(cluster);
      if (brokers === undefined || brokers < 1) continue;
      if (brokers > 1) {
        for (const breach of broken.length > 0 ? [] : topicBreaches(config, brokers)) report(cluster, breach);
        continue;
      }
      const message = 'Cruise Control has one broker, and nothing to balance.';
      report(cluster, { field: section.field, allowed: 'two brokers or more', message });
    }
  },
});

function brokenNumbers(config: Config): Breach[] {
  return WHOLE.filter((name) => config[name] !== undefined && !/^[+-]?\d+$/.test(String(config[name]))).map((name) => ({
    field: ['spec', 'kafka', 'config', name],
    given: config[name],
    allowed: 'a whole number',
    message: `The operator reads no number from ${name}.`,
    remedy: 'Give a whole number, or leave the setting out.',
  }));
}

/** The topic that brokers write their metrics to has as many replicas as others, unless it is told otherwise. */
function topicBreaches(config: Config, brokers: number): Breach[] {
  const { [REPLICAS]: given, [IN_SYNC]: inSync } = config;
  const replicas = Number(given ?? config['default.replication.factor'] ?? 1);
  const breaches: Breach[] = [];
  if (given !== undefined && replicas > brokers) {
    breaches.push({
      field: ['spec', 'kafka', 'config', REPLICAS],
      given,
      allowed: `up to ${brokers}, the brokers`,
      message: 'The topic for the metrics of Cruise Control asks for more replicas than there are brokers.',
      remedy: 'Lower the setting, or ask for more brokers.',
    });
  }
  if (inSync !== undefined && Number(inSync) > replicas) {
    breaches.push({
      field: ['spec', 'kafka', 'config', IN_SYNC],
      given: inSync,
      allowed: `up to ${replicas}, the replicas of the topic`,
      message: 'The topic for the metrics of Cruise Control asks for more replicas in sync than it has.',
      remedy: 'Lower the setting, or raise the number of replicas.',
    });
  }
  return breaches;
}
