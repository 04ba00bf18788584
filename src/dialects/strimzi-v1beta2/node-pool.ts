import { nodePoolCodec } from '../common/node-pool';
import { API_VERSION } from './api';

/** KafkaNodePool. */
export const nodePool = nodePoolCodec(API_VERSION);
