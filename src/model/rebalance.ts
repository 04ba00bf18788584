import type { ResourceRecord } from './resource';

/** What Cruise Control is to do to a Kafka cluster. */
export interface RebalanceRecord extends ResourceRecord {
  /** Name of the Kafka cluster. */
  readonly cluster: string;
  /** Absent: `full`. */
  readonly mode?: RebalanceMode;
  /** Numbers of the brokers that are added, or are to be removed. */
  readonly brokers?: readonly number[];
  /** Goals in their order; absent: those of the cluster. */
  readonly goals?: readonly string[];
  /** Whether goals may leave out hard goals of the cluster. */
  readonly skipHardGoalCheck?: boolean;
  /** Whether data is spread over the disks of each broker, and not over brokers. */
  readonly rebalanceDisk?: boolean;
  /** Topics that stay where they are: a regular expression. */
  readonly excludedTopics?: string;
  readonly concurrentPartitionMovementsPerBroker?: number;
  readonly concurrentIntraBrokerPartitionMovements?: number;
  readonly concurrentLeaderMovements?: number;
  /** Bytes a second that moving may take. */
  readonly replicationThrottle?: number;
  /** Classes that order the movements. */
  readonly replicaMovementStrategies?: readonly string[];
  /** Volumes that are to be emptied (`remove-disks`). */
  readonly moveReplicasOffVolumes?: readonly BrokerVolumes[];
  /** Whether it is the template of automatic ones, and does nothing itself. */
  readonly template?: boolean;
  /** Whether proposals are carried out without somebody's approval. */
  readonly autoApproval?: boolean;
}

/** What a rebalance is about: all brokers, new ones, ones to be removed, or disks to be removed. */
export type RebalanceMode = 'full' | 'add-brokers' | 'remove-brokers' | 'remove-disks';

/** Volumes of a broker. */
export interface BrokerVolumes {
  /** Number of the broker. */
  readonly brokerId: number;
  /** Numbers of its volumes. */
  readonly volumeIds: readonly number[];
}
