/** What clients may take of the brokers, unless something is said of a user. */
export type BrokerQuotasRecord = UserDefaultQuotas | PluginQuotas;

/** Kafka's own quotas: what each user may take that has none of its own. */
export interface UserDefaultQuotas {
  readonly type: 'kafka';
  /** Bytes a second that a user may write to each broker. */
  readonly producerByteRate?: number;
  /** Bytes a second that a user may read from each broker. */
  readonly consumerByteRate?: number;
  /** Percents of the network and I/O threads' time that a user may take of each broker. */
  readonly requestPercentage?: number;
  /** Topic and partition changes a second that a user may ask for, fractions too. */
  readonly controllerMutationRate?: number;
}

/** Strimzi's quota plugin: what all clients together may take of a broker, whose disks it keeps from being full. */
export interface PluginQuotas {
  readonly type: 'strimzi';
  /** Bytes a second that clients may write to each broker. */
  readonly producerByteRate?: number;
  /** Bytes a second that clients may read from each broker. */
  readonly consumerByteRate?: number;
  /** Bytes of each volume that are kept free: where there are fewer, nobody may write. */
  readonly minAvailableBytesPerVolume?: number;
  /** Part of each volume that is kept free, fractions from 0 to 1: where it is less, nobody may write. */
  readonly minAvailableRatioPerVolume?: number;
  /** Principals that are not slowed down, such as `User:CN=admin`. */
  readonly excludedPrincipals?: readonly string[];
}
