import type { ContainerRecord } from './container';
import type { HostedRecord } from './pods';
import type { Config, Resources } from './resource';
import type { TlsSidecarRecord } from './tls-sidecar';
import type { WorkloadRecord } from './workload';

/** A Cruise Control beside a Kafka cluster: it moves partitions between brokers. */
export interface CruiseControlRecord extends WorkloadRecord, HostedRecord, ContainerRecord {
  /** Settings of Cruise Control, its goals among them. */
  readonly config?: Config;
  /** What a broker can bear; absent: CPU and disks as Kubernetes has them, 10000 KiB/s each way. */
  readonly capacity?: BrokerCapacity;
  /** When partitions are moved without being asked. */
  readonly autoRebalance?: readonly AutoRebalance[];
  readonly resources?: Resources;
  /** The container image; absent: the operator's. */
  readonly image?: string;
  /** What spoke TLS for it: the field stays up to Strimzi 0.51. */
  readonly tlsSidecar?: TlsSidecarRecord;
}

/** What each broker can bear. */
export interface BrokerCapacity extends BrokerRates {
  /** Bytes of disks, as a Kubernetes quantity (up to Strimzi 0.48). */
  readonly disk?: string;
  /** Percents of the CPU that may be in use (up to Strimzi 0.48). */
  readonly cpuUtilization?: number;
  /** Brokers that bear something else. */
  readonly overrides?: readonly BrokerCapacityOverride[];
}

/** CPU and network of a broker. */
export interface BrokerRates {
  /** CPUs, as a Kubernetes quantity. */
  readonly cpu?: string;
  /** Bytes a second that come in, such as `10000KiB/s`. */
  readonly inboundNetwork?: string;
  /** Bytes a second that go out, such as `10000KiB/s`. */
  readonly outboundNetwork?: string;
}

/** What certain brokers can bear. */
export interface BrokerCapacityOverride extends BrokerRates {
  /** Ids of the brokers. */
  readonly brokers: readonly number[];
}

/** Partitions are moved when brokers come or go. */
export interface AutoRebalance {
  /** `add-brokers`: when there are more brokers; `remove-brokers`: before there are fewer. */
  readonly mode: 'add-brokers' | 'remove-brokers';
  /** Name of the KafkaRebalance that is the template; absent: Cruise Control's own goals. */
  readonly template?: string;
}
