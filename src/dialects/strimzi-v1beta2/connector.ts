import type { KafkaConnectorManifest } from '../../../imports/strimzi-v1beta2';
import { connectorCodec } from '../common/connector';
import { API_VERSION } from './api';

/** KafkaConnector. */
export const connector = connectorCodec<KafkaConnectorManifest>(API_VERSION, 'state');
