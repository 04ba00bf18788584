import type { ContainerRecord } from './container';
import type { Endpoint } from './endpoint';
import type { HostedRecord } from './pods';
import type { Config, ResourceRecord, Resources } from './resource';
import type { TracingSystem } from './tracing';
import type { WorkloadRecord } from './workload';

/** A MirrorMaker 1: a consumer of one cluster that is a producer of another. */
export interface MirrorMakerRecord extends ResourceRecord, WorkloadRecord, HostedRecord, ContainerRecord {
  readonly replicas: number;
  /** Kafka version of the mirror; absent: the operator's default. */
  readonly version?: string;
  /** The container image; absent: the operator's. */
  readonly image?: string;
  readonly source: Endpoint & {
    /** Consumer group of the mirror. */
    readonly groupId: string;
    /** Consumers in each replica. */
    readonly numStreams?: number;
    /** Milliseconds between two commits of offsets. */
    readonly offsetCommitInterval?: number;
    readonly config?: Config;
  };
  readonly target: Endpoint & {
    /** Whether the mirror stops when a record cannot be written. */
    readonly abortOnSendFailure?: boolean;
    readonly config?: Config;
  };
  /** Topics to mirror: a regular expression, or names with commas between them. */
  readonly include: string;
  readonly tracing?: TracingSystem;
  readonly resources?: Resources;
}
