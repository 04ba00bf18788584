import type { KafkaConnectorManifest } from '../../../imports/strimzi-v1beta1';
import { connectorCodec } from '../common/connector';
import { ALPHA_API_VERSION } from './api';

/** Newer words. */
type Lacks = `spec.${'version' | 'state' | 'autoRestart' | 'listOffsets' | 'alterOffsets'}`;

/** KafkaConnector. */
export const connector = connectorCodec<KafkaConnectorManifest, Lacks>(ALPHA_API_VERSION, 'pause');
