import type { NodeSet } from './kafka-cluster';
import type { ResourceRecord } from './resource';
import type { WorkloadRecord } from './workload';

/** What the nodes of a pool do: a controller keeps metadata, a broker keeps records. */
export type NodeRole = 'controller' | 'broker';

/** Like nodes of a Kafka cluster. */
export interface NodePoolRecord extends ResourceRecord, NodeSet, Pick<WorkloadRecord, 'jvm'> {
  /** Name of the Kafka cluster. */
  readonly cluster: string;
  readonly roles: readonly NodeRole[];
}
