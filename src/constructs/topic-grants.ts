import type { IConstruct } from 'constructs';
import type { IntentGrant } from '../model/grant';
import type { NameOrPrefix } from '../model/permissions';
import { administerRights, consumeRights, produceRights, type ProduceOptions } from '../wiring/client-rights';
import { setStandIn, standIn } from '../props/stand-ins';
import type { Grant } from './grant';
import { EVERY, grantAt } from './grant-at';
import { holdCalls } from './held';
import type { IKafkaCluster, IKafkaTopics, IKafkaUser } from './interfaces';
import { rightsOn } from './late-names';

/** What may be granted on a topic, or on all whose names begin alike. */
export class TopicGrants implements IKafkaTopics {
  static {
    holdCalls(this, 'IKafkaTopics');
    setStandIn('IKafkaTopics', () => new TopicGrants(standIn({ instance: 'IKafkaCluster' }) as IKafkaCluster, ''));
  }

  constructor(
    readonly cluster: IKafkaCluster,
    /** A function: what the one topic is called when somebody looks. */
    private readonly names: NameOrPrefix | (() => string),
    /** What is told to have asked. */
    private readonly asker: IConstruct = cluster,
  ) {}

  grantProduce(user: IKafkaUser, options?: ProduceOptions): Grant {
    return this.grant(user, (names) => produceRights(names, this.cluster.kafkaVersion, options));
  }

  grantConsume(user: IKafkaUser, group: NameOrPrefix): Grant {
    return this.grant(user, (names) => consumeRights(names, group));
  }

  grantAdminister(user: IKafkaUser): Grant {
    return this.grant(user, administerRights);
  }

  private grant(user: IKafkaUser, rightsTo: (names: NameOrPrefix) => readonly IntentGrant[]): Grant {
    const { names } = this;
    if (typeof names !== 'function') return grantAt(this.cluster, user, rightsTo(names), this.asker);
    const late = {
      get topicName() {
        return names();
      },
    };
    return grantAt(this.cluster, user, rightsOn(late, rightsTo), this.asker);
  }
}

/** The topics of a cluster whose names begin so. */
export function topicsWithPrefix(cluster: IKafkaCluster, prefix: string): IKafkaTopics {
  return new TopicGrants(cluster, prefix === '' ? EVERY : { prefix });
}
