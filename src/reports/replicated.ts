/** What a replication topology does, as far as its manifests tell. */
export interface Replication {
  /** Clusters by their names, also those that a mirror names and nobody describes. */
  readonly clusters: readonly ReplicatedCluster[];
  /** What copies, from where to where. */
  readonly ways: readonly ReplicationWay[];
  /** What somebody should look at. */
  readonly notes: readonly ReplicationNote[];
}

/** A cluster, and the topics that will be there. */
export interface ReplicatedCluster {
  readonly id: string;
  readonly name: string;
  readonly topics: readonly ReplicatedTopic[];
}

/** A topic at a cluster. */
export interface ReplicatedTopic {
  readonly name: string;
  /** `described`: a KafkaTopic is; `copied`: a mirror makes it; `internal`: a mirror keeps something in it. */
  readonly as: 'described' | 'copied' | 'internal';
  /** The mirror that makes it, or writes to it. */
  readonly mirror?: string;
  /** Where its records come from, the nearest cluster first. */
  readonly from?: readonly TopicPlace[];
}

/** A topic at a cluster. */
export interface TopicPlace {
  readonly cluster: string;
  readonly topic: string;
}

/** What a mirror copies from one cluster to another. */
export interface ReplicationWay {
  readonly mirror: string;
  readonly source: string;
  readonly target: string;
  /** The topics that it looks for. */
  readonly topics: string;
  /** What is put before their names; absent: a policy that is not known decides. */
  readonly prefix?: string;
  /** Consumer groups whose offsets it translates; absent: none. */
  readonly groups?: string;
  /** Whether it sets the offsets of these groups at the target. */
  readonly syncsOffsets: boolean;
}

/** Something that somebody should look at. */
export interface ReplicationNote {
  readonly about:
    | 'carries-nothing'
    | 'never-copied'
    | 'by-accident'
    | 'collision'
    | 'twice'
    | 'loop'
    | 'growth'
    | 'shared-workers'
    | 'groups-not-synced'
    | 'unknown-names';
  readonly mirror: string;
  readonly message: string;
}
