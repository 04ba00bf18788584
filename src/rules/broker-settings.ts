import { knownSettings } from './load';
import { operatorSets } from './operator-settings';
import { objectRule, type Breach } from './rule';

/** Broker settings are Kafka's, with values that it takes. */
export const brokerSettings = objectRule({
  id: 'broker-settings',
  summary:
    'Broker settings have values that their version of Kafka takes, and names that are not nearly those of others.',
  remedy: 'Correct the setting, or leave it out.',
  effect: 'refused',
  source:
    'The operator refuses values that Kafka would not take, with InvalidResource, and lets unknown names pass, which brokers ignore (Strimzi 0.18.0 to 1.2.0, KafkaConfiguration).',
  catalog: ['K-012', 'K-013', 'K-014', 'K-029', 'K-030'],
  judgesValues: true,
  nouns: ['kafkaCluster'],
  check({ record: { config = {}, version }, site: { release } }, report) {
    const isTheOperators = operatorSets('kafka', release);
    for (const [name, given] of Object.entries(config)) {
      if (isTheOperators(name)) continue;
      const breach = breachOf(name, given, version ?? release.kafka.default);
      if (!breach) continue;
      report({ field: ['spec', 'kafka', 'config', name], given, ...breach });
    }
  },
});

function breachOf(name: string, given: string | number | boolean, version: string): Breach | undefined {
  const { settingFault, telling } = knownSettings();
  const fault = settingFault('broker', name, given, [version]);
  if (!fault || fault.is === 'unknown') return undefined;
  if (fault.is === 'value') return { ...telling(fault), message: `Kafka ${version} does not take this for ${name}.` };
  const message = `Kafka ${version} has no broker setting "${name}", and ignores it.`;
  return { effect: 'ignored', ...telling(fault), message };
}
