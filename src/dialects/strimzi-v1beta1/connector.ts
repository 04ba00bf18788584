import type { KafkaConnectorManifest } from '../../../imports/strimzi-v1beta1';
import { connectorCodec } from '../common/connector';
import type { LateConnectorWords } from '../common/connector-parts';
import { ALPHA_API_VERSION } from './api';

/** Newer words. */
type Lacks = `spec.${LateConnectorWords}`;

/** KafkaConnector. */
export const connector = connectorCodec<KafkaConnectorManifest, Lacks>(ALPHA_API_VERSION, 'pause');
