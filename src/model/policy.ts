import type { UserAuthentication } from './user';

/** What an organisation asks of topics and users, in the words of their records. */
export interface PolicyRecord {
  /** What findings call it. */
  readonly name: string;
  /** Where people read about it. */
  readonly see?: string;
  /** Whether what breaks it is an error. */
  readonly enforced: boolean;
  readonly topics?: TopicPolicyRecord;
  readonly users?: UserPolicy;
}

/** What a policy asks of topics. */
export interface TopicPolicyRecord {
  readonly names?: readonly AllowedName[];
  readonly partitions?: NumberBounds;
  readonly replicas?: NumberBounds;
  readonly config?: Readonly<Record<string, SettingBounds>>;
}

/** What a policy asks of users, and of what they may do. */
export interface UserPolicy {
  /**
   * What users are called.
   * @default - anything
   */
  readonly names?: readonly AllowedName[];
  /**
   * How they prove who they are; `none`: the operator makes no credentials.
   * @default - in any way
   */
  readonly authentication?: readonly (UserAuthentication['type'] | 'none')[];
  /**
   * Topics that their ACLs are about.
   * @default - any
   */
  readonly topics?: readonly AllowedName[];
  /**
   * Consumer groups that their ACLs are about.
   * @default - any
   */
  readonly groups?: readonly AllowedName[];
  /**
   * Transactional ids that their ACLs are about.
   * @default - any
   */
  readonly transactionalIds?: readonly AllowedName[];
}

/** Names that a policy allows: one, those that begin with something, or those that are wholly found by a regular expression. */
export type AllowedName = string | { readonly prefix: string } | { readonly pattern: string };

/** Bounds of a number. */
export interface NumberBounds {
  /**
   * The least that is allowed.
   * @default - none
   */
  readonly least?: number;
  /**
   * The most that is allowed.
   * @default - none
   */
  readonly most?: number;
  /**
   * Whether it has to be said. What brokers have where a topic says nothing is not judged.
   * @default false
   */
  readonly required?: boolean;
}

/** What a setting may be. */
export interface SettingBounds {
  /**
   * The least that it counts, fractions too.
   * @default - none
   */
  readonly least?: number;
  /**
   * The most that it counts, fractions too. Of times and sizes a negative number is no bound, which is more than any other.
   * @default - none
   */
  readonly most?: number;
  /**
   * Its values; of a list, its items.
   * @default - any
   */
  readonly values?: readonly string[];
  /**
   * Whether it has to be said. What brokers have where a topic says nothing is not judged.
   * @default false
   */
  readonly required?: boolean;
}
