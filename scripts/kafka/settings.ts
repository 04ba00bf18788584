import type { Endpoint } from '../../src/model/endpoint';
import type { MirrorCluster, MirrorConnector, MirrorMaker2Record } from '../../src/model/mirror-maker-2';
import type { Config } from '../../src/model/resource';

/** Settings in the form that Kafka reads: texts. */
export type Settings = Readonly<Record<string, string>>;

/** The settings with which a Kafka client reaches an endpoint: where its address leads and where its Secrets are. */
export type Reach = (endpoint: Endpoint) => Settings;

const CONVERTER = 'org.apache.kafka.connect.converters.ByteArrayConverter';

/**
 * The settings of the Connect workers that the operator makes of a MirrorMaker 2.
 * @see KafkaConnectConfigurationBuilder, KafkaMirrorMaker2Configuration of Strimzi 1.0
 */
export function workerSettings({ target }: MirrorMaker2Record, reach: Reach): Settings {
  const { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic, config = {} } = target;
  const client = reach(target);
  return {
    ...client,
    ...withPrefix('producer.', client),
    ...withPrefix('consumer.', client),
    ...withPrefix('admin.', client),
    'group.id': given(groupId),
    'config.storage.topic': given(configStorageTopic),
    'offset.storage.topic': given(offsetStorageTopic),
    'status.storage.topic': given(statusStorageTopic),
    'key.converter': CONVERTER,
    'value.converter': CONVERTER,
    'header.converter': CONVERTER,
    ...texts(config),
  };
}

/**
 * The connectors that the operator makes of a MirrorMaker 2, by name.
 * @see KafkaMirrorMaker2Connectors of Strimzi 1.0
 */
export function connectorSettings(mirror: MirrorMaker2Record, reach: Reach): ReadonlyMap<string, Settings> {
  const connectors = new Map<string, Settings>();
  for (const flow of mirror.mirrors) {
    const { source, topicsPattern, topicsExcludePattern, groupsPattern, groupsExcludePattern } = flow;
    for (const [type, connector] of [
      ['MirrorSourceConnector', flow.sourceConnector],
      ['MirrorCheckpointConnector', flow.checkpointConnector],
      ['MirrorHeartbeatConnector', flow.heartbeatConnector],
    ] as const) {
      if (!connector) continue;
      connectors.set(`${source.alias}->${mirror.target.alias}.${type}`, {
        ...clusterSettings('target.cluster.', mirror.target, reach),
        ...clusterSettings('source.cluster.', source, reach),
        ...connectorOf(type, connector),
        ...texts({
          topics: topicsPattern,
          'topics.exclude': topicsExcludePattern,
          groups: groupsPattern,
          'groups.exclude': groupsExcludePattern,
        }),
      });
    }
  }
  return connectors;
}

function connectorOf(type: string, { tasksMax = 1, config = {} }: MirrorConnector): Settings {
  return {
    ...texts(config),
    'connector.class': `org.apache.kafka.connect.mirror.${type}`,
    'tasks.max': String(tasksMax),
  };
}

/** The settings of a target are the workers' in the newer API; in the older ones too they reach the connectors. */
function clusterSettings(prefix: string, cluster: MirrorCluster, reach: Reach): Settings {
  return withPrefix(prefix, { alias: cluster.alias, ...reach(cluster), ...texts(cluster.config ?? {}) });
}

function withPrefix(prefix: string, settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${prefix}${name}`, value]));
}

/** Settings as texts; those that are not given are left out. */
function texts(config: Config | Readonly<Record<string, string | undefined>>): Settings {
  return Object.fromEntries(
    Object.entries(config).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

function given(name: string | undefined): string {
  if (name === undefined) throw new Error('the mirror leaves names of its workers to the operator');
  return name;
}
