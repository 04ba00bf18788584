import type { KafkaRebalanceManifest } from '../../../imports/strimzi-v1beta1';
import { rebalanceCodec } from '../common/rebalance';
import { ALPHA_API_VERSION } from './api';

/** All brokers are rebalanced, and nothing else. */
type Lacks = `spec.${'mode' | 'brokers' | 'rebalanceDisk' | 'moveReplicasOffVolumes'}`;

/** KafkaRebalance. */
export const rebalance = rebalanceCodec<KafkaRebalanceManifest, Lacks>(ALPHA_API_VERSION);
