import { operatorMisses, operatorSets, theTeamsOwn, type Component } from './operator-settings';
import { fieldsAt, placesOf } from './places';
import { kindRule, type Breach, type JudgedKind } from './rule';

/** Where the settings of a component stand. */
type Settings = readonly [component: Component, path: string];

const CONNECT: readonly Settings[] = [['connect', 'spec.config']];
const OF_MIRRORS = ['source', 'checkpoint', 'heartbeat'].map((connector): Settings => [
  'connector',
  `spec.mirrors.*.${connector}Connector.config`,
]);

/** The components of each kind besides the brokers. Sources of a MirrorMaker 2 have no workers, and keep what they are given. */
const COMPONENTS: Readonly<Record<string, readonly Settings[]>> = {
  Kafka: [
    ['cruiseControl', 'spec.cruiseControl.config'],
    ['zooKeeper', 'spec.zookeeper.config'],
  ],
  KafkaConnect: CONNECT,
  KafkaConnectS2I: CONNECT,
  KafkaConnector: [['connector', 'spec.config']],
  KafkaMirrorMaker2: [['connect', 'spec.target.config'], ...OF_MIRRORS],
  KafkaMirrorMaker: [
    ['mirrorMakerConsumer', 'spec.consumer.config'],
    ['mirrorMakerProducer', 'spec.producer.config'],
  ],
  KafkaBridge: [
    ['bridge', 'spec.config'],
    ['bridgeConsumer', 'spec.consumer.config'],
    ['bridgeClient', 'spec.producer.config'],
    ['bridgeClient', 'spec.adminClient.config'],
    ['bridgeHttpTls', 'spec.http.tls.config'],
  ],
};

type Remedies = readonly (readonly [beginning: string, remedy: string])[];

const OF_CLIENTS: Remedies = [
  ['bootstrap.servers', 'Give bootstrapServers.'],
  ['sasl.', 'Give authentication.'],
  ['security.', 'Give tls and authentication.'],
  ['ssl.', 'Give tls and authentication.'],
];
const OF_MIRROR_MAKERS: Remedies = [
  ...OF_CLIENTS,
  ['group.id', 'Give groupId.'],
  ['interceptor.classes', 'Give tracing.'],
];

/** The fields to use instead, by the beginning of a setting. */
const INSTEAD: Readonly<Partial<Record<Component, Remedies>>> = {
  connect: [
    ...OF_CLIENTS,
    ['group.id', 'Give groupId.'],
    ['config.storage.topic', 'Give configStorageTopic.'],
    ['offset.storage.topic', 'Give offsetStorageTopic.'],
    ['status.storage.topic', 'Give statusStorageTopic.'],
    ['plugin.path', 'Give build, or an image that has the plugins.'],
    ['prometheus.metrics.reporter.', 'Give metricsConfig.'],
    ['consumer.interceptor.classes', 'Give tracing.'],
    ['producer.interceptor.classes', 'Give tracing.'],
  ],
  connector: [
    ['connector.class', 'Give class; a MirrorMaker 2 has its own.'],
    ['connector.plugin.version', 'Give version.'],
    ['name', 'Give metadata.name; a MirrorMaker 2 names its connectors by the aliases of its clusters.'],
    ['tasks.max', 'Give tasksMax.'],
  ],
  mirrorMakerConsumer: OF_MIRROR_MAKERS,
  mirrorMakerProducer: OF_MIRROR_MAKERS,
  bridge: [
    ['http.', 'Give http.'],
    ['kafka.', 'Give it in the config of producer, consumer or adminClient.'],
    ['bridge.metrics', 'Give metricsConfig.'],
    ['bridge.tracing', 'Give tracing.'],
  ],
  bridgeConsumer: [...OF_CLIENTS, ['group.id', 'Leave it out: each consumer names its group when it is made.']],
  bridgeClient: OF_CLIENTS,
  bridgeHttpTls: [['ssl.', 'Give certificateAndKey.']],
};

/** Settings are those that the operator leaves to the team. */
export const componentConfig = kindRule({
  id: 'component-config',
  summary:
    'Settings of Connect, connectors, MirrorMaker, the Bridge, ZooKeeper and Cruise Control are those that the operator leaves to the team.',
  remedy: 'Leave it out: what is needed of such settings follows from other fields of the resource.',
  effect: 'ignored',
  source:
    'The operator drops others, and says so in its log alone (Strimzi 0.18.0 to 1.2.0, FORBIDDEN_PREFIXES of the API classes).',
  catalog: [
    ...[
      'Z-010',
      'CC-007',
      'CC-008',
      'CC-009',
      'M1-012',
      'M1-013',
      'C-007',
      'C-008',
      'G-019',
      'G-020',
      'M2-074',
      'Z-011',
    ],
    ...['M2-028', 'M2-029', 'M2-030', 'M2-034', 'M2-035'],
  ],
  kinds: Object.keys(COMPONENTS).map((kind) => `kafka.strimzi.io/${kind}`),
  check({ manifest, site }, report) {
    for (const [component, path] of settingsOf(manifest)) {
      const isTheOperators = operatorSets(component, site.release);
      for (const place of fieldsAt(manifest, path)) {
        const { name, value } = place;
        if (operatorMisses(component, name)) report({ field: place.field, given: value, ...missedBreach(name) });
        if (!isTheOperators(name)) continue;
        const remedy = INSTEAD[component]?.find(([beginning]) => name.toLowerCase().startsWith(beginning))?.[1];
        report({
          field: place.field,
          given: value,
          ...theTeamsOwn(component, site.release, name),
          message: `The operator drops ${name}: it leaves no such setting to the team.`,
          ...(remedy !== undefined && { remedy }),
        });
      }
    }
  },
});

function missedBreach(name: string): Breach {
  const message = `The operator sets ${name} itself, and lets this through: the program has it twice.`;
  return { effect: 'unlooked', message };
}

/** Where the settings of an object stand. Before v1, the workers of a MirrorMaker 2 are told of in a list of clusters, under the alias that they connect to. */
export function settingsOf({ kind, spec }: JudgedKind['manifest']): readonly Settings[] {
  const settings = COMPONENTS[kind] ?? [];
  const [workers] = placesOf(spec, 'connectCluster');
  if (kind !== 'KafkaMirrorMaker2' || !workers) return settings;
  const place = placesOf(spec, 'clusters.*.alias').find(({ value }) => value === workers.value);
  return place ? [...settings, ['connect', `spec.clusters.${String(place.field[1])}.config`]] : settings;
}
