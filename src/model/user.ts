import type { Acl } from './acl';
import type { ResourceRecord } from './resource';

/** A user of a Kafka cluster. */
export interface UserRecord extends ResourceRecord {
  /** Name of the Kafka cluster. */
  readonly cluster: string;
  /** Absent: the operator makes no credentials. */
  readonly authentication?: UserAuthentication;
  /** Absent: the operator manages no ACLs for this user; empty: it takes all away. */
  readonly acls?: readonly Acl[];
  readonly quotas?: Quotas;
  /** Annotations of the Secret in which the operator keeps the credentials. */
  readonly secretAnnotations?: Readonly<Record<string, string>>;
  /** Labels of that Secret, besides the operator's. */
  readonly secretLabels?: Readonly<Record<string, string>>;
}

/** How a user proves who they are. */
export type UserAuthentication =
  | { readonly type: 'tls' }
  | { readonly type: 'tls-external' }
  | { readonly type: 'scram-sha-512'; readonly password?: SecretKey };

/** A key of a Secret: both names are known at once. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly secret: string;
  /** Key in the Secret. */
  readonly key: string;
}

/** What a user may take of the brokers. */
export interface Quotas {
  /** Bytes a second, for each broker. */
  readonly producerByteRate?: number;
  /** Bytes a second, for each broker. */
  readonly consumerByteRate?: number;
  /** Share of the network and I/O threads' time. */
  readonly requestPercentage?: number;
  /** Topic and partition changes a second, fractions too. */
  readonly controllerMutationRate?: number;
}
