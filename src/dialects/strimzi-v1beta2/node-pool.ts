import type { KafkaNodePoolManifest } from '../../../imports/strimzi-v1beta2';
import { nodePoolCodec } from '../common/node-pool';
import { API_VERSION } from './api';

/** KafkaNodePool. */
export const nodePool = nodePoolCodec<KafkaNodePoolManifest>(API_VERSION);
