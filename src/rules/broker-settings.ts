import { isSecretName } from '../model/secret-names';
import { distance } from '../text/nearest';
import { kafkaSettings } from './load';
import { operatorSets } from './operator-settings';
import { objectRule, type Breach } from './rule';
import { formOf, missingOf, wantedOf } from './setting-values';

/** How many letters of a name may be wrong. Plugins have settings of their own, which look like nothing that Kafka has. */
const SLIPS = 2;

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
  const { BROKER } = kafkaSettings();
  const form = formOf(BROKER, name, version);
  if (form) {
    const allowed = wantedOf(form, given);
    return allowed === undefined ? undefined : { allowed, message: `Kafka ${version} does not take this for ${name}.` };
  }
  const isOfOthers = Object.hasOwn(BROKER, name);
  const missing = missingOf(BROKER, name, version);
  const [nearest = ''] = missing.allowed?.split(', ') ?? [];
  if (!isOfOthers && distance(name, nearest) > SLIPS) return undefined;
  const message = `Kafka ${version} has no broker setting "${name}", and ignores it.`;
  return { effect: 'ignored', ...missing, ...(isSecretName(nearest) && { given: undefined }), message };
}
