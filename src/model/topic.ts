import type { Config, ResourceRecord } from './resource';

/** A topic of a Kafka cluster. */
export interface TopicRecord extends ResourceRecord {
  /** Name of the Kafka cluster. */
  readonly cluster: string;
  /** Name within Kafka, where it differs from the object's. */
  readonly topicName?: string;
  /** Absent: the brokers' default. */
  readonly partitions?: number;
  /** Absent: the brokers' default. */
  readonly replicas?: number;
  readonly config?: Config;
}

/** The name that Kafka clients use. */
export function topicNameOf(topic: Pick<TopicRecord, 'name' | 'topicName'>): string {
  return topic.topicName ?? topic.name;
}
