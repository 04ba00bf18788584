import type { ListenerRecord } from '../model/listener';
import type { Release } from '../model/release';
import { isWithin, objectRule } from './rule';

/** A setting or the beginning of some, and the first and the last minor of Strimzi that it is of. */
type Entry = readonly [text: string, since?: string, until?: string];

/** The beginnings of settings that the operator sets itself. */
const ITS_OWN: readonly Entry[] = [
  ['advertised.'],
  ['authorizer.'],
  ['broker.'],
  ['client.quota.callback.static.excluded.principal.name.list', '0.42'],
  ['client.quota.callback.static.fetch', '0.42'],
  ['client.quota.callback.static.kafka.admin.', '0.42'],
  ['client.quota.callback.static.produce', '0.42'],
  ['client.quota.callback.static.storage.per.volume.limit.min.available.', '0.42'],
  ['controller.', '0.29'],
  ['cordoned.log.dirs', '1.2'],
  ['cruise.control.metrics.reporter.bootstrap.servers'],
  ['cruise.control.metrics.topic'],
  ['host.name'],
  ['inter.broker.listener.name'],
  ['listener.'],
  ['listeners'],
  ['log.dir'],
  ['metadata.log.dir', '0.37'],
  ['node.id', '0.29'],
  ['password.'],
  ['port'],
  ['principal.builder.class', undefined, '0.27'],
  ['process.roles', '0.29'],
  ['prometheus.metrics.reporter.', '0.47'],
  ['sasl.'],
  ['security.'],
  ['ssl.'],
  ['super.user'],
  ['zookeeper.connect'],
  ['zookeeper.metadata.migration.enable', '0.40'],
  ['zookeeper.set.acl'],
  ['zookeeper.ssl', '0.20'],
];

/** Settings that begin so, and are the team's. */
const EXCEPTIONS: readonly Entry[] = [
  ['broker.heartbeat.interval.ms', '0.48'],
  ['broker.session.timeout.ms', '0.48'],
  ['controller.quorum.election.backoff.max.ms', '0.29'],
  ['controller.quorum.election.timeout.ms', '0.29'],
  ['controller.quorum.fetch.timeout.ms', '0.29'],
  ['controller.socket.timeout.ms', '0.48'],
  ['cruise.control.metrics.topic.auto.create.retries', '0.19'],
  ['cruise.control.metrics.topic.auto.create.timeout.ms', '0.19'],
  ['cruise.control.metrics.topic.min.insync.replicas', '0.21'],
  ['cruise.control.metrics.topic.num.partitions'],
  ['cruise.control.metrics.topic.replication.factor'],
  ['cruise.control.metrics.topic.retention.ms'],
  ['sasl.server.max.receive.size', '0.31'],
  ['ssl.cipher.suites'],
  ['ssl.enabled.protocols'],
  ['ssl.protocol'],
  ['ssl.secure.random.implementation', '0.33'],
  ['zookeeper.connection.timeout.ms'],
];

/** Settings of single listeners that are the team's. */
const OF_LISTENERS: readonly Entry[] = [
  ['connections.max.reauth.ms', '0.51'],
  ['max.connection.creation.rate', '0.51'],
  ['max.connections', '0.51'],
];

/** Broker settings are those that the operator leaves to the team. */
export const brokerConfig = objectRule({
  id: 'broker-config',
  summary: 'Broker settings are those that the operator leaves to the team.',
  remedy: 'Leave it out: the operator sets it, from other fields of the resource.',
  effect: 'ignored',
  source:
    'The operator drops others, and says so in its log alone (Strimzi 0.18.0 to 1.2.0, KafkaClusterSpec.FORBIDDEN_PREFIXES).',
  catalog: ['K-015', 'K-016', 'K-017', 'K-018'],
  nouns: ['kafkaCluster'],
  check({ record: { config = {}, listeners }, site: { release } }, report) {
    const current = (entries: readonly Entry[]): string[] => entries.filter(isOf(release)).map(([text]) => text);
    const prefixes = current(ITS_OWN);
    const exceptions = new Set([...current(EXCEPTIONS), ...listenerSettings(listeners, current(OF_LISTENERS))]);
    for (const [key, given] of Object.entries(config)) {
      if (exceptions.has(key) || !prefixes.some((prefix) => key.toLowerCase().startsWith(prefix))) continue;
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

function isOf({ version }: Release): (entry: Entry) => boolean {
  return ([, since, until]) => isWithin(version, since, until);
}

function listenerSettings(listeners: readonly ListenerRecord[], settings: readonly string[]): string[] {
  return listeners.flatMap(({ name, port }) => settings.map((setting) => `listener.name.${name}-${port}.${setting}`));
}
