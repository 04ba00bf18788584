import { topicCodec } from '../common/topic';
import { API_VERSION } from './api';

/** KafkaTopic: partitions and replicas must be said. */
export const topic = topicCodec(API_VERSION);
