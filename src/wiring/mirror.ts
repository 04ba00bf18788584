import type { Endpoint } from '../model/endpoint';
import type { GrantRecord } from '../model/grant';
import type { MirrorMakerRecord } from '../model/mirror-maker';
import type { MirrorMaker2Record } from '../model/mirror-maker-2';
import type { Release } from '../model/release';
import type { Config } from '../model/resource';
import type { ConsumerGroups } from './consumer-groups';
import type { ClusterIdentity } from './identity';
import type { ReplicationPolicy } from './mirror-names';

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

/** What is asked of a mirror, whatever its engine. */
export interface MirrorPlan {
  readonly source: MirrorEnd;
  readonly target: MirrorEnd;
  /** Names of the topics at the source. */
  readonly topics: readonly string[];
  /** The topics that the mirror looks for; absent: the names. */
  readonly topicsPattern?: string | undefined;
  /** Consumer groups whose offsets are copied; absent: those that read the topics, at either end. */
  readonly groups?: readonly string[] | undefined;
  /** Seconds between two looks for new consumer groups. */
  readonly groupsInterval: number;
  readonly consumerGroup?: string | undefined;
  readonly replicationPolicy: ReplicationPolicy;
  readonly tasksMax?: number | undefined;
  readonly sourceConnectorConfig?: Config | undefined;
  readonly checkpointConnectorConfig?: Config | undefined;
  readonly release: Pick<Release, 'name' | 'kafka' | 'mirrorMaker2'>;
  /** The object's name, and what is said of its pods. */
  readonly workers: Omit<MirrorMakerRecord, 'source' | 'target' | 'include'> &
    Omit<MirrorMaker2Record, 'target' | 'mirrors'>;
}

/** What of a plan an engine cannot do. */
export interface MirrorLimit {
  /** The prop. */
  readonly field: keyof MirrorPlan;
  readonly given: string;
  readonly allowed: string;
  readonly message: string;
  readonly remedy: string;
}

/** What a mirror's users need at its two ends. */
export interface MirrorRights {
  readonly source: readonly GrantRecord[];
  readonly target: readonly GrantRecord[];
}

/** How an engine mirrors: all that differs between MirrorMaker 1 and 2. */
export interface MirrorStrategy {
  /** Whether the brokers of the target make the topics that it writes to; otherwise the engine does. */
  readonly needsTopicCreation: boolean;
  readonly record: (plan: MirrorPlan, groups: ConsumerGroups) => MirrorMakerRecord | MirrorMaker2Record;
  readonly rights: (plan: MirrorPlan, groups: ConsumerGroups) => MirrorRights;
  /** A topic as it is called at the target. */
  readonly remoteName: (topic: string, plan: Pick<MirrorPlan, 'source' | 'replicationPolicy' | 'release'>) => string;
  readonly limits: (plan: MirrorPlan) => readonly MirrorLimit[];
}
