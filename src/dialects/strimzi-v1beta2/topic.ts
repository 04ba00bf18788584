import { topicCodec } from '../common/topic';
import { API_VERSION } from './api';

/** KafkaTopic. */
export const topic = topicCodec(API_VERSION);
