import type { IConstruct } from 'constructs';
import { sameCluster } from '../wiring/identity';
import { setStandIn, standIn } from '../props/stand-ins';
import { holdCalls } from './held';
import type { IKafkaCluster, IKafkaTopic } from './interfaces';
import { registerOf } from './register';
import { TopicGrants } from './topic-grants';

/** A topic by its name. */
export class TopicReference extends TopicGrants implements IKafkaTopic {
  static {
    holdCalls(this, 'IKafkaTopic');
    setStandIn('IKafkaTopic', () => new TopicReference('', standIn({ instance: 'IKafkaCluster' }) as IKafkaCluster));
  }

  /** @param name - the topic's name, or what it is found by when somebody asks: mirrors may be told of later */
  constructor(
    private readonly name: string | (() => string),
    cluster: IKafkaCluster,
    asker?: IConstruct,
  ) {
    super(cluster, name, asker);
  }

  get topicName(): string {
    return typeof this.name === 'string' ? this.name : this.name();
  }

  at(cluster: IKafkaCluster): IKafkaTopic {
    if (sameCluster(cluster, this.cluster)) return this;
    const register = registerOf(cluster);
    if (cluster.node.root === this.cluster.node.root) register.addRemote({ topic: this, to: cluster });
    return new TopicReference(() => register.wiring.nameAt(this, cluster) ?? this.topicName, cluster);
  }
}
