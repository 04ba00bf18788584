import type { IConstruct } from 'constructs';
import { setStandIn, standIn } from '../props/stand-ins';
import { holdCalls } from './held';
import type { IKafkaCluster, IKafkaTopic } from './interfaces';
import { TopicGrants } from './topic-grants';

/** A topic by its name. */
export class TopicReference extends TopicGrants implements IKafkaTopic {
  static {
    holdCalls(this, 'IKafkaTopic');
    setStandIn('IKafkaTopic', () => new TopicReference('', standIn({ instance: 'IKafkaCluster' }) as IKafkaCluster));
  }

  constructor(
    readonly topicName: string,
    cluster: IKafkaCluster,
    asker?: IConstruct,
  ) {
    super(cluster, topicName, asker);
  }

  at(cluster: IKafkaCluster): IKafkaTopic {
    return new TopicReference(this.topicName, cluster);
  }
}
