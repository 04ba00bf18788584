import type { IConstruct } from 'constructs';
import type { IntentGrant } from '../model/grant';
import type { NameOrPrefix } from '../model/permissions';
import { administerRights, consumeRights, produceRights, type ProduceOptions } from '../wiring/client-rights';
import { setStandIn, standIn } from '../props/stand-ins';
import type { Grant } from './grant';
import { grantAt } from './grant-at';
import { holdCalls } from './held';
import type { IKafkaCluster, IKafkaTopics, IKafkaUser } from './interfaces';

/** What may be granted on a topic, or on all whose names begin alike. */
export class TopicGrants implements IKafkaTopics {
  static {
    holdCalls(this, 'IKafkaTopics');
    setStandIn('IKafkaTopics', () => new TopicGrants(standIn({ instance: 'IKafkaCluster' }) as IKafkaCluster, ''));
  }

  constructor(
    readonly cluster: IKafkaCluster,
    private readonly names: NameOrPrefix,
    /** What is told to have asked. */
    private readonly asker: IConstruct = cluster,
  ) {}

  grantProduce(user: IKafkaUser, options?: ProduceOptions): Grant {
    return this.grant(user, produceRights(this.names, this.cluster.kafkaVersion, options));
  }

  grantConsume(user: IKafkaUser, group: NameOrPrefix): Grant {
    return this.grant(user, consumeRights(this.names, group));
  }

  grantAdminister(user: IKafkaUser): Grant {
    return this.grant(user, administerRights(this.names));
  }

  private grant(user: IKafkaUser, rights: readonly IntentGrant[]): Grant {
    return grantAt(this.cluster, user, rights, this.asker);
  }
}

/** The topics of a cluster whose names begin so. Kafka's word for all names is an asterisk, and no empty prefix. */
export function topicsWithPrefix(cluster: IKafkaCluster, prefix: string): IKafkaTopics {
  return new TopicGrants(cluster, prefix === '' ? '*' : { prefix });
}
