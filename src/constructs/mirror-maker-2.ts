import type { MirrorConnector, MirrorMaker2Record, MirrorTarget } from '../model/mirror-maker-2';
import type { Release } from '../model/release';
import type { Config } from '../model/resource';
import type { IKafkaCluster } from './kafka-cluster';
import type { MirrorEnd, MirrorProps } from './mirror';
import { mirroredGroups, patternOf, topicsPatternOf } from './mirror-topics';

const IDENTITY_POLICY = 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy';
const WANTED_REPLICAS = 3;
/** Kafka's word for the brokers' own default. */
const BROKER_DEFAULT = -1;

/**
 * The names that the Connect workers of a mirror keep to themselves. Topics begin with two underscores, so that no
 * mirror copies them.
 */
export function workerNames(name: string): { readonly groupId: string; readonly storagePrefix: string } {
  return { groupId: name, storagePrefix: `__${name}-` };
}

/** The topics that the connectors keep at the target. */
export function internalTopics(sourceAlias: string): readonly string[] {
  return [`mm2-offset-syncs.${sourceAlias}.internal`, `${sourceAlias}.checkpoints.internal`];
}

/** The record of a MirrorMaker 2. */
export function mirrorMaker2Record(
  common: Omit<MirrorMaker2Record, 'target' | 'mirrors'>,
  ends: { readonly source: MirrorEnd; readonly target: MirrorEnd },
  props: MirrorProps,
  release: Pick<Release, 'mirrorMaker2'>,
): MirrorMaker2Record {
  const { source, target } = ends;
  const groups = mirroredGroups(props);
  return {
    ...common,
    target: targetOf(common.name, target),
    mirrors: [
      {
        source: { alias: source.cluster.clusterName, ...source.endpoint },
        topicsPattern: topicsPatternOf(props),
        ...(groups.length > 0 && { groupsPattern: patternOf(groups) }),
        sourceConnector: connector(props.tasksMax, {
          ...sourceConfig(target.cluster, props, release),
          ...props.sourceConnectorConfig,
        }),
        ...(groups.length > 0 && {
          checkpointConnector: connector(props.tasksMax, {
            ...checkpointConfig(target.cluster, props, release),
            ...props.checkpointConnectorConfig,
          }),
        }),
      },
    ],
  };
}

function targetOf(name: string, { cluster, endpoint }: MirrorEnd): MirrorTarget {
  const { groupId, storagePrefix } = workerNames(name);
  const replicas = replicasAt(cluster);
  return {
    alias: cluster.clusterName,
    ...endpoint,
    groupId,
    configStorageTopic: `${storagePrefix}configs`,
    offsetStorageTopic: `${storagePrefix}offsets`,
    statusStorageTopic: `${storagePrefix}status`,
    config: {
      'config.storage.replication.factor': replicas,
      'offset.storage.replication.factor': replicas,
      'status.storage.replication.factor': replicas,
    },
  };
}

function connector(tasksMax: number | undefined, config: Config): MirrorConnector {
  return { ...(tasksMax !== undefined && { tasksMax }), config };
}

function sourceConfig(target: IKafkaCluster, props: MirrorProps, release: Pick<Release, 'mirrorMaker2'>): Config {
  const replicas = replicasAt(target);
  return {
    'replication.factor': replicas,
    'offset-syncs.topic.replication.factor': replicas,
    'sync.topic.acls.enabled': 'false',
    ...shared(props, release),
  };
}

function checkpointConfig(target: IKafkaCluster, props: MirrorProps, release: Pick<Release, 'mirrorMaker2'>): Config {
  return {
    'checkpoints.topic.replication.factor': replicasAt(target),
    ...(release.mirrorMaker2.groupOffsets && { 'sync.group.offsets.enabled': 'true' }),
    ...shared(props, release),
  };
}

/** What both connectors must agree on. */
function shared({ replicationPolicy }: MirrorProps, { mirrorMaker2 }: Pick<Release, 'mirrorMaker2'>): Config {
  if (!mirrorMaker2.identityPolicy) return {};
  return {
    'offset-syncs.topic.location': 'target',
    ...(replicationPolicy !== 'default' && { 'replication.policy.class': IDENTITY_POLICY }),
  };
}

function replicasAt({ brokers }: IKafkaCluster): number {
  return brokers === undefined ? BROKER_DEFAULT : Math.max(1, Math.min(WANTED_REPLICAS, brokers));
}
