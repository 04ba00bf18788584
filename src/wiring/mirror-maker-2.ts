import type { MirrorConnector, MirrorFlow, MirrorMaker2Record, MirrorTarget } from '../model/mirror-maker-2';
import type { Config } from '../model/resource';
import type { ConsumerGroups } from './consumer-groups';
import type { MirrorEnd, MirrorLimit, MirrorPlan, MirrorStrategy, MirrorRights } from './mirror';
import { flowRights, workerRights } from './flow-rights';
import { patternOf, remoteName, workerNames } from './mirror-names';

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
const WANTED_REPLICAS = 3;
/** Kafka's word for the brokers' own default. */
const BROKER_DEFAULT = -1;

function record(plan: MirrorPlan, known: ConsumerGroups): MirrorMaker2Record {
  const groups = mirroredGroups(plan, known);
  return {
    ...plan.workers,
    target: targetOf(plan),
    mirrors: [
      {
        ...connectorsOf(plan, groups),
        topicsPattern: plan.topicsPattern ?? patternOf(plan.topics),
        ...(groups.length > 0 && { groupsPattern: patternOf(groups) }),
      },
    ],
  };
}

function connectorsOf(plan: MirrorPlan, groups: readonly string[]): MirrorFlow {
  const { source, tasksMax } = plan;
  return {
    source: { alias: source.alias, ...source.endpoint },
    sourceConnector: connector(tasksMax, sourceConfig(plan)),
    ...(groups.length > 0 && { checkpointConnector: connector(tasksMax, checkpointConfig(plan)) }),
  };
}

/** They follow from what the record says: a connector that it has not needs none. */
function rights(plan: MirrorPlan, known: ConsumerGroups): MirrorRights {
  const { topics, workers, release } = plan;
  const groups = mirroredGroups(plan, known);
  const names = { topics, remoteTopics: topics.map((topic) => remoteNameOf(topic, plan)), groups };
  const target = targetOf(plan);
  const kafka = workers.version ?? release.kafka.default;
  const flow = flowRights(connectorsOf(plan, groups), names, { target, kafka });
  return { source: flow.source, target: [...workerRights({ target }), ...flow.target] };
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
  const replicas = replicasAt(target);
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
  const replicas = replicasAt(plan.target);
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
    'checkpoints.topic.replication.factor': replicasAt(plan.target),
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

function replicasAt({ cluster: { brokers } }: MirrorEnd): number {
  return brokers === undefined ? BROKER_DEFAULT : Math.max(1, Math.min(WANTED_REPLICAS, brokers));
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
