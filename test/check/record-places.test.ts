import { placeOf } from '../../src/check/record-places';
import { fieldText } from '../../src/model/field';
import type { Noun } from '../../src/model/nouns';

it.each<readonly [Noun, readonly (string | number)[], string]>([
  ['topic', ['name'], 'metadata.name'],
  ['topic', ['labels', 'team'], 'metadata.labels.team'],
  ['topic', ['config', 'retention.ms'], 'spec.config["retention.ms"]'],
  ['kafkaCluster', ['mode'], 'metadata.annotations["strimzi.io/kraft"]'],
  ['kafkaCluster', ['nodePools'], 'metadata.annotations["strimzi.io/node-pools"]'],
  ['kafkaCluster', ['brokers', 'replicas'], 'spec.kafka.replicas'],
  ['kafkaCluster', ['version'], 'spec.kafka.version'],
  ['kafkaCluster', ['metadataVersion'], 'spec.kafka.metadataVersion'],
  ['kafkaCluster', ['listeners', 0, 'port'], 'spec.kafka.listeners[0].port'],
  ['kafkaCluster', ['authorization'], 'spec.kafka.authorization'],
  ['kafkaCluster', ['config', 'a'], 'spec.kafka.config.a'],
  ['kafkaCluster', ['rack'], 'spec.kafka.rack'],
  ['kafkaCluster', ['quotas'], 'spec.kafka.quotas'],
  ['kafkaCluster', ['tieredStorage'], 'spec.kafka.tieredStorage'],
  ['kafkaCluster', ['zookeeper', 'replicas'], 'spec.zookeeper.replicas'],
  ['mirrorMaker', ['source', 'trust'], 'spec.consumer.trust'],
  ['mirrorMaker', ['target'], 'spec.producer'],
  ['client', ['podLabels', 'a'], 'spec.template.metadata.labels.a'],
  ['client', ['podAnnotations'], 'spec.template.metadata.annotations'],
  ['client', ['endpoint', 'bootstrapServers'], 'spec.template.spec.containers[0].env'],
  ['client', ['env', 3], 'spec.template.spec.containers[0].env'],
  ['client', ['replicas'], 'spec.replicas'],
])('what a %s says in %j stands at %s', (noun, path, place) => {
  expect(fieldText(placeOf(noun, path))).toBe(place);
});
