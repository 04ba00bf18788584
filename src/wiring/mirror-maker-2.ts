import type { IntentGrant } from '../model/grant';
import type { MirrorConnector, MirrorMaker2Record, MirrorTarget } from '../model/mirror-maker-2';
import type { Config } from '../model/resource';
import type { ConsumerGroups } from './consumer-groups';
import type { MirrorLimit, MirrorPlan, MirrorStrategy, MirrorRights } from './mirror';
import { checkpointsTopic, offsetSyncsTopic, patternOf, remoteName, workerNames } from './mirror-names';
import { storageReplicas } from './storage-replicas';

/** MirrorMaker 2: connectors on a Connect cluster that writes to the target. It makes its topics itself. */
export const mirrorMaker2: MirrorStrategy = {
  needsTopicCreation: false,
  record,
  rights,
  remoteName: remoteNameOf,
  limits,
};

const IDENTITY_POLICY = 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy';
const OFFSET_SYNCS_LOCATION = 'offset-syncs.topic.location';
const SYNC_GROUP_OFFSETS = 'sync.group.offsets.enabled';

function record(plan: MirrorPlan, known: ConsumerGroups): MirrorMaker2Record {
  const { source, tasksMax } = plan;
  const groups = mirroredGroups(plan, known);
  return {
    ...plan.workers,
    target: targetOf(plan),
    mirrors: [
      {
        source: { alias: source.alias, ...source.endpoint },
        topicsPattern: plan.topicsPattern ?? patternOf(plan.topics),
        ...(groups.length > 0 && { groupsPattern: patternOf(groups) }),
        sourceConnector: connector(tasksMax, sourceConfig(plan)),
        ...(groups.length > 0 && { checkpointConnector: connector(tasksMax, checkpointConfig(plan)) }),
      },
    ],
  };
}

function rights(plan: MirrorPlan, known: ConsumerGroups): MirrorRights {
  const { source, target, topics, workers } = plan;
  const { groupId, storagePrefix } = workerNames(workers.name);
  const groups = mirroredGroups(plan, known);
  const syncsAtTarget = sourceConfig(plan)[OFFSET_SYNCS_LOCATION] === 'target';
  const checkpoints = groups.length > 0 ? [internalTopic(checkpointsTopic(source.alias))] : [];
  return {
    source: [
      ...topics.map((topic): IntentGrant => ({ intent: 'mirrorSourceTopic', topic })),
      ...groups.map((group): IntentGrant => ({ intent: 'mirrorSourceGroup', group })),
      ...(syncsAtTarget ? [] : [internalTopic(offsetSyncsTopic(target.alias))]),
    ],
    target: [
      { intent: 'connectGroup', group: groupId },
      { intent: 'connectStorage', topic: { prefix: storagePrefix } },
      ...(syncsAtTarget ? [internalTopic(offsetSyncsTopic(source.alias))] : []),
      ...checkpoints,
      ...topics.map((topic): IntentGrant => ({ intent: 'mirrorTargetTopic', topic: remoteNameOf(topic, plan) })),
      ...offsetRights(plan, groups),
    ],
  };
}

/** What committing the offsets of consumer groups at the target takes. */
function offsetRights(plan: MirrorPlan, groups: readonly string[]): IntentGrant[] {
  if (groups.length === 0 || checkpointConfig(plan)[SYNC_GROUP_OFFSETS] !== 'true') return [];
  return [
    ...plan.topics.map((topic): IntentGrant => ({ intent: 'mirrorTargetOffsets', topic: remoteNameOf(topic, plan) })),
    ...groups.map((group): IntentGrant => ({ intent: 'mirrorTargetGroup', group })),
  ];
}

function internalTopic(topic: string): IntentGrant {
  return { intent: 'mirrorInternalTopic', topic };
}

/** Consumer groups whose offsets are copied, in no order. At the target they read topics under their names there. */
function mirroredGroups(plan: MirrorPlan, known: ConsumerGroups): readonly string[] {
  const { groups, topics, source, target } = plan;
  const found = new Set(groups);
  if (groups === undefined) {
    for (const topic of topics) {
      for (const group of known.of(source.cluster, topic)) found.add(group);
      for (const group of known.of(target.cluster, remoteNameOf(topic, plan))) found.add(group);
    }
  }
  return [...found];
}

/** A topic as it is called at the target. A program without the identity policy puts the alias before it in any case. */
function remoteNameOf(topic: string, plan: Pick<MirrorPlan, 'source' | 'replicationPolicy' | 'release'>): string {
  const keepsNames = plan.release.mirrorMaker2.identityPolicy;
  return remoteName(topic, plan.source.alias, keepsNames ? plan.replicationPolicy : 'default');
}

function targetOf({ target, workers }: MirrorPlan): MirrorTarget {
  const { groupId, storagePrefix } = workerNames(workers.name);
  const replicas = storageReplicas(target.cluster.brokers);
  return {
    alias: target.alias,
    ...target.endpoint,
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

function sourceConfig(plan: MirrorPlan): Config {
  const replicas = storageReplicas(plan.target.cluster.brokers);
  return {
    'replication.factor': replicas,
    'offset-syncs.topic.replication.factor': replicas,
    'sync.topic.acls.enabled': 'false',
    ...sharedConfig(plan),
    ...plan.sourceConnectorConfig,
  };
}

function checkpointConfig(plan: MirrorPlan): Config {
  return {
    'checkpoints.topic.replication.factor': storageReplicas(plan.target.cluster.brokers),
    'refresh.groups.interval.seconds': plan.groupsInterval,
    ...(plan.release.mirrorMaker2.groupOffsets && { [SYNC_GROUP_OFFSETS]: 'true' }),
    ...sharedConfig(plan),
    ...plan.checkpointConnectorConfig,
  };
}

/** What both connectors must agree on. */
function sharedConfig({ replicationPolicy, release }: MirrorPlan): Config {
  if (!release.mirrorMaker2.identityPolicy) return {};
  return {
    [OFFSET_SYNCS_LOCATION]: 'target',
    ...(replicationPolicy === 'identity' && { 'replication.policy.class': IDENTITY_POLICY }),
  };
}

function limits({ consumerGroup, replicationPolicy, release }: MirrorPlan): MirrorLimit[] {
  const found: MirrorLimit[] = [];
  if (consumerGroup !== undefined) {
    found.push({
      field: 'consumerGroup',
      given: consumerGroup,
      allowed: 'no consumerGroup',
      message: 'MirrorMaker 2 reads without a consumer group.',
      remedy: 'Leave it out, or choose the engine mirrorMaker on a release that has it.',
    });
  }
  if (replicationPolicy === 'identity' && !release.mirrorMaker2.identityPolicy) {
    found.push({
      field: 'replicationPolicy',
      given: replicationPolicy,
      allowed: 'default',
      message: `MirrorMaker 2 of ${release.name} puts the source's alias before the names of topics.`,
      remedy: "Take replicationPolicy 'default' and mirror.remoteTopic(topic), or the engine mirrorMaker.",
    });
  }
  return found;
}
