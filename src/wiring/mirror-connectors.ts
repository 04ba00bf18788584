import type { Config } from '../model/resource';
import type { MirrorEnd, MirrorPlan, MirrorSource, OffsetSyncsLocation } from './mirror';
import type { ReplicationPolicy } from './mirror-names';
import { storageReplicas } from './storage-replicas';

const IDENTITY_POLICY = 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy';
const OFFSET_SYNCS_LOCATION = 'offset-syncs.topic.location';
const SYNC_GROUP_OFFSETS = 'sync.group.offsets.enabled';

/** The settings of the Connect workers, who keep their state at the target. */
export function workerConfig({ target, exactlyOnce, workerConfig: own }: MirrorPlan): Config {
  const replicas = replicasAt(target);
  return {
    'config.storage.replication.factor': replicas,
    'offset.storage.replication.factor': replicas,
    'status.storage.replication.factor': replicas,
    ...(exactlyOnce && { 'exactly.once.source.support': 'enabled' }),
    ...own,
  };
}

/** The settings of the connector that copies records. */
export function sourceConfig(plan: MirrorPlan, source: MirrorSource): Config {
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
export function checkpointConfig(plan: MirrorPlan, source: MirrorSource): Config {
  return {
    'checkpoints.topic.replication.factor': replicasAt(plan.target),
    'refresh.groups.interval.seconds': plan.groupsInterval,
    ...(plan.release.mirrorMaker2.groupOffsets && { [SYNC_GROUP_OFFSETS]: 'true' }),
    ...sharedConfig(plan, source),
    ...source.checkpointConnectorConfig,
  };
}

/** The settings of the connector that writes heartbeats. */
export function heartbeatConfig({ target }: MirrorPlan): Config {
  return { 'heartbeats.topic.replication.factor': replicasAt(target) };
}

/** Whether offset syncs are kept at the target. */
export function keepsSyncsAtTarget(plan: MirrorPlan, source: MirrorSource): boolean {
  return sourceConfig(plan, source)[OFFSET_SYNCS_LOCATION] === 'target';
}

/** Whether groups' offsets are committed at the target. */
export function commitsOffsets(plan: MirrorPlan, source: MirrorSource): boolean {
  return String(checkpointConfig(plan, source)[SYNC_GROUP_OFFSETS]) === 'true';
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
