import type { Construct, IConstruct } from 'constructs';
import type { Credentials, LoginRecord, TrustedCertificate } from '../model/endpoint';
import type { ExplainedAcl, GrantRecord } from '../model/grant';
import type { NameOrPrefix } from '../model/permissions';
import type { ProduceOptions, StreamsOptions } from '../wiring/client-rights';
import type { ForeignMirror } from '../wiring/foreign-mirror';
import type { ConnectWorkers } from '../wiring/connect-rights';
import type { Grant } from './grant';
import type { RightsFrom } from '../model/authorization';
import type { Listener } from './listener';
import type { PodsRecord } from '../model/pods';
import type { NodeOptions } from '../model/kafka-cluster';
import type { Placement } from './placement';
import type { SecretKey } from '../model/user';
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
  /**
   * Where users have their rights from: the ACLs of their KafkaUsers, an authorizer that takes none, or nowhere, as everybody
   * may do everything. A cluster that somebody else manages is taken for one with ACLs.
   */
  readonly rightsFrom: RightsFrom;
  /** How many brokers there are; absent: nobody here knows. */
  readonly brokers: number | undefined;
  /** Nodes of the Kubernetes cluster that its pods must run on; absent: any, or nobody here knows. */
  readonly placement: Placement | undefined;
  /** What pools without options of pods of their own have; absent: nothing. */
  readonly pods: PodsRecord | undefined;
  /** What pools have that say nothing of it themselves: variables, files and annotations of claims; absent: nothing. */
  readonly nodes: NodeOptions | undefined;
  /** What the user operator puts before the names of users in those of their Secrets, such as `kafka-`; absent: nothing. */
  readonly userSecretPrefix?: string | undefined;
  /** Version of Kafka that its brokers run; of a cluster that is referred to, what nobody tells is the release's default. */
  readonly kafkaVersion: string;
  /** The topics whose names begin so, those that will come too: to grant something on all of them. */
  topicsWithPrefix(prefix: string): IKafkaTopics;
  /** Lets a user write in transactions of an id, or of any id that begins with a prefix. */
  grantTransact(user: IKafkaUser, transactionalId: NameOrPrefix): Grant;
  /**
   * Lets a user be a Kafka Streams application: its group, its repartition and changelog topics. The topics that it reads
   * and writes besides are granted by themselves.
   */
  grantStreams(user: IKafkaUser, applicationId: string, options?: StreamsOptions): Grant;
  /**
   * Lets a user be Kafka Connect workers: their group and the three topics of their state. The topics that connectors read
   * and write are granted by themselves.
   */
  grantConnectWorker(user: IKafkaUser, workers: ConnectWorkers): Grant;
  /** Lets a user read here for a mirror that somebody else runs. A `Mirror` grants that by itself. */
  grantMirrorSource(user: IKafkaUser, mirror: ForeignMirror): Grant;
  /** Lets a user write here for a mirror that somebody else runs. A `Mirror` grants that by itself. */
  grantMirrorTarget(user: IKafkaUser, mirror: ForeignMirror): Grant;
}

/** A topic of a Kafka cluster, or all whose names begin alike: what can be granted on them. */
export interface IKafkaTopics {
  /** The cluster that the topics are of. */
  readonly cluster: IKafkaCluster;
  /** Lets a user of the cluster write records. */
  grantProduce(user: IKafkaUser, options?: ProduceOptions): Grant;
  /**
   * Lets a user of the cluster read records as a member of the consumer group, or of any group whose name begins with a
   * prefix.
   */
  grantConsume(user: IKafkaUser, group: NameOrPrefix): Grant;
  /** Lets a user of the cluster make, change and remove topics by other means than a KafkaTopic, such as its own code. */
  grantAdminister(user: IKafkaUser): Grant;
}

/**
 * A topic of a Kafka cluster, whoever manages it. A topic that is referred to is a plain value, and no construct: nothing
 * is written of it, and what is granted on it is kept by the users.
 */
export interface IKafkaTopic extends IKafkaTopics {
  /** The name that Kafka clients use. */
  readonly topicName: string;
  /**
   * The topic as it is at another cluster: mirrors bring it there, through whatever chain, and its name is what they make of
   * it. Mirrors may be told of later. Where none brings it, which a warning tells, it is the topic of the same name.
   */
  at(cluster: IKafkaCluster): IKafkaTopic;
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
  /** What it proves itself with in another way; absent: in none. */
  readonly login?: LoginRecord | undefined;
  /** Keys of Secrets that its login names as `$(NAME)`; absent: none. */
  readonly loginSecrets?: Readonly<Record<string, SecretKey>> | undefined;
  /** Whether a KafkaUser of this topology carries what the user is granted; otherwise it has to be granted elsewhere. */
  readonly managed: boolean;
  /** What was asked for through this construct. Mirrors ask for more: what they need follows from the whole topology. */
  readonly grants: readonly GrantRecord[];
  /**
   * Lets the user do what the rules say, or carry out intents of the table of permissions.
   * @param by - what is told to have asked; the user itself, where nothing is said
   */
  grant(grants: readonly GrantRecord[], by?: IConstruct): Grant;
  /**
   * Why each of the user's rules is there, and who asked: all that the topology asks for this user, by whatever reference.
   * It is known in full once the whole topology is described.
   */
  explain(): readonly ExplainedAcl[];
}

/** A construct that stands for a program at a site. */
export interface Program extends IConstruct {
  readonly site: Site;
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
  /**
   * The consumer group of workers that have source connectors write each record exactly once
   * (`exactly.once.source.support`); absent: they do not, or nobody here knows.
   */
  readonly transactionGroup: string | undefined;
}
