import type { Duration, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { defined } from '../dialects/common/codec';
import { TOPIC_NAME } from '../model/names';
import type { NameOrPrefix } from '../model/permissions';
import type { TopicConfig } from '../../imports/kafka-settings';
import type { Config } from '../model/resource';
import { topicNameOf, type TopicRecord } from '../model/topic';
import type { ProduceOptions } from '../wiring/client-rights';
import { noteFault } from './faults';
import type { Grant } from './grant';
import type { IKafkaCluster, IKafkaTopic, IKafkaUser } from './interfaces';
import { checkCluster, checkSite, clusterOf } from './of-cluster';
import { held, holdCalls } from './held';
import type { Overrides } from './overrides';
import type { PausableProps } from './pausable';
import { Resource, siteOf, type ResourceProps } from './resource';
import { counted, plainSettings } from './settings';
import { TopicReference } from './topic-reference';

/** Properties of a reference to a topic. */
export interface TopicReferenceProps {
  /**
   * The cluster that the topic is of.
   * @default - the scope, where that is a Kafka cluster
   */
  readonly cluster?: IKafkaCluster;
  /**
   * The name that Kafka clients use, known at once.
   * @default - the id
   */
  readonly topicName?: string;
}

/** Properties of a {@link KafkaTopic}. */
export interface KafkaTopicProps extends ResourceProps, PausableProps {
  /**
   * The cluster that the topic is of.
   * @default - the scope, where that is a Kafka cluster
   */
  readonly cluster?: IKafkaCluster;
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
   * Name within Kafka, for names that Kubernetes objects cannot have: 1 to 249 letters, digits, dots, underscores and
   * hyphens; known at once.
   * @default - the object's name
   */
  readonly topicName?: string;
  /**
   * How long records are kept, to the millisecond (`retention.ms`).
   * @default - as the brokers have it
   */
  readonly retention?: Duration;
  /**
   * Size of a segment of the log (`segment.bytes`).
   * @default - as the brokers have it
   */
  readonly segmentSize?: Size;
  /**
   * Kafka's own topic settings, over `retention` and `segmentSize`.
   * @default - none
   * @see https://kafka.apache.org/documentation/#topicconfigs
   */
  readonly config?: TopicConfig;
  /**
   * What stands in the KafkaTopic over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'KafkaTopic'>;
}

/** A topic of a Kafka cluster: a KafkaTopic. */
export class KafkaTopic extends Resource<TopicRecord> implements IKafkaTopic {
  static {
    holdCalls(this, 'KafkaTopic');
  }

  /**
   * A topic that somebody else manages: `KafkaTopic.fromTopicName(cluster, 'orders')`. It is a plain value and no
   * construct, so that a topic may be referred to as often as one likes.
   */
  static fromTopicName(scope: Construct, id: string, props: TopicReferenceProps = {}): IKafkaTopic {
    const cluster = clusterOf(scope, props.cluster);
    checkCluster(scope, cluster, `fromTopicName(cluster)`);
    return new TopicReference(props.topicName ?? id, cluster);
  }

  readonly cluster: IKafkaCluster;
  private readonly settings: KafkaTopicProps;
  private readonly config: Config | undefined;

  constructor(scope: Construct, id: string, props: KafkaTopicProps = {}) {
    [scope, id, props] = held('KafkaTopic', [scope, id, props], new.target === KafkaTopic);
    const cluster = clusterOf(scope, props.cluster);
    super(scope, id, { noun: 'topic', entry: siteOf(scope).release.dialect.topic }, props);
    this.cluster = cluster;
    this.settings = props;
    this.config = this.configOf(props);
    checkCluster(this, cluster);
    checkSite(this, cluster);
    if (props.topicName !== undefined) this.checkTopicName(props.topicName);
  }

  get topicName(): string {
    return topicNameOf({ name: this.name, topicName: this.settings.topicName });
  }

  at(cluster: IKafkaCluster): IKafkaTopic {
    return this.reference.at(cluster);
  }

  grantProduce(user: IKafkaUser, options?: ProduceOptions): Grant {
    return this.reference.grantProduce(user, options);
  }

  grantConsume(user: IKafkaUser, group: NameOrPrefix): Grant {
    return this.reference.grantConsume(user, group);
  }

  grantAdminister(user: IKafkaUser): Grant {
    return this.reference.grantAdminister(user);
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
      config: this.config,
    };
  }

  private get reference(): TopicReference {
    return new TopicReference(this.topicName, this.cluster, this);
  }

  private configOf({ retention, segmentSize, config }: KafkaTopicProps): Config | undefined {
    if (!retention && !segmentSize && !config) return undefined;
    return defined({
      ...(retention && { 'retention.ms': counted(this, ['retention'], 'retention.ms', retention) }),
      ...(segmentSize && { 'segment.bytes': counted(this, ['segmentSize'], 'segment.bytes', segmentSize) }),
      ...plainSettings(this, ['config'], config),
    });
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
