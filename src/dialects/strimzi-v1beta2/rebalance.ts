import type { KafkaRebalanceManifest } from '../../../imports/strimzi-v1beta2';
import { rebalanceCodec } from '../common/rebalance';
import { API_VERSION } from './api';

/** KafkaRebalance. */
export const rebalance = rebalanceCodec<KafkaRebalanceManifest>(API_VERSION);
