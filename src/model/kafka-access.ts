import type { ObjectMarks } from './made-objects';
import type { ResourceRecord } from './resource';

/** What programs need to connect to a Kafka cluster as a user, for one Secret that has it all. */
export interface KafkaAccessRecord extends ResourceRecord {
  /** Name of the Kafka cluster. */
  readonly cluster: string;
  /** Namespace of the Kafka cluster; absent: its own. */
  readonly clusterNamespace?: string;
  /** The listener; absent: one that the user can log in at, internal ones first, and of several the first by name. */
  readonly listener?: string;
  /** The user; absent: the Secret has no credentials. */
  readonly user?: UserReference;
  /** Name of the Secret; absent: its own. */
  readonly secretName?: string;
  /** What the Secret has besides the data. */
  readonly secretMetadata?: ObjectMarks;
}

/** A KafkaUser. */
export interface UserReference {
  /** Its name. */
  readonly name: string;
  /** Its namespace; absent: that of who refers to it. */
  readonly namespace?: string;
}

/** Name of the Secret that is made of it. */
export function boundSecret({ name, secretName }: Pick<KafkaAccessRecord, 'name' | 'secretName'>): string {
  return secretName === undefined || secretName === '' ? name : secretName;
}
