import type { MirrorConnector, MirrorFlow, MirrorOffsets, MirrorTarget } from '../model/mirror-maker-2';
import { defined } from '../dialects/common/codec';
import type { Config, OwnConfig } from '../model/resource';
import { connectConfig } from './connect';
import type { AskedConnector, MirrorEnd, MirrorPlan, MirrorSource, OffsetSyncsLocation } from './mirror';
import { nameFrom, workerNames, type ReplicationPolicy } from './mirror-names';
import { storageReplicas } from './storage-replicas';

const IDENTITY_POLICY = 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy';
const OFFSET_SYNCS_LOCATION = 'offset-syncs.topic.location';
const SYNC_GROUP_OFFSETS = 'sync.group.offsets.enabled';

/** The cluster that a mirror writes to, with what its workers keep there under names of their own. */
export function targetOf(plan: MirrorPlan): MirrorTarget {
  const { target, workers, site } = plan;
  // Mirrors of one name at several sites have names of their own.
  const { groupId, storagePrefix } = workerNames(nameFrom(workers.name, site, target.cluster.site));
  return {
    alias: target.alias,
    ...target.endpoint,
    groupId,
    configStorageTopic: `${storagePrefix}configs`,
    offsetStorageTopic: `${storagePrefix}offsets`,
    statusStorageTopic: `${storagePrefix}status`,
    ...plan.workerNames,
    config: workerConfig(plan),
  };
}

/** A source, and the connectors that a mirror has for it. */
export function connectorsOf(plan: MirrorPlan, source: MirrorSource, hasGroups: boolean): MirrorFlow {
  const { tasksMax, state, autoRestart } = source;
  const all = defined({ state, autoRestart });
  const tasks = defined({ ...all, tasksMax });
  return {
    source: { alias: source.alias, ...source.endpoint },
    sourceConnector: connector({ ...tasks, ...source.sourceConnector }, sourceConfig(plan, source)),
    ...(hasGroups && {
      checkpointConnector: connector({ ...tasks, ...source.checkpointConnector }, checkpointConfig(plan, source)),
    }),
    ...(plan.heartbeats && { heartbeatConnector: connector(all, heartbeatConfig(plan)) }),
  };
}

function connector({ offsets: _, ...asked }: AskedConnector, config: OwnConfig): MirrorConnector {
  return { ...asked, config: defined(config) as Config };
}

/** What is to be done with offsets: those of one connector, as the mirror has one pair of annotations. */
export function offsetsOf({ sources, target }: MirrorPlan): MirrorOffsets | undefined {
  const asked = sources.flatMap(({ alias, sourceConnector, checkpointConnector }) =>
    [
      { type: 'MirrorSourceConnector', action: sourceConnector?.offsets },
      { type: 'MirrorCheckpointConnector', action: checkpointConnector?.offsets },
    ].flatMap(({ type, action }) => (action ? [{ connector: `${alias}->${target.alias}.${type}`, action }] : [])),
  );
  return asked[0];
}

/** The settings of the Connect workers, who keep their state at the target. */
function workerConfig({ target, exactlyOnce, workerConfig: own }: MirrorPlan): Config {
  return connectConfig(target.cluster.brokers, {
    ...(exactlyOnce && { 'exactly.once.source.support': 'enabled' }),
    ...own,
  });
}

/** The settings of the connector that copies records. */
function sourceConfig(plan: MirrorPlan, source: MirrorSource): OwnConfig {
  return {
    'replication.factor': replicasAt(plan.target),
    'offset-syncs.topic.replication.factor': replicasAt(asksSyncsAtTarget(plan) ? plan.target : source),
    // The user operator would take away what it adds.
    'sync.topic.acls.enabled': 'false',
    // The connector promises to write once what it reads as committed, and nothing else.
    ...(plan.exactlyOnce && { 'consumer.isolation.level': 'read_committed' }),
    ...sharedConfig(plan, source),
    ...source.sourceConnectorConfig,
  };
}

/** The settings of the connector that copies consumer groups' offsets. */
function checkpointConfig(plan: MirrorPlan, source: MirrorSource): OwnConfig {
  return {
    'checkpoints.topic.replication.factor': replicasAt(plan.target),
    'refresh.groups.interval.seconds': plan.groupsInterval,
    ...(plan.release.mirrorMaker2.groupOffsets && { [SYNC_GROUP_OFFSETS]: 'true' }),
    ...sharedConfig(plan, source),
    ...source.checkpointConnectorConfig,
  };
}

/** The settings of the connector that writes heartbeats. */
function heartbeatConfig({ target }: MirrorPlan): Config {
  return { 'heartbeats.topic.replication.factor': replicasAt(target) };
}

/** What the policy comes to: a program without the identity policy puts the alias before names in any case. */
export function policyOf({ release }: Pick<MirrorPlan, 'release'>, source: MirrorSource): ReplicationPolicy {
  const { replicationPolicy: policy } = source;
  return policy === 'identity' && !release.mirrorMaker2.identityPolicy ? 'default' : policy;
}

/** What the connectors of a source must agree on. */
function sharedConfig(plan: MirrorPlan, source: MirrorSource): Config {
  return {
    ...(plan.release.mirrorMaker2.offsetSyncsLocation && { [OFFSET_SYNCS_LOCATION]: offsetSyncsOf(plan) }),
    ...policyConfig(policyOf(plan, source)),
  };
}

function offsetSyncsOf({ offsetSyncs = 'target' }: MirrorPlan): OffsetSyncsLocation {
  return offsetSyncs;
}

function asksSyncsAtTarget(plan: MirrorPlan): boolean {
  return plan.release.mirrorMaker2.offsetSyncsLocation && offsetSyncsOf(plan) === 'target';
}

function policyConfig(policy: ReplicationPolicy): Config {
  if (policy === 'default') return {};
  if (policy === 'identity') return { 'replication.policy.class': IDENTITY_POLICY };
  return 'separator' in policy
    ? { 'replication.policy.separator': policy.separator }
    : { 'replication.policy.class': policy.className };
}

function replicasAt({ cluster: { brokers } }: MirrorEnd): number {
  return storageReplicas(brokers);
}
