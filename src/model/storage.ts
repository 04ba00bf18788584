/** Where a node keeps its data. */
export type StorageRecord = Volume | Jbod;

/** One volume. */
export type Volume = EphemeralVolume | PersistentVolume;

/** A volume that is gone with its pod. */
export interface EphemeralVolume {
  readonly type: 'ephemeral';
  /** Kubernetes quantity. */
  readonly sizeLimit?: string;
}

/** A volume that is claimed and outlives its pod. */
export interface PersistentVolume {
  readonly type: 'persistent-claim';
  /** Kubernetes quantity, such as `20Gi`. */
  readonly size: string;
  /** StorageClass; absent: the Kubernetes cluster's default. */
  readonly storageClass?: string;
  /** Whether the claim, and the data, go when the Kafka cluster is deleted. */
  readonly deleteClaim?: boolean;
  /** Labels that the volume must have. */
  readonly selector?: Readonly<Record<string, string>>;
}

/** Several volumes, each a directory of the broker's log. */
export interface Jbod {
  readonly type: 'jbod';
  readonly volumes: readonly JbodVolume[];
}

/** A volume of a JBOD. */
export type JbodVolume = Volume & {
  readonly id: number;
  /** `shared`: this volume also holds the KRaft metadata log. */
  readonly kraftMetadata?: 'shared';
};
