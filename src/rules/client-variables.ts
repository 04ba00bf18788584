import type { ClientRole } from '../model/client';
import { map } from '../model/guarded';
import { isSecretName } from '../model/secret-names';
import type { SettingsOwner } from './known-settings';
import { knownSettings } from './load';
import { placesOf } from './places';
import { objectRule, type Breach } from './rule';

const OWNERS: Readonly<Partial<Record<ClientRole['type'], SettingsOwner>>> = {
  producer: 'producer',
  consumer: 'consumer',
  streams: 'streams',
};

/** Nobody sees which Kafka is in an image: what one of these takes is taken. */
const VERSIONS = ['2.4', '2.8', '3.9', '4.0', '4.3'];

/** What becomes a setting of a client is one. */
export const clientVariables = objectRule({
  id: 'client-variables',
  summary: 'Variables that an image takes for settings of its Kafka client have names and values that Kafka takes.',
  remedy: 'Correct the variable, or leave it out.',
  effect: 'fails',
  source:
    'Clients do not start with values that their ConfigDef refuses, and ignore names that they do not know (Kafka 2.4 to 4.3).',
  nouns: ['client'],
  check({ record: { contract, role, name: usual, container = usual }, manifest }, report) {
    const owner = OWNERS[role.type];
    if (contract !== 'strimzi-examples' || !owner) return;
    const containers = placesOf(manifest, 'spec.template.spec.containers.*');
    const own = containers.filter(({ value }) => containers.length === 1 || map(value)['name'] === container);
    for (const { field: at, value: variable } of own.flatMap(({ field, value }) => placesOf(value, 'env.*', field))) {
      const { name, value } = map(variable);
      if (typeof name !== 'string' || typeof value !== 'string') continue;
      const breach = breachOf(owner, name, value);
      if (breach) report({ ...breach, field: [...at, ...(breach.field ?? [])] });
    }
  },
});

function breachOf(owner: SettingsOwner, name: string, value: string): Breach | undefined {
  const setting = settingOf(name);
  if (setting === undefined || value.includes('$(')) return undefined;
  const { settingFault, telling } = knownSettings();
  const fault = settingFault(owner, setting, value, VERSIONS);
  if (fault?.is === 'value') {
    const given = isSecretName(setting) ? {} : { given: value };
    return { field: ['value'], ...given, ...telling(fault), message: `Kafka does not take this for ${setting}.` };
  }
  if (fault?.meant === undefined) return undefined;
  return {
    field: ['name'],
    given: name,
    effect: 'ignored',
    allowed: variableOf(fault.meant),
    message: `Kafka has no setting "${setting}", and ignores it.`,
    remedy: `Write ${variableOf(fault.meant)}, or leave it out.`,
  };
}

/** The setting that a variable becomes. */
function settingOf(variable: string): string | undefined {
  const [, name] = /^KAFKA_([A-Z0-9_]+)$/.exec(variable) ?? [];
  return name?.toLowerCase().replaceAll('_', '.');
}

function variableOf(setting: string): string {
  return `KAFKA_${setting.toUpperCase().replaceAll('.', '_')}`;
}
