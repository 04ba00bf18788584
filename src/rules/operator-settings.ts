import type { Release } from '../model/release';
import { isWithin } from './rule';

/** A setting or the beginning of some, and the first and the last minor of Strimzi that it is of. */
type Entry = readonly [text: string, since?: string, until?: string];

/** The settings of a component that the operator does not take from the team. */
export interface OperatorSettings {
  /** Beginnings of settings that the operator sets itself. */
  readonly prefixes: readonly Entry[];
  /** Settings that it sets itself, and those that only begin so are the team's. */
  readonly exact?: readonly Entry[];
  /** Settings that begin so, and are the team's. */
  readonly exceptions?: readonly Entry[];
  /** Settings that it sets itself and, because of their capital letters, does not know again among those of the team. */
  readonly missed?: readonly string[];
}

/** A component whose settings the operator sorts out. */
export type Component =
  | 'kafka'
  | 'zooKeeper'
  | 'cruiseControl'
  | 'connect'
  | 'connector'
  | 'mirrorMakerConsumer'
  | 'mirrorMakerProducer'
  | 'bridge'
  | 'bridgeConsumer'
  | 'bridgeClient'
  | 'bridgeHttpTls';

const SECURITY: readonly Entry[] = [['bootstrap.servers'], ['sasl.'], ['security.'], ['ssl.']];
const CIPHERS: readonly Entry[] = [['ssl.cipher.suites'], ['ssl.enabled.protocols'], ['ssl.protocol']];
const OF_CLIENTS: readonly Entry[] = [...CIPHERS, ['ssl.endpoint.identification.algorithm']];

/**
 * What the operator sets itself, by component.
 * @see FORBIDDEN_PREFIXES and FORBIDDEN_PREFIX_EXCEPTIONS of the API classes of Strimzi 0.18.0 to 1.2.0
 */
export const OPERATOR_SETTINGS: Readonly<Record<Component, OperatorSettings>> = {
  kafka: {
    prefixes: [
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
    ],
    exceptions: [
      ...CIPHERS,
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
      ['ssl.secure.random.implementation', '0.33'],
      ['zookeeper.connection.timeout.ms'],
    ],
  },
  zooKeeper: {
    missed: [
      ...['authProvider', 'clientPort', 'dataDir', 'dataLogDir', 'reconfigEnabled', 'requireClientAuthScheme'],
      ...['secureClientPort', 'serverCnxnFactory', 'sslQuorum', 'standaloneEnabled'],
    ],
    prefixes: [['4lw.commands.whitelist'], ['quorum.auth'], ['server.'], ['snapshot.trust.empty'], ['ssl.']],
    exceptions: [
      ['ssl.ciphersuites'],
      ['ssl.enabledProtocols'],
      ['ssl.hostnameVerification', '0.19'],
      ['ssl.protocol'],
      ['ssl.quorum.ciphersuites'],
      ['ssl.quorum.enabledProtocols'],
      ['ssl.quorum.hostnameVerification', '0.19'],
      ['ssl.quorum.protocol'],
    ],
  },
  cruiseControl: {
    prefixes: [
      ['anomaly.detection.', undefined, '0.25'],
      ['bootstrap.servers'],
      ['broker.metric.sample.store.topic', undefined, '0.28'],
      ['capacity.config.file'],
      ['client.id'],
      ['failed.brokers.zk.path'],
      ['kafka.broker.failure.detection.enable', '0.29'],
      ['metric.reporter.sampler.bootstrap.servers'],
      ['metric.reporter.topic', undefined, '0.28'],
      ['network.'],
      ['partition.metric.sample.store.topic', undefined, '0.28'],
      ['request.reason.required'],
      ['security.'],
      ['self.healing.'],
      ['ssl.'],
      ['topic.config.provider.class', '0.29'],
      ['two.step.'],
      ['webserver.accesslog.'],
      ['webserver.api.urlprefix'],
      ['webserver.http.'],
      ['webserver.session.path'],
      ['zookeeper.'],
    ],
    exceptions: [
      ...CIPHERS,
      ['webserver.http.cors.enabled', '0.21'],
      ['webserver.http.cors.exposeheaders', '0.21'],
      ['webserver.http.cors.origin', '0.21'],
      ['webserver.security.enable', '0.26'],
      ['webserver.ssl.enable', '0.26'],
    ],
  },
  connect: {
    prefixes: [
      ...SECURITY,
      ['config.storage.topic', '1.0'],
      ['consumer.interceptor.classes'],
      ['group.id', '1.0'],
      ['listeners'],
      ['offset.storage.topic', '1.0'],
      ['plugin.path'],
      ['producer.interceptor.classes'],
      ['prometheus.metrics.reporter.', '0.48'],
      ['rest.'],
      ['status.storage.topic', '1.0'],
    ],
    exceptions: OF_CLIENTS,
  },
  // Before 0.29 the settings were kept, and fields that say the same were put over them.
  connector: {
    prefixes: [
      ['connector.class', '0.29', '0.43'],
      ['name', '0.42', '0.43'],
      ['tasks.max', '0.29', '0.43'],
    ],
    exact: [
      ['connector.class', '0.44'],
      ['connector.plugin.version', '0.50'],
      ['name', '0.44'],
      ['tasks.max', '0.44'],
    ],
  },
  mirrorMakerConsumer: { prefixes: [...SECURITY, ['group.id'], ['interceptor.classes']], exceptions: OF_CLIENTS },
  mirrorMakerProducer: { prefixes: [...SECURITY, ['interceptor.classes']], exceptions: OF_CLIENTS },
  bridge: { prefixes: [['bridge.id'], ['bridge.metrics'], ['bridge.tracing'], ['http.'], ['kafka.']] },
  bridgeConsumer: { prefixes: [...SECURITY, ['group.id']], exceptions: OF_CLIENTS },
  bridgeClient: { prefixes: SECURITY, exceptions: OF_CLIENTS },
  bridgeHttpTls: { prefixes: [['ssl.']], exceptions: [['ssl.enabled.cipher.suites'], ['ssl.enabled.protocols']] },
};

/** Tells which settings the operator of a release sets itself: the beginning counts, in any case, and exceptions to the letter. */
export function operatorSets(component: Component, release: Release): (setting: string) => boolean {
  const { prefixes, exact = [], exceptions = [] } = OPERATOR_SETTINGS[component];
  const beginnings = current(prefixes, release);
  const [whole, theTeams] = [current(exact, release), current(exceptions, release)];
  return (setting) => {
    const lower = setting.toLowerCase();
    if (theTeams.includes(setting)) return false;
    return whole.includes(lower) || beginnings.some((beginning) => lower.startsWith(beginning));
  };
}

/** Whether the operator of every release sets a setting itself, and lets that of the team through beside it. */
export function operatorMisses(component: Component, setting: string): boolean {
  return OPERATOR_SETTINGS[component].missed?.some((beginning) => setting.startsWith(beginning)) ?? false;
}

/** What a finding says of settings that begin as one that is the operator's, and are the team's; nothing where there are none. */
export function theTeamsOwn(component: Component, release: Release, setting: string): { readonly allowed?: string } {
  const { prefixes, exceptions = [] } = OPERATOR_SETTINGS[component];
  const beginnings = current(prefixes, release).filter((beginning) => setting.toLowerCase().startsWith(beginning));
  const own = current(exceptions, release).filter((name) => beginnings.some((beginning) => name.startsWith(beginning)));
  return own.length === 0 ? {} : { allowed: own.sort().join(', ') };
}

function current(entries: readonly Entry[], { version }: Release): string[] {
  return entries.filter(([, since, until]) => isWithin(version, since, until)).map(([text]) => text);
}
