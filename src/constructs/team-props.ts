import type { TopicConfig } from '../../imports/kafka-settings';
import type { Policy } from '../check/policy';
import type { Acl } from '../model/acl';
import type { NameOrPrefix } from '../model/permissions';
import type { Quotas, SecretKey } from '../model/user';
import type { ProduceOptions, StreamsOptions } from '../wiring/client-rights';
import type { ConnectWorkers } from '../wiring/connect-rights';
import type { UserAuthenticationType } from '../wiring/credentials';
import type { IKafkaCluster } from './interfaces';

/** What a topic of a team is like, at all sites or at one of them. */
export interface TeamTopicSettings {
  /**
   * Partitions, 1 at least. Kafka can add some later, and take none away.
   * @default - the brokers' `num.partitions`; Strimzi 0.18 asks for a number
   */
  readonly partitions?: number;
  /**
   * Replicas of each partition, from 1 to the number of brokers.
   * @default - the brokers' `default.replication.factor`; Strimzi 0.18 asks for a number
   */
  readonly replicas?: number;
  /**
   * How long records are kept (`retention.ms`): a whole number with `ms`, `s`, `m`, `h` or `d`, such as `7d`.
   * @default - as the brokers have it
   */
  readonly retention?: string;
  /**
   * Size of a segment of the log (`segment.bytes`): a whole number with `Ki`, `Mi` or `Gi`, such as `512Mi`.
   * @default - as the brokers have it
   */
  readonly segmentSize?: string;
  /**
   * Kafka's own topic settings, over `retention` and `segmentSize`.
   * @default - none
   * @see https://kafka.apache.org/documentation/#topicconfigs
   */
  readonly config?: TopicConfig;
}

/** A topic of a team, as plain data. */
export interface TeamTopic extends TeamTopicSettings {
  /** Name of the KafkaTopic, and within Kafka where `topicName` says no other. */
  readonly name: string;
  /**
   * Name within Kafka, for names that Kubernetes objects cannot have: 1 to 249 letters, digits, dots, underscores and
   * hyphens.
   * @default - the name
   */
  readonly topicName?: string;
  /**
   * Labels of the KafkaTopic.
   * @default - those that the library needs
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Ids of the sites that have the topic.
   * @default - all that the team is at
   */
  readonly sites?: readonly string[];
  /**
   * What is different at a site, by the id of the site. Settings in `config` are put over those of all sites one by one.
   * @default - nothing
   */
  readonly at?: Readonly<Record<string, TeamTopicSettings>>;
}

/** A user of a team, as plain data. Neither a password nor a key stands in it. */
export interface TeamUser {
  /** Name of the KafkaUser, and within Kafka. */
  readonly name: string;
  /**
   * How the user proves who they are; `tls-external`: with a certificate that somebody else issues.
   * @default - what the cluster's first listener with authentication asks for; `tls` where none does
   */
  readonly authentication?: UserAuthenticationType;
  /**
   * The Secret, and the key in it, where the password of a SCRAM-SHA-512 user is.
   * @default - the operator makes one
   */
  readonly password?: SecretKey;
  /**
   * What the user may take of the brokers.
   * @default - no bounds
   */
  readonly quotas?: Quotas;
  /**
   * What the user may do.
   * @default - nothing
   */
  readonly grants?: readonly TeamGrant[];
  /**
   * Rules besides those that grants give.
   * @default - none
   */
  readonly acls?: readonly Acl[];
  /**
   * Labels of the KafkaUser.
   * @default - those that the library needs
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Ids of the sites that have the user.
   * @default - all that the team is at
   */
  readonly sites?: readonly string[];
}

/** Something that a user may do. Topics are called as within Kafka, and may be those of other teams. */
export type TeamGrant =
  ProduceGrant | ConsumeGrant | AdministerGrant | TransactGrant | StreamsGrant | ConnectWorkerGrant;

/** Leave to write records. */
export interface ProduceGrant extends ProduceOptions {
  /** The topic, or the beginning of names. */
  readonly produce: NameOrPrefix;
}

/** Leave to read records. */
export interface ConsumeGrant {
  /** The topic, or the beginning of names. */
  readonly consume: NameOrPrefix;
  /** The consumer group that the user is a member of, or the beginning of names. */
  readonly group: NameOrPrefix;
}

/** Leave to make, change and remove topics by other means than a KafkaTopic. */
export interface AdministerGrant {
  /** The topic, or the beginning of names. */
  readonly administer: NameOrPrefix;
}

/** Leave to write in transactions. */
export interface TransactGrant {
  /** The transactional id, or the beginning of ids. */
  readonly transact: NameOrPrefix;
}

/** Leave to be a Kafka Streams application. The topics that it reads and writes besides are granted by themselves. */
export interface StreamsGrant extends StreamsOptions {
  /** The application's id: its consumer group, and the beginning of its internal topics. */
  readonly streams: string;
}

/** Leave to be Kafka Connect workers. The topics that connectors read and write are granted by themselves. */
export interface ConnectWorkerGrant {
  /** The workers' group, and the topics of their state. */
  readonly connectWorker: ConnectWorkers;
}

/** What a team has at a Kafka cluster, as plain data. All of it is known at once. */
export interface TeamContent {
  /**
   * Topics, known at once.
   * @default - none
   */
  readonly topics?: readonly TeamTopic[];
  /**
   * Users, and what they may do, known at once.
   * @default - none
   */
  readonly users?: readonly TeamUser[];
}

/** What the file of a team says. Its JSON Schema is `cdk8s-strimzi/schemas/team.json`. */
export interface TeamFile extends TeamContent {
  /**
   * Address of the JSON Schema, for editors.
   * @default - none
   */
  readonly $schema?: string;
}

/** What a program says of a team, whoever says what the team has. */
export interface TeamOptions {
  /**
   * The cluster that topics and users are of.
   * @default - the scope, where that is a Kafka cluster
   */
  readonly cluster?: IKafkaCluster;
  /**
   * What the organisation asks of the topics and users of the team, besides what it asks at the site; known at once.
   * @default - nothing
   */
  readonly policies?: readonly Policy[];
}

/** Properties of a {@link Team}. */
export interface TeamProps extends TeamOptions, TeamContent {}

/** Properties of a {@link Team} whose topics and users stand in a file. */
export interface TeamFileProps extends TeamOptions {
  /** Path of the YAML or JSON file, from the folder that the program runs in; known at once. */
  readonly path: string;
}

/** Properties of the teams whose files are in a folder. */
export interface TeamFolderProps {
  /** Path of the folder, from the folder that the program runs in; known at once. */
  readonly path: string;
  /**
   * The cluster that topics and users are of.
   * @default - the scope, where that is a Kafka cluster
   */
  readonly cluster?: IKafkaCluster;
  /**
   * What the organisation asks of each team, which is told its name.
   * @default - nothing
   */
  readonly policies?: (team: string) => readonly Policy[];
}
