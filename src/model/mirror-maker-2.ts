import type { ConnectorOptions, OffsetsAction } from './connector';
import type { ContainerRecord } from './container';
import type { Endpoint } from './endpoint';
import type { HostedRecord } from './pods';
import type { Config, ResourceRecord, Resources } from './resource';
import type { TracingSystem } from './tracing';
import type { JmxRecord, WorkloadRecord } from './workload';

/** A MirrorMaker 2: connectors on a Connect cluster that writes to the target. */
export interface MirrorMaker2Record extends ResourceRecord, WorkloadRecord, HostedRecord, ContainerRecord {
  readonly replicas: number;
  /** Kafka version of the mirror; absent: the operator's default. */
  readonly version?: string;
  /** The container image; absent: the operator's. */
  readonly image?: string;
  readonly target: MirrorTarget;
  readonly mirrors: readonly MirrorFlow[];
  /** What is to be done with the offsets of one connector, once. */
  readonly offsets?: MirrorOffsets;
  /** Rack awareness: workers read from replicas in their own zone. */
  readonly rack?: { readonly topologyKey: string };
  /** JMX of the workers; absent: it is closed. */
  readonly jmx?: JmxRecord;
  readonly tracing?: TracingSystem;
  readonly resources?: Resources;
}

/** A cluster under the name that MirrorMaker 2 gives it. */
export interface MirrorCluster extends Endpoint {
  /** Unique within the mirror. */
  readonly alias: string;
  readonly config?: Config;
}

/** The cluster that records are copied to, and where the Connect workers keep their state. */
export interface MirrorTarget extends MirrorCluster {
  /** Consumer group of the Connect workers; absent: the operator's default, where it has one. */
  readonly groupId?: string;
  readonly configStorageTopic?: string;
  readonly offsetStorageTopic?: string;
  readonly statusStorageTopic?: string;
}

/** What is copied from one source. */
export interface MirrorFlow {
  readonly source: MirrorCluster;
  /** Topics to mirror: a regular expression, or names with commas between them. */
  readonly topicsPattern?: string;
  readonly topicsExcludePattern?: string;
  /** Consumer groups whose offsets are mirrored. */
  readonly groupsPattern?: string;
  readonly groupsExcludePattern?: string;
  /** Copies records. */
  readonly sourceConnector?: MirrorConnector;
  /** Copies consumer groups' offsets. */
  readonly checkpointConnector?: MirrorConnector;
  /** Writes heartbeats. */
  readonly heartbeatConnector?: MirrorConnector;
}

/** A connector of a mirror. */
export type MirrorConnector = ConnectorOptions;

/** A connector of a mirror, and what is to be done with its offsets. */
export interface MirrorOffsets {
  /** Its name in the workers: `europe->us.MirrorSourceConnector`. */
  readonly connector: string;
  readonly action: OffsetsAction;
}
