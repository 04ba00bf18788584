import type { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { mergeAcls, type Acl } from '../model/acl';
import { TOPIC_NAME } from '../model/names';
import { aclsFor } from '../model/permissions';
import type { Config } from '../model/resource';
import { topicNameOf, type TopicRecord } from '../model/topic';
import { noteGroup } from './consumer-groups';
import { noteFault } from './faults';
import type { Grant } from './grant';
import type { IKafkaCluster } from './kafka-cluster';
import { Resource, siteOf, type ResourceProps } from './resource';
import type { IKafkaUser } from './user';

/** How a producer writes. */
export interface ProduceOptions {
  /**
   * Whether its first record may make the topic.
   * @default false
   */
  readonly createTopic?: boolean;
  /**
   * Beginning of the transactional ids that it uses.
   * @default - no transactions
   */
  readonly transactionalIdPrefix?: string;
}

/** A topic of a Kafka cluster, whoever manages it. */
export interface ITopic {
  /** The name that Kafka clients use. */
  readonly topicName: string;
  readonly cluster: IKafkaCluster;
  /** The topic of the same name at another cluster, such as the target of a mirror. */
  at(cluster: IKafkaCluster): ITopic;
  /** Lets the user write records. */
  grantProduce(user: IKafkaUser, options?: ProduceOptions): Grant;
  /** Lets the user read records as a member of the group. */
  grantConsume(user: IKafkaUser, group: string): Grant;
}

/** Properties of a {@link KafkaTopic}. */
export interface KafkaTopicProps extends ResourceProps {
  /** @default - the brokers' `num.partitions`; Strimzi 0.18 asks for a number */
  readonly partitions?: number;
  /** @default - the brokers' `default.replication.factor`; Strimzi 0.18 asks for a number */
  readonly replicas?: number;
  /**
   * Name within Kafka, for names that Kubernetes objects cannot have.
   * @default - the object's name
   */
  readonly topicName?: string;
  /**
   * How long records are kept.
   * @default - as the brokers have it
   */
  readonly retention?: Duration;
  /**
   * Size of a segment of the log.
   * @default - as the brokers have it
   */
  readonly segmentSize?: Size;
  /**
   * Kafka's own topic settings.
   * @default - none
   */
  readonly config?: Config;
}

/** A topic of a Kafka cluster: a KafkaTopic. */
export class KafkaTopic extends Resource<TopicRecord> implements ITopic {
  /** A topic that somebody else manages. */
  static fromTopicName(cluster: IKafkaCluster, topicName: string): ITopic {
    return new TopicReference(topicName, cluster);
  }

  readonly cluster: IKafkaCluster;
  private readonly settings: KafkaTopicProps;

  /** @param cluster - the cluster that the topic is of; `cluster.addTopic` says the same */
  constructor(scope: Construct, id: string, cluster: IKafkaCluster, props: KafkaTopicProps = {}) {
    super(scope, id, { noun: 'topic', entry: siteOf(scope).release.dialect.topic }, props);
    this.cluster = cluster;
    this.settings = props;
    if (props.topicName !== undefined) this.checkTopicName(props.topicName);
  }

  get topicName(): string {
    return topicNameOf({ name: this.name, topicName: this.settings.topicName });
  }

  private get reference(): TopicReference {
    return new TopicReference(this.topicName, this.cluster);
  }

  at(cluster: IKafkaCluster): ITopic {
    return this.reference.at(cluster);
  }

  grantProduce(user: IKafkaUser, options?: ProduceOptions): Grant {
    return this.reference.grantProduce(user, options);
  }

  grantConsume(user: IKafkaUser, group: string): Grant {
    return this.reference.grantConsume(user, group);
  }

  toRecord(): TopicRecord {
    const { topicName, partitions, replicas } = this.settings;
    return {
      name: this.name,
      namespace: this.metadata.namespace,
      cluster: this.cluster.clusterName,
      topicName,
      partitions,
      replicas,
      config: configOf(this.settings),
    };
  }

  private checkTopicName(topicName: string): void {
    if (TOPIC_NAME.isLegal(topicName)) return;
    noteFault(this, {
      rule: 'legal-name',
      field: 'spec.topicName',
      given: topicName,
      allowed: TOPIC_NAME.allowed,
      message: `Kafka takes no topic "${topicName}".`,
      remedy: 'Give another topicName.',
    });
  }
}

/** A topic by its name. */
class TopicReference implements ITopic {
  constructor(
    readonly topicName: string,
    readonly cluster: IKafkaCluster,
  ) {}

  at(cluster: IKafkaCluster): ITopic {
    return new TopicReference(this.topicName, cluster);
  }

  grantProduce(user: IKafkaUser, options: ProduceOptions = {}): Grant {
    const { createTopic = false, transactionalIdPrefix } = options;
    const { topicName: topic } = this;
    const acls = [
      ...aclsFor('produce', { topic }),
      ...(createTopic ? aclsFor('create', { topic }) : []),
      ...(transactionalIdPrefix === undefined
        ? []
        : aclsFor('transact', { transactionalId: { prefix: transactionalIdPrefix } })),
    ];
    return this.grant(user, acls);
  }

  grantConsume(user: IKafkaUser, group: string): Grant {
    noteGroup(this.cluster, this.topicName, group);
    return this.grant(user, aclsFor('consume', { topic: this.topicName, group }));
  }

  private grant(user: IKafkaUser, acls: readonly Acl[]): Grant {
    if (user.cluster !== this.cluster) this.noteStranger(user);
    return user.grant(mergeAcls(acls));
  }

  private noteStranger(user: IKafkaUser): void {
    const { cluster: mine } = this;
    const { cluster: theirs } = user;
    const apart = mine.site.node.root !== theirs.site.node.root;
    noteFault(Construct.isConstruct(user) ? user : mine.site, {
      rule: 'grant-at-own-cluster',
      given: `topic "${this.topicName}" of ${mine.site.node.path}/${mine.clusterName}`,
      allowed: `a topic of ${theirs.site.node.path}/${theirs.clusterName}`,
      message: `User "${user.userName}" is of another cluster than the topic${apart ? ', in another topology' : ''}; a Kafka cluster knows its own users only.`,
      remedy: apart
        ? 'Refer to the cluster with KafkaCluster.fromClusterName in this topology.'
        : "Grant the topic of the same name with topic.at(cluster), or grant a user of the topic's cluster.",
    });
  }
}

function configOf({ config, retention, segmentSize }: KafkaTopicProps): Config | undefined {
  if (!retention && !segmentSize) return config;
  return {
    ...(retention && { 'retention.ms': retention.toMilliseconds() }),
    ...(segmentSize && { 'segment.bytes': segmentSize.toKibibytes() * KIBIBYTE }),
    ...config,
  };
}

const KIBIBYTE = 1024;
