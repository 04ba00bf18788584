import type { Construct, IConstruct } from 'constructs';
import type { Credentials, TrustedCertificate } from '../model/endpoint';
import type { GrantRecord } from '../model/grant';
import type { ProduceOptions } from '../wiring/client-rights';
import type { Grant } from './grant';
import type { Listener } from './listener';
import type { PodsRecord } from '../model/pods';
import type { Placement } from './placement';
import type { Site } from './site';

/**
 * A Kafka cluster, whoever manages it. Site and name say which one it is: two references to one cluster are that cluster.
 * It can be the scope of its topics and users.
 */
export interface IKafkaCluster extends Construct {
  /** Name of the Kafka resource. */
  readonly clusterName: string;
  /** The site that it is at. */
  readonly site: Site;
  /** Where clients connect to it. */
  readonly listeners: readonly Listener[];
  /** The certificate of the CA that signs the brokers' certificates. */
  readonly certificate: TrustedCertificate;
  /** How many brokers there are; absent: nobody here knows. */
  readonly brokers: number | undefined;
  /** Nodes of the Kubernetes cluster that its pods must run on; absent: any, or nobody here knows. */
  readonly placement: Placement | undefined;
  /** What pools without options of pods of their own have; absent: nothing. */
  readonly pods: PodsRecord | undefined;
}

/**
 * A topic of a Kafka cluster, whoever manages it. A topic that is referred to is a plain value, and no construct: nothing
 * is written of it, and what is granted on it is kept by the users.
 */
export interface IKafkaTopic {
  /** The name that Kafka clients use. */
  readonly topicName: string;
  /** The cluster that the topic is of. */
  readonly cluster: IKafkaCluster;
  /**
   * The topic as it is at another cluster: mirrors bring it there, through whatever chain, and its name is what they make of
   * it. Mirrors may be told of later. Where none brings it, which a warning tells, it is the topic of the same name.
   */
  at(cluster: IKafkaCluster): IKafkaTopic;
  /** Lets a user of the topic's cluster write records. */
  grantProduce(user: IKafkaUser, options?: ProduceOptions): Grant;
  /** Lets a user of the topic's cluster read records as a member of the consumer group. */
  grantConsume(user: IKafkaUser, group: string): Grant;
}

/**
 * A user of a Kafka cluster, whoever manages it. Cluster and name say which one it is: what is asked for a reference to a
 * user is asked for that user.
 */
export interface IKafkaUser extends IConstruct {
  /** The name that Kafka knows the user by: that of the KafkaUser resource. */
  readonly userName: string;
  /** The cluster that the user is of. */
  readonly cluster: IKafkaCluster;
  /** What a program proves itself with as this user; absent: the user operator makes nothing for it. */
  readonly credentials: Credentials | undefined;
  /** Whether a KafkaUser of this topology carries what the user is granted; otherwise it has to be granted elsewhere. */
  readonly managed: boolean;
  /** What was asked for through this construct. Mirrors ask for more: what they need follows from the whole topology. */
  readonly grants: readonly GrantRecord[];
  /** Lets the user do what the rules say, or carry out intents of the table of permissions. */
  grant(grants: readonly GrantRecord[]): Grant;
}

/**
 * A Kafka Connect, whoever manages it. Site and name say which one it is. It can be the scope of its connectors.
 */
export interface IKafkaConnect extends Construct {
  /** Name of the KafkaConnect resource. */
  readonly connectName: string;
  /** The site that it is at. */
  readonly site: Site;
  /** The Kafka cluster that its workers keep their state in, and its connectors read and write. */
  readonly cluster: IKafkaCluster;
  /** The user that the workers and their connectors are; absent: they need none, or nobody here knows it. */
  readonly user: IKafkaUser | undefined;
}
