import type { TopicRecord } from '../../model/topic';
import type { Limit } from '../common/codec';
import { topicCodec } from '../common/topic';
import { API_VERSION } from './api';

/** KafkaTopic: partitions and replicas must be said. */
export const topic = topicCodec(API_VERSION, limits);

function limits(record: TopicRecord): Limit[] {
  return (['partitions', 'replicas'] as const)
    .filter((field) => record[field] === undefined)
    .map((field) => ({
      field,
      message: "The topic operator does not leave it to the brokers' default.",
      allowed: 'a number',
      since: 'Strimzi 0.45.2',
    }));
}
