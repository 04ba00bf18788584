import type { KafkaTopicManifest } from '../../../imports/strimzi-v1beta2';
import { topicCodec } from '../common/topic';
import { API_VERSION } from './api';

/** KafkaTopic. */
export const topic = topicCodec<KafkaTopicManifest>(API_VERSION);
