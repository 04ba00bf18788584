import type { Construct } from 'constructs';
import type { ClientRecord } from '../model/client';
import { produceRights, streamRights, type ProduceOptions, type StreamsOptions } from '../wiring/client-rights';
import { sameCluster } from '../wiring/identity';
import { ClientApplication, type ClientProps } from './client';
import { noteFault } from './faults';
import { grantAt } from './grant-at';
import { held } from './held';
import type { IKafkaTopic } from './interfaces';
import { rightsOn, withNames } from './late-names';
import { grantConsume, grantProduce } from './program-grants';

/** Properties of a {@link Producer}. */
export interface ProducerProps extends ClientProps, ProduceOptions {
  /** The topic that it writes to. */
  readonly topic: IKafkaTopic;
  /**
   * Milliseconds between two messages, from 0.
   * @default - 1000, where the image can be told
   */
  readonly delayMs?: number;
}

/** An application that writes to a topic. Its user is granted to produce. */
export class Producer extends ClientApplication {
  private readonly delayMs: number | undefined;

  constructor(scope: Construct, id: string, props: ProducerProps) {
    [scope, id, props] = held('Producer', [scope, id, props], new.target === Producer);
    const { topic, delayMs, createTopic } = props;
    const role = withNames({ type: 'producer' } as const, { topic });
    super(scope, id, { role, cluster: topic.cluster, createTopic }, props);
    this.delayMs = delayMs;
    const { transactionalIdPrefix, idempotent } = props;
    const options = { createTopic, transactionalIdPrefix, idempotent };
    if (this.user) grantProduce(topic, this.user, { ...options, by: this });
  }

  override toRecord(): ClientRecord {
    const { delayMs } = this;
    return { ...super.toRecord(), ...(delayMs !== undefined && { delayMs }) };
  }
}

/** Properties of a {@link Consumer}. */
export interface ConsumerProps extends ClientProps {
  /** The topic that it reads. */
  readonly topic: IKafkaTopic;
  /**
   * The consumer group that it is a member of, known at once.
   * @default - the id
   */
  readonly group?: string;
}

/** An application that reads a topic. Its user is granted to consume. */
export class Consumer extends ClientApplication {
  constructor(scope: Construct, id: string, props: ConsumerProps) {
    [scope, id, props] = held('Consumer', [scope, id, props], new.target === Consumer);
    const { topic, group = id } = props;
    const role = withNames({ type: 'consumer', group } as const, { topic });
    super(scope, id, { role, cluster: topic.cluster }, props);
    if (this.user) grantConsume(topic, this.user, { group, by: this });
  }
}

/** Properties of a {@link Streams}. */
export interface StreamsProps extends ClientProps, StreamsOptions {
  /** The topic that it reads. */
  readonly source: IKafkaTopic;
  /** The topic of the same cluster that it writes to. */
  readonly target: IKafkaTopic;
  /**
   * The application's id, known at once: its consumer group, and the beginning of its internal topics.
   * @default - the id
   */
  readonly applicationId?: string;
}

/** A Kafka Streams application. Its user is granted to read, to write, and to keep its internal topics. */
export class Streams extends ClientApplication {
  constructor(scope: Construct, id: string, props: StreamsProps) {
    [scope, id, props] = held('Streams', [scope, id, props], new.target === Streams);
    const { source, target, applicationId = id } = props;
    const role = withNames({ type: 'streams', applicationId } as const, { source, target });
    super(scope, id, { role, cluster: source.cluster }, props);
    if (!sameCluster(source.cluster, target.cluster)) this.noteOtherCluster(target);
    if (this.user) {
      grantConsume(source, this.user, { group: applicationId, by: this });
      // At its own cluster, wherever the target is: that it is elsewhere is told once.
      const rights = rightsOn(target, (name) => produceRights(name, source.cluster.kafkaVersion));
      grantAt(source.cluster, this.user, rights, this);
      grantAt(source.cluster, this.user, streamRights(applicationId, props), this);
    }
  }

  private noteOtherCluster({ topicName, cluster }: IKafkaTopic): void {
    noteFault(this, {
      rule: 'cluster-in-reach',
      field: 'target',
      given: `${topicName} of ${cluster.clusterName}`,
      allowed: `a topic of ${this.cluster.clusterName}`,
      message: 'A Kafka Streams application talks to one Kafka cluster.',
      remedy: 'Write to target.at(source.cluster), and mirror that topic to the other cluster.',
    });
  }
}
