import type { SiteFacts } from '../model/topology';
import { settingsOf } from './component-config';
import { strimziKinds } from './kinds';
import { fieldsAt } from './places';
import { kindRule, type JudgedKind } from './rule';

/** Kinds with settings that the operator writes to a file of properties; those of connectors are JSON. */
const KINDS = ['Kafka', 'KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaBridge'];
const TOPIC = 'KafkaTopic';
const BROKERS = 'spec.kafka.config';

/** A setting has one value. */
export const configValues = kindRule({
  id: 'config-values',
  summary:
    'Settings of topics, brokers, ZooKeeper, Connect, MirrorMaker and the Bridge are texts, numbers, or true or false.',
  remedy: 'Give one text, its parts with commas between them, or leave the setting out.',
  effect: 'refused',
  source:
    'The operator refuses others with InvalidConfigParameter (Strimzi 0.18.0 to 1.2.0, OrderedProperties), and Kafka null for a setting of a topic (InvalidConfigurationException).',
  catalog: ['G-016', 'G-017', 'T-010', 'T-028', 'Z-012', 'T-011'],
  judgesValues: true,
  kinds: strimziKinds(...KINDS, TOPIC),
  check({ manifest, site }, report) {
    for (const path of pathsOf(manifest)) {
      for (const place of fieldsAt(manifest, path)) {
        const { name, value } = place;
        if (typeof value !== 'object' || (manifest.kind === TOPIC && isTakenOfTopic(value, site))) continue;
        report({
          field: place.field,
          given: value,
          allowed: 'a text, a number, true or false',
          message: value === null ? `${name} has no value.` : `${name} is a ${Array.isArray(value) ? 'list' : 'map'}.`,
        });
      }
    }
  },
});

function pathsOf(manifest: JudgedKind['manifest']): string[] {
  if (manifest.kind === TOPIC) return ['spec.config'];
  const settings = settingsOf(manifest).filter(([component]) => component !== 'connector');
  return [...(manifest.kind === 'Kafka' ? [BROKERS] : []), ...settings.map(([, path]) => path)];
}

/** An operator that only writes topics joins the items of a list. It hands null on to Kafka, which refuses it. */
function isTakenOfTopic(value: object | null, { release }: SiteFacts): boolean {
  return release.topicOperator === 'unidirectional' && Array.isArray(value);
}
