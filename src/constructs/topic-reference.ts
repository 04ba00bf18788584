import type { IntentGrant } from '../model/grant';
import { consumeRights, produceRights, type ProduceOptions } from '../wiring/client-rights';
import { sameCluster } from '../wiring/identity';
import { noteFault } from './faults';
import { setStandIn, standIn } from '../props/stand-ins';
import { Grant } from './grant';
import { holdCalls } from './held';
import type { IKafkaCluster, IKafkaTopic, IKafkaUser } from './interfaces';
import { registerOf } from './register';

/** A topic by its name. */
export class TopicReference implements IKafkaTopic {
  static {
    holdCalls(this, 'IKafkaTopic');
    setStandIn('IKafkaTopic', () => new TopicReference('', standIn({ instance: 'IKafkaCluster' }) as IKafkaCluster));
  }

  /** @param name - the topic's name, or what it is found by when somebody asks: mirrors may be told of later */
  constructor(
    private readonly name: string | (() => string),
    readonly cluster: IKafkaCluster,
  ) {}

  get topicName(): string {
    return typeof this.name === 'string' ? this.name : this.name();
  }

  at(cluster: IKafkaCluster): IKafkaTopic {
    if (sameCluster(cluster, this.cluster)) return this;
    const register = registerOf(cluster);
    if (cluster.node.root === this.cluster.node.root) register.addRemote({ topic: this, to: cluster });
    return new TopicReference(() => register.wiring.nameAt(this, cluster) ?? this.topicName, cluster);
  }

  grantProduce(user: IKafkaUser, options?: ProduceOptions): Grant {
    return this.grant(user, produceRights(this.topicName, options));
  }

  grantConsume(user: IKafkaUser, group: string): Grant {
    return this.grant(user, consumeRights(this.topicName, group));
  }

  /** A Kafka cluster knows its own users only. */
  private grant(user: IKafkaUser, asked: readonly IntentGrant[]): Grant {
    const rights = typeof this.name === 'string' ? asked : asked.map((right) => this.named(right));
    const apart = this.cluster.node.root !== user.cluster.node.root;
    if (!apart && sameCluster(this.cluster, user.cluster)) return user.grant(rights);
    this.noteStranger(user, apart);
    return new Grant(user, rights, false);
  }

  /** A right to the topic, as it is called when somebody looks. */
  private named(right: IntentGrant): IntentGrant {
    if (right.topic === undefined) return right;
    return Object.defineProperty({ ...right }, 'topic', { get: () => this.topicName, enumerable: true });
  }

  private noteStranger(user: IKafkaUser, apart: boolean): void {
    const { cluster: mine } = this;
    const { cluster: theirs } = user;
    noteFault(user, {
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
