import { compareMinors } from '../model/minors';
import type { MirrorConnector } from '../model/mirror-maker-2';
import type { NameOrPrefix } from '../model/permissions';
import { connectRights, type ConnectWorkers } from './connect-rights';
import { flowRights, mirrorMakerRights, type FlowNames, type FlowRights } from './flow-rights';
import { remoteNames, separatorOf, type ReplicationPolicy } from './mirror-names';

/** A mirror that somebody else runs, as far as its users' rights depend on it. */
export type ForeignMirror = ForeignMirrorMaker | ForeignMirrorMaker2;

/** A MirrorMaker 1 that somebody else runs: all of it is known at once. */
export interface ForeignMirrorMaker {
  readonly engine: 'mirrorMaker';
  /** Topics that it copies. */
  readonly topics: readonly NameOrPrefix[];
  /** Consumer group that it reads as. */
  readonly consumerGroup: string;
}

/**
 * A MirrorMaker 2 that somebody else runs: all of it is known at once. Its settings are those that its connectors have, by
 * Kafka's own defaults.
 */
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

/** The version of Kafka from which on the separator of a policy is in the names of internal topics too. */
const SEPARATES_INTERNAL = '3.1';

/** What a mirror that somebody else runs takes at its two ends. */
export function foreignMirrorRights(mirror: ForeignMirror, clusterVersion: string): FlowRights {
  return mirror.engine === 'mirrorMaker'
    ? mirrorMakerRights(mirror.topics, mirror.consumerGroup)
    : rightsOfConnectors(mirror, clusterVersion);
}

function rightsOfConnectors(mirror: ForeignMirrorMaker2, clusterVersion: string): FlowRights {
  const { topics, groups, sourceAlias, targetAlias, workers, version: kafka = clusterVersion, heartbeats } = mirror;
  const { replicationPolicy = 'default', syncTopicConfigs = true, syncTopicAcls = false } = mirror;
  const { offsetSyncs = 'source', syncGroupOffsets = false } = mirror;
  const shared = { 'offset-syncs.topic.location': offsetSyncs };
  const sourceConnector: MirrorConnector = {
    config: {
      ...shared,
      'sync.topic.configs.enabled': syncTopicConfigs,
      'sync.topic.acls.enabled': syncTopicAcls,
      'replication.policy.separator': separatorOf(replicationPolicy),
    },
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
  const names: FlowNames = {
    topics,
    remoteTopics: topics.map((topic) => remoteNames(topic, sourceAlias, replicationPolicy)),
    groups: groups ?? [],
  };
  const internalSeparator = compareMinors(kafka, SEPARATES_INTERNAL) >= 0;
  const rights = flowRights(flow, names, { target, kafka, internalSeparator });
  return { source: rights.source, target: [...connectRights(workers), ...rights.target] };
}
