import type { ContainerRecord } from './container';
import type { HostedRecord } from './pods';
import type { Resources } from './resource';
import type { TlsSidecarRecord } from './tls-sidecar';
import type { WorkloadRecord } from './workload';

/** The operators of topics and users that run beside a cluster, in one pod. */
export interface EntityOperator extends HostedRecord {
  /** What puts KafkaTopics into Kafka; absent: it does not run. */
  readonly topicOperator?: EntityProgram;
  /** What puts KafkaUsers into Kafka; absent: it does not run. */
  readonly userOperator?: UserOperator;
  /** What spoke TLS for them: the field stays up to Strimzi 0.51. */
  readonly tlsSidecar?: TlsSidecarRecord;
}

/** An operator of users. */
export interface UserOperator extends EntityProgram {
  /** What stands before the names of users in those of their Secrets; absent: nothing. */
  readonly secretPrefix?: string;
}

/** An operator of topics or of users. */
export interface EntityProgram extends Omit<WorkloadRecord, 'metrics'>, ContainerRecord {
  /** Namespace whose objects it looks at; absent: that of the cluster. */
  readonly watchedNamespace?: string;
  /** Milliseconds between two looks at all objects; absent: the operator's default. */
  readonly intervalMs?: number;
  readonly resources?: Resources;
  /** The container image; absent: the cluster operator's. */
  readonly image?: string;
}
