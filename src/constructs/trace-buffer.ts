import type { TraceBuffer } from '../model/tracing';
import { gainAccess } from './access';
import type { IKafkaTopic, IKafkaUser } from './interfaces';
import { grantConsume, grantProduce } from './program-grants';
import type { Resource } from './resource';
import type { ResourceRecord } from '../model/resource';

/** A topic that spans wait in, and how Jaeger gets to it. */
export interface TopicBufferProps {
  /** The topic. The user gets the rights to write to it, and to read from it as a member of the group. */
  readonly topic: IKafkaTopic;
  /**
   * Name of the listener of the topic's cluster, known at once.
   * @default - the best that can be reached
   */
  readonly listener?: string;
  /**
   * The user that collector and ingester are.
   * @default - one of its own, by the Jaeger's name, where the listener asks for authentication
   */
  readonly user?: IKafkaUser;
  /**
   * Consumer group of the ingester, known at once.
   * @default - the Jaeger's name and `-ingester`
   */
  readonly group?: string;
}

/**
 * Finds the way of a Jaeger to the topic that spans wait in, and asks for the rights that it needs there. The record is
 * made when somebody looks: who else has Secrets of these names may be told of later.
 */
export function bufferOf(jaeger: Resource<ResourceRecord>, props: TopicBufferProps | TraceBuffer): () => TraceBuffer {
  if ('bootstrapServers' in props) return () => props;
  const { topic, listener, group = `${jaeger.name}-ingester` } = props;
  const access = gainAccess(jaeger, {
    cluster: topic.cluster,
    field: 'buffer',
    listener,
    user: props.user,
    userId: jaeger.name,
  });
  if (access.user) {
    grantProduce(topic, access.user, { by: jaeger });
    grantConsume(topic, access.user, { by: jaeger, group });
  }
  return () => ({ ...access.endpoint, topic: topic.topicName, group });
}
