import type { ListenerRecord } from '../model/listener';
import type { Config } from '../model/resource';
import { operatorSets } from './operator-settings';
import { isWithin, objectRule, type Breach } from './rule';

/** Settings of single listeners that are the team's, and since which minor of Strimzi. */
const OF_LISTENERS = ['connections.max.reauth.ms', 'max.connection.creation.rate', 'max.connections'];
const OF_LISTENERS_SINCE = '0.51';

/** Names of config providers that are the operator's own, and since which minor of Strimzi it has some. */
const PROVIDERS = ['strimzienv', 'strimzifile', 'strimzidir', 'strimzisecrets'];
const PROVIDERS_SINCE = '0.47';

/** Broker settings are those that the operator leaves to the team. */
export const brokerConfig = objectRule({
  id: 'broker-config',
  summary: 'Broker settings are those that the operator leaves to the team.',
  remedy: 'Leave it out: the operator sets it, from other fields of the resource.',
  effect: 'ignored',
  source:
    'The operator drops others, and says so in its log alone (Strimzi 0.18.0 to 1.2.0, KafkaClusterSpec.FORBIDDEN_PREFIXES).',
  catalog: ['K-015', 'K-016', 'K-017', 'K-018', 'K-019'],
  nouns: ['kafkaCluster'],
  check({ record: { config = {}, listeners }, site: { release } }, report) {
    const isTheOperators = operatorSets('kafka', release);
    if (isWithin(release.version, PROVIDERS_SINCE)) for (const breach of takenProviders(config)) report(breach);
    const ofListeners = isWithin(release.version, OF_LISTENERS_SINCE) ? listenerSettings(listeners) : [];
    for (const [key, given] of Object.entries(config)) {
      if (!isTheOperators(key) || ofListeners.includes(key)) continue;
      report({
        field: ['spec', 'kafka', 'config', key],
        given,
        message: `The operator sets ${key} itself, and drops what is given.`,
        ...(key === 'super.users' && {
          remedy: 'Name them in spec.kafka.authorization.superUsers: superUsers of Authorization.simple.',
        }),
      });
    }
  },
});

function takenProviders({ 'config.providers': given = '' }: Config): Breach[] {
  const taken = String(given)
    .split(',')
    .filter((name) => PROVIDERS.includes(name));
  return taken.map((name) => ({
    field: ['spec', 'kafka', 'config', 'config.providers'],
    given,
    effect: 'refused',
    message: `The operator has a config provider "${name}" of its own.`,
    remedy: 'Give the config provider another name.',
  }));
}

function listenerSettings(listeners: readonly ListenerRecord[]): string[] {
  return listeners.flatMap(({ name, port }) =>
    OF_LISTENERS.map((setting) => `listener.name.${name}-${port}.${setting}`),
  );
}
