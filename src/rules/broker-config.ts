import type { ListenerRecord } from '../model/listener';
import type { Release } from '../model/release';
import type { Config } from '../model/resource';
import { operatorSets, theTeamsOwn } from './operator-settings';
import { isWithin, objectRule, type Breach } from './rule';

/** Settings of single listeners that are the team's, and since which minor of Strimzi. */
const OF_LISTENERS = ['connections.max.reauth.ms', 'max.connection.creation.rate', 'max.connections'];

/** Names of config providers that are the operator's own, and since which minor of Strimzi. */
const PROVIDERS: Readonly<Record<string, string>> = {
  strimzienv: '0.47',
  strimzifile: '0.47',
  strimzidir: '0.47',
  strimzisecrets: '0.49',
};

/** What to use instead, by the beginning of a setting. */
const INSTEAD: readonly (readonly [beginning: string, remedy: string])[] = [
  ['super.user', 'Name them in spec.kafka.authorization.superUsers: superUsers of Authorization.simple.'],
  ['authorizer.', 'Give spec.kafka.authorization: the prop authorization.'],
  ['broker.rack', 'Give spec.kafka.rack: the prop rack.'],
  ['listener', 'Give it to the listener, in spec.kafka.listeners: the prop listeners.'],
  ...['advertised.', 'host.name', 'inter.broker.listener.name', 'port', 'sasl.', 'security.', 'ssl.'].map(
    (beginning) => [beginning, 'Give spec.kafka.listeners: the prop listeners.'] as const,
  ),
  ['log.dir', 'Give the storage of the brokers: the prop storage.'],
  ['client.quota.callback.static.', 'Give spec.kafka.quotas.'],
  ['prometheus.metrics.reporter.', 'Give spec.kafka.metricsConfig: the prop metrics.'],
];

/** Broker settings are those that the operator leaves to the team. */
export const brokerConfig = objectRule({
  id: 'broker-config',
  summary: 'Broker settings are those that the operator leaves to the team.',
  remedy: 'Leave it out: what brokers need of such settings follows from other fields of the resource.',
  effect: 'ignored',
  source:
    'The operator drops others, and says so in its log alone (Strimzi 0.18.0 to 1.2.0, KafkaClusterSpec.FORBIDDEN_PREFIXES); it refuses names of its own config providers (0.47.0 to 1.2.0, KafkaBrokerConfigurationBuilder).',
  catalog: ['K-015', 'K-016', 'K-017', 'K-018', 'K-019', 'G-018'],
  nouns: ['kafkaCluster'],
  check({ record: { config = {}, listeners }, site: { release } }, report) {
    const isTheOperators = operatorSets('kafka', release);
    for (const breach of takenProviders(config, release)) report(breach);
    const ofListeners = release.takes.listenerSettings ? listenerSettings(listeners) : [];
    for (const [key, given] of Object.entries(config)) {
      if (!isTheOperators(key) || ofListeners.includes(key)) continue;
      const remedy = INSTEAD.find(([beginning]) => key.toLowerCase().startsWith(beginning))?.[1];
      report({
        field: ['spec', 'kafka', 'config', key],
        given,
        ...(key.startsWith('listener.') && ofListeners.length > 0
          ? { allowed: ofListeners.join(', ') }
          : theTeamsOwn('kafka', release, key)),
        message: `The operator drops ${key}: it leaves no such setting to the team.`,
        ...(remedy !== undefined && { remedy }),
      });
    }
  },
});

function takenProviders({ 'config.providers': given = '' }: Config, { version }: Release): Breach[] {
  const taken = String(given)
    .split(',')
    .filter((name) => Object.hasOwn(PROVIDERS, name) && isWithin(version, PROVIDERS[name]));
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
