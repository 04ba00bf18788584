import type { KafkaConnectorManifest } from '../../../imports/strimzi-v1';
import { connectorCodec } from '../common/connector';
import { API_VERSION } from './api';

/** KafkaConnector. */
export const connector = connectorCodec<KafkaConnectorManifest, 'spec.pause'>(API_VERSION, 'state');
