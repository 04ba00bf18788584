import type { KafkaTopicManifest } from '../../../imports/strimzi-v1beta1';
import { topicCodec } from '../common/topic';
import { API_VERSION } from './api';

/** KafkaTopic: partitions and replicas must be said. */
export const topic = topicCodec<KafkaTopicManifest>(API_VERSION);
