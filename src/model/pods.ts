import type { PlacementRecord } from './resource';

/** Where and how pods run. */
export interface HostedRecord {
  /** Nodes of the Kubernetes cluster that the pods must run on. */
  readonly placement?: PlacementRecord;
  readonly pods?: PodsRecord;
  /** How many pods may be evicted at a time, from 0; absent: one. */
  readonly maxUnavailable?: number;
}

/**
 * What is said of the pods of a workload, in Kubernetes' words. Objects of these are kept as they stand: the schemas of many
 * releases take anything there.
 */
export interface PodsRecord {
  /** Labels of the pods, besides the operator's. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the pods. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Pods that these must or should be near to. */
  readonly affinity?: object;
  /** Pods that these must not or should not be near to. */
  readonly antiAffinity?: object;
  /** Taints of nodes that the pods put up with. */
  readonly tolerations?: readonly object[];
  /** How pods are spread over zones or nodes. */
  readonly topologySpread?: readonly object[];
  /** Name of a PriorityClass. */
  readonly priorityClass?: string;
  /** Name of another scheduler. */
  readonly scheduler?: string;
  /** Users, groups and rights of the pods. */
  readonly securityContext?: object;
  /** Names of Secrets with credentials of image registries. */
  readonly imagePullSecrets?: readonly string[];
  /** Seconds that a pod has to end. */
  readonly terminationGraceSeconds?: number;
}
