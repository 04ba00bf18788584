import type { IntentGrant } from '../model/grant';
import type { MirrorConnector } from '../model/mirror-maker-2';
import type { NameOrPrefix } from '../model/permissions';
import { connectRights, type ConnectWorkers } from './connect-rights';
import { flowRights, type FlowRights } from './flow-rights';
import { remoteName, type ReplicationPolicy } from './mirror-names';

/** A mirror that somebody else runs, as far as its users' rights depend on it. */
export type ForeignMirror = ForeignMirrorMaker | ForeignMirrorMaker2;

/** A MirrorMaker 1 that somebody else runs. */
export interface ForeignMirrorMaker {
  readonly engine: 'mirrorMaker';
  /** Topics that it copies. */
  readonly topics: readonly NameOrPrefix[];
  /** Consumer group that it reads as. */
  readonly consumerGroup: string;
}

/** A MirrorMaker 2 that somebody else runs. Its settings are those that its connectors have, by Kafka's own defaults. */
export interface ForeignMirrorMaker2 {
  readonly engine: 'mirrorMaker2';
  /** Topics that it copies. */
  readonly topics: readonly NameOrPrefix[];
  /** What it calls the source. */
  readonly sourceAlias: string;
  /** What it calls the target. */
  readonly targetAlias: string;
  /** The Connect workers that it runs on. Their storage is at the target. */
  readonly workers: ConnectWorkers;
  /**
   * Consumer groups whose offsets it translates.
   * @default - none: it has no checkpoint connector
   */
  readonly groups?: readonly NameOrPrefix[];
  /**
   * Whether it sets the offsets of these groups at the target (`sync.group.offsets.enabled`).
   * @default false
   */
  readonly syncGroupOffsets?: boolean;
  /**
   * What becomes of the topics' names at the target.
   * @default default
   */
  readonly replicationPolicy?: ReplicationPolicy;
  /**
   * Where it keeps offset syncs (`offset-syncs.topic.location`).
   * @default source
   */
  readonly offsetSyncs?: 'source' | 'target';
  /**
   * Whether it follows the configuration of topics (`sync.topic.configs.enabled`).
   * @default true
   */
  readonly syncTopicConfigs?: boolean;
  /**
   * Whether it copies ACLs of topics (`sync.topic.acls.enabled`): it may then give anybody any right at the target, and the
   * user operator takes away what it gave.
   * @default false; Kafka's own is true
   */
  readonly syncTopicAcls?: boolean;
  /**
   * Whether it writes heartbeats.
   * @default false
   */
  readonly heartbeats?: boolean;
  /**
   * Kafka version of the workers, `MAJOR.MINOR.PATCH`.
   * @default - that of the cluster
   */
  readonly version?: string;
}

/** What a mirror that somebody else runs takes at its two ends. */
export function foreignMirrorRights(mirror: ForeignMirror, clusterVersion: string): FlowRights {
  return mirror.engine === 'mirrorMaker' ? rightsOfFirst(mirror) : rightsOfSecond(mirror, clusterVersion);
}

function rightsOfFirst({ topics, consumerGroup: group }: ForeignMirrorMaker): FlowRights {
  return {
    source: topics.map((topic): IntentGrant => ({ intent: 'mirrorMakerSource', topic, group })),
    target: topics.map((topic): IntentGrant => ({ intent: 'mirrorMakerTarget', topic })),
  };
}

function rightsOfSecond(mirror: ForeignMirrorMaker2, clusterVersion: string): FlowRights {
  const { topics, groups, sourceAlias, targetAlias, workers, version: kafka = clusterVersion, heartbeats } = mirror;
  const { replicationPolicy = 'default', syncTopicConfigs = true, syncTopicAcls = false } = mirror;
  const { offsetSyncs = 'source', syncGroupOffsets = false } = mirror;
  const shared = { 'offset-syncs.topic.location': offsetSyncs };
  const sourceConnector: MirrorConnector = {
    config: { ...shared, 'sync.topic.configs.enabled': syncTopicConfigs, 'sync.topic.acls.enabled': syncTopicAcls },
  };
  const flow = {
    source: { alias: sourceAlias, bootstrapServers: '' },
    sourceConnector,
    ...(groups && { checkpointConnector: { config: { ...shared, 'sync.group.offsets.enabled': syncGroupOffsets } } }),
    ...(heartbeats && { heartbeatConnector: {} }),
  };
  const target = {
    alias: targetAlias,
    bootstrapServers: '',
    groupId: workers.groupId,
    ...(workers.exactlyOnce && { config: { 'exactly.once.source.support': 'enabled' } }),
  };
  const remoteTopics = topics.map((topic) => remote(topic, sourceAlias, replicationPolicy));
  const rights = flowRights(flow, { topics, remoteTopics, groups: groups ?? [] }, { target, kafka });
  return { source: rights.source, target: [...connectRights(workers), ...rights.target] };
}

function remote(topic: NameOrPrefix, alias: string, policy: ReplicationPolicy): NameOrPrefix {
  return typeof topic === 'string'
    ? remoteName(topic, alias, policy)
    : { prefix: remoteName(topic.prefix, alias, policy) };
}
