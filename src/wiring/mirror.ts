import type { ConnectorOptions, OffsetsAction } from '../model/connector';
import type { Endpoint } from '../model/endpoint';
import type { GrantRecord } from '../model/grant';
import type { MirrorMakerRecord } from '../model/mirror-maker';
import type { MirrorMaker2Record, MirrorTarget } from '../model/mirror-maker-2';
import type { Release } from '../model/release';
import type { OwnConfig } from '../model/resource';
import type { ConsumerGroups } from './consumer-groups';
import type { ClusterIdentity, SiteIdentity } from './identity';
import type { ReplicationPolicy } from './mirror-names';
import type { NameMatch } from './name-matches';

/** One end of a mirror. */
export interface MirrorEnd {
  readonly cluster: ClusterIdentity & {
    /** How many brokers there are, where that is known. */
    readonly brokers: number | undefined;
  };
  /** What the mirror calls the cluster. */
  readonly alias: string;
  readonly endpoint: Endpoint;
}

/** A source, and what is asked of the mirror about it. */
export interface MirrorSource extends MirrorEnd {
  /** The topics at the source. */
  readonly topics: readonly NameMatch[];
  /** The topics that the mirror looks for; absent: those. */
  readonly topicsPattern?: string | undefined;
  readonly excludedTopics?: readonly NameMatch[] | undefined;
  /** Consumer groups whose offsets are copied; absent: those that read the topics, at either end. */
  readonly groups?: readonly NameMatch[] | undefined;
  readonly excludedGroups?: readonly NameMatch[] | undefined;
  readonly replicationPolicy: ReplicationPolicy;
  /** What is asked of all connectors of the source; those that have words of their own go by these. */
  readonly tasksMax?: number | undefined;
  readonly state?: ConnectorOptions['state'] | undefined;
  readonly autoRestart?: ConnectorOptions['autoRestart'] | undefined;
  readonly sourceConnector?: AskedConnector | undefined;
  readonly checkpointConnector?: AskedConnector | undefined;
  readonly sourceConnectorConfig?: OwnConfig | undefined;
  readonly checkpointConnectorConfig?: OwnConfig | undefined;
}

/** What is asked of one connector of a mirror, besides its settings. */
export interface AskedConnector extends Omit<ConnectorOptions, 'config'> {
  /** What is to be done with its offsets, once. */
  readonly offsets?: OffsetsAction;
}

/** Where a mirror keeps which offset of a source is which at the target. */
export type OffsetSyncsLocation = 'source' | 'target';

/** The names that the Connect workers of a mirror keep to themselves at the target. */
export type WorkerNames = Pick<
  MirrorTarget,
  'groupId' | 'configStorageTopic' | 'offsetStorageTopic' | 'statusStorageTopic'
>;

/** What is asked of a mirror, whatever its engine. */
export interface MirrorPlan {
  readonly sources: readonly MirrorSource[];
  readonly target: MirrorEnd;
  /** Where the mirror runs. */
  readonly site: SiteIdentity;
  /** Seconds between two looks for new consumer groups. */
  readonly groupsInterval: number;
  readonly consumerGroup?: string | undefined;
  readonly offsetSyncs?: OffsetSyncsLocation | undefined;
  readonly heartbeats?: boolean | undefined;
  readonly exactlyOnce?: boolean | undefined;
  readonly workerNames?: WorkerNames | undefined;
  readonly workerConfig?: OwnConfig | undefined;
  readonly release: Pick<Release, 'name' | 'kafka' | 'mirrorMaker2'>;
  /** Rack awareness of the workers of a MirrorMaker 2. */
  readonly rack?: MirrorMaker2Record['rack'];
  /** JMX of the workers of a MirrorMaker 2. */
  readonly jmx?: MirrorMaker2Record['jmx'];
  /** The object's name, and what is said of its pods. */
  readonly workers: Omit<MirrorMakerRecord, 'source' | 'target' | 'include'> &
    Omit<MirrorMaker2Record, 'target' | 'mirrors' | 'rack' | 'jmx'>;
}

/** What of a plan an engine cannot do. */
export interface MirrorLimit {
  /** The prop. */
  readonly field: keyof MirrorPlan | keyof MirrorSource;
  readonly given: string;
  readonly allowed: string;
  readonly message: string;
  readonly remedy: string;
}

/** What a mirror's users need at its ends. */
export interface MirrorRights {
  /** In the order of the sources. */
  readonly sources: readonly (readonly GrantRecord[])[];
  readonly target: readonly GrantRecord[];
}

/** How an engine mirrors: all that differs between MirrorMaker 1 and 2. */
export interface MirrorStrategy {
  /** Whether the brokers of the target make the topics that it writes to; otherwise the engine does. */
  readonly needsTopicCreation: boolean;
  /** Whether one of them can copy from several clusters. */
  readonly hasSeveralSources: boolean;
  readonly record: (plan: MirrorPlan, groups: ConsumerGroups) => MirrorMakerRecord | MirrorMaker2Record;
  readonly rights: (plan: MirrorPlan, groups: ConsumerGroups) => MirrorRights;
  /** What becomes of a source's topics' names. */
  readonly policyOf: (plan: Pick<MirrorPlan, 'release'>, source: MirrorSource) => ReplicationPolicy;
  readonly limits: (plan: MirrorPlan) => readonly MirrorLimit[];
}
